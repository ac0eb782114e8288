import { toLatinDigits } from '@kafal/core';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { ChangeSettingRequest, Setting } from '../answers.ts';
import { useMay } from '../session.ts';
import { useMe } from '../shell/shell-queries.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { Segments } from '../ui/choices.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ChoiceBox, DayBox, LongTextBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { Answered, Note, ProblemNote } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { useSettingHistory } from './setting-queries.ts';
import { useSettingValue } from './setting-value.ts';

interface ChangeSettingProps {
  setting: Setting;
  onDone: () => void;
}

/** A new value from a day on; what was before stays in force until then, and in the history for good. */
export function ChangeSetting({ setting, onDone }: ChangeSettingProps) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const valueWords = useSettingValue();
  const history = useSettingHistory(setting.name);
  type Past = NonNullable<typeof history.data>['items'][number];
  const columns: Column<Past>[] = [
    { name: 'from', heading: t('settings.from'), cell: (past) => format.day(past.effectiveFrom) },
    {
      name: 'value',
      heading: t('settings.value'),
      isLong: true,
      cell: (past) => valueWords({ kind: setting.kind, value: past.value }),
    },
    { name: 'by', heading: t('settings.setBy'), cell: (past) => past.setBy ?? t('settings.bySetup') },
  ];
  return (
    <div className="stack stack-wide">
      {may('settings.change') ? <SettingForm setting={setting} onDone={onDone} /> : <p>{valueWords(setting)}</p>}
      <section className="stack" aria-label={t('settings.history')}>
        <h3>{t('settings.history')}</h3>
        <Answered query={history}>
          {({ items }) => (
            <DataTable
              caption={t('settings.history')}
              columns={columns}
              rows={items}
              rowKey={(past) => `${past.effectiveFrom} ${past.recordedAt}`}
            />
          )}
        </Answered>
      </section>
    </div>
  );
}

function SettingForm({ setting, onDone }: ChangeSettingProps) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const { data: me } = useMe();
  const valueWords = useSettingValue();
  const [typed, setTyped] = useState(() => typedValue(setting));
  const [chosenDay, setChosenDay] = useState<string>();
  const [legalBasis, setLegalBasis] = useState(setting.legalBasis ?? '');
  const effectiveFrom = chosenDay ?? me?.businessDate ?? '';
  const value = readValue(setting, typed, decimals);
  const changing = useMutation({
    mutationFn: (request: ChangeSettingRequest) =>
      client.put('/api/settings/{name}', { path: { name: setting.name }, body: request }),
    onSuccess: async () => {
      showToast(t('settings.changed', { name: setting.label }));
      onDone();
      await queryClient.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value === undefined || effectiveFrom === '' || changing.isPending) return;
    changing.mutate({ value, effectiveFrom, ...(legalBasis.trim() === '' ? {} : { legalBasis: legalBasis.trim() }) });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="quiet">{t('settings.now', { value: valueWords(setting) })}</p>
      <ValueField setting={setting} typed={typed} onType={setTyped} problem={fieldProblem(changing.error, 'value')} />
      <DayBox
        label={t('settings.from')}
        hint={t('settings.fromHow')}
        value={effectiveFrom}
        onChange={setChosenDay}
        problem={fieldProblem(changing.error, 'effectiveFrom')}
      />
      <LongTextBox
        label={t('settings.basis')}
        hint={t('settings.basisHow')}
        isOptional
        maxLength={400}
        value={legalBasis}
        onChange={setLegalBasis}
        problem={fieldProblem(changing.error, 'legalBasis')}
      />
      <Note>{t('settings.changeHow')}</Note>
      <ProblemNote error={changing.error} takesFocus />
      <div className="row">
        <Button
          type="submit"
          variant="filled"
          loading={changing.isPending}
          disabled={value === undefined || effectiveFrom === ''}
        >
          {t('settings.change')}
        </Button>
      </div>
    </form>
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
          value={typed}
          choices={(setting.choices ?? []).map((choice) => ({
            value: choice,
            label: known(`settings.choice.${choice}`) ?? choice,
          }))}
          onChange={onType}
          problem={problem}
        />
      );
    case 'money':
      return <MoneyBox label={t('settings.value')} value={typed} onChange={onType} problem={problem} />;
    default:
      return (
        <TextBox
          label={t('settings.value')}
          hint={
            setting.kind === 'pattern'
              ? t('settings.patternHow')
              : setting.kind === 'percent'
                ? t('settings.percentHow')
                : undefined
          }
          takesDigits={setting.kind !== 'text'}
          maxLength={400}
          value={typed}
          onChange={onType}
          problem={problem}
        />
      );
  }
}

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
