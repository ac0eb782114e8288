import { toLatinDigits } from '@kafal/core';
import { useState } from 'react';
import { readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import type { ChangeSettingRequest, Setting } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Segments } from '../ui/choices.tsx';
import type { Column } from '../ui/data-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { ChoiceBox, MoneyBox, TextBox, TickBox } from '../ui/fields.tsx';
import { choiceWords } from '../ui/shown-value.ts';
import { Note } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { RuleChangeForm, useTypedWhy, WaitingLink, WhyFields } from './rule-change.tsx';
import { RuleHistory } from './rule-history.tsx';
import { useSettingHistory } from './setting-queries.ts';
import { useSettingValue } from './setting-value.ts';

/** What the rule does, a new value from a day on, and what it was; what was before stays in force until then. */
export function ChangeSetting({ setting }: { setting: Setting }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const valueWords = useSettingValue();
  const history = useSettingHistory(setting.name);
  type Past = NonNullable<typeof history.data>['items'][number];
  const columns: Column<Past>[] = [
    {
      name: 'value',
      heading: t('settings.value'),
      isLong: true,
      cell: (past) => valueWords({ ...setting, value: past.value }),
    },
  ];
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <p>{setting.help.what}</p>
        <Facts
          columns={1}
          facts={[
            [t('settings.nowHead'), valueWords(setting)],
            ...(setting.next === null
              ? []
              : ([
                  [
                    t('settings.nextHead', { day: format.day(setting.next.effectiveFrom) }),
                    valueWords({ ...setting, value: setting.next.value }),
                  ],
                ] as const)),
            [t('settings.helpBasis'), setting.help.basis],
            [t('settings.helpExample'), setting.help.example],
          ]}
        />
      </div>
      {setting.isFixed ? (
        <Note>{t('settings.fixed')}</Note>
      ) : setting.waitingApprovalId !== null ? (
        <Note>
          {t('rule.isWaiting')} <WaitingLink approvalId={setting.waitingApprovalId} />
        </Note>
      ) : (
        may('settings.change') && <SettingForm setting={setting} />
      )}
      <RuleHistory query={history} columns={columns} />
    </div>
  );
}

function SettingForm({ setting }: { setting: Setting }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const [typed, setTyped] = useState(() => typedValue(setting));
  const { why, set, body } = useTypedWhy();
  const value = readValue(setting, typed, decimals);
  const request = value === undefined || body === undefined ? undefined : { value, ...body };
  return (
    <RuleChangeForm
      request={request}
      body="ChangeSettingBody"
      typed={{ ...(value === undefined ? {} : { value }), ...body }}
      send={(preview) =>
        client.put('/api/settings/{name}', {
          path: { name: setting.name },
          query: { preview },
          // The form asks only when the request is whole.
          body: request as ChangeSettingRequest,
        })
      }
    >
      {(problem) => (
        <>
          <h3>{t(setting.needsSecondPerson ? 'rule.askTitle' : 'settings.change')}</h3>
          <ValueField setting={setting} typed={typed} onType={setTyped} problem={problem('value')} />
          <WhyFields why={why} onChange={set} problem={problem} />
        </>
      )}
    </RuleChangeForm>
  );
}

interface ValueFieldProps {
  setting: Setting;
  typed: string;
  onType: (typed: string) => void;
  problem: string | undefined;
}

function ValueField({ setting, typed, onType, problem }: ValueFieldProps) {
  const t = useWords();
  const known = useKnownWord();
  switch (setting.kind) {
    case 'flag':
      return (
        <Segments
          label={t('settings.value')}
          options={[
            { value: 'true', label: t('settings.yes') },
            { value: 'false', label: t('settings.no') },
          ]}
          value={typed === 'true' ? 'true' : 'false'}
          onChange={onType}
        />
      );
    case 'choice':
      return (
        <ChoiceBox
          label={t('settings.value')}
          name="value"
          value={typed}
          choices={(setting.choices ?? []).map((choice) => ({
            value: choice,
            label: known(`settings.choice.${choice}`) ?? choice,
          }))}
          onChange={onType}
          problem={problem}
        />
      );
    case 'weekdays':
    case 'languages':
    case 'papers':
      return (
        <fieldset className="stack plain-fieldset">
          <legend>{t('settings.value')}</legend>
          {(setting.choices ?? []).map((day) => (
            <TickBox
              key={day}
              label={choiceWords(known, day) ?? day}
              isTicked={listed(typed).includes(day)}
              onChange={(isTicked) =>
                onType(
                  (setting.choices ?? [])
                    .filter((one) => (one === day ? isTicked : listed(typed).includes(one)))
                    .join(', '),
                )
              }
            />
          ))}
          {problem !== undefined && <p className="problem">{problem}</p>}
        </fieldset>
      );
    case 'money':
      return <MoneyBox label={t('settings.value')} name="value" value={typed} onChange={onType} problem={problem} />;
    default:
      return (
        <TextBox
          label={t('settings.value')}
          hint={
            setting.kind === 'pattern'
              ? t('settings.patternHow')
              : setting.kind === 'percent'
                ? t('settings.percentHow')
                : setting.kind === 'days-before'
                  ? t('settings.daysBeforeHow')
                  : undefined
          }
          takesDigits={setting.kind !== 'text'}
          maxLength={400}
          name="value"
          value={typed}
          onChange={onType}
          problem={problem}
        />
      );
  }
}

const listed = (typed: string) => typed.split(', ').filter((day) => day !== '');

function typedValue({ kind, value }: Setting): string {
  if (value === null) return '';
  return kind === 'money' && typeof value === 'string' ? typedFromMoney(value) : String(value);
}

/** What was typed as the setting's own kind; undefined while it is none. Nothing at all is null: the rule is off. */
function readValue(setting: Setting, typed: string, decimals: number): ChangeSettingRequest['value'] | undefined {
  const text = typed.trim();
  switch (setting.kind) {
    case 'flag':
      return text === 'true';
    case 'money': {
      const amount = readTypedMoney(text, decimals);
      return amount.ok ? amount.text : amount.reason === 'empty' ? null : undefined;
    }
    case 'number':
      return /^\d{1,9}$/.test(toLatinDigits(text)) ? Number(toLatinDigits(text)) : undefined;
    default:
      return text === '' ? null : text;
  }
}
