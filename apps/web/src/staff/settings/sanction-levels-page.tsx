import { Button } from '@mantine/core';
import { useState } from 'react';
import { useBasisWords } from '../../shared/basis-words.ts';
import { readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import type { ChangeSanctionLevelsRequest, SanctionLevels } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ChoiceBox, MoneyBox } from '../ui/fields.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered, Empty, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { RuleChangeForm, useTypedWhy, WaitingLink, WhyFields } from './rule-change.tsx';
import { RuleHistory } from './rule-history.tsx';
import { useSanctionLevels } from './setting-queries.ts';

type Level = SanctionLevels['levels'][number];

/** Who sanctions how much, and how that is changed. */
export function SanctionLevelsPage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const basisWords = useBasisWords();
  const { currency } = useThisSociety();
  const query = useSanctionLevels();
  const [isOpen, setOpen] = useState(false);
  const found = query.data;
  const count = found?.levels.length ?? 0;
  const columns: Column<Level>[] = [
    { name: 'role', heading: t('levels.role'), isLong: true, cell: ({ roleName }) => roleName },
    {
      name: 'upTo',
      heading: t('levels.upToIn', { currency }),
      isNumber: true,
      cell: ({ upTo }) => (upTo === null ? t('levels.any') : format.amount(upTo)),
    },
  ];
  return (
    <Page
      title={count === 0 ? t('levels.title') : t('levels.count', { count })}
      lead={t('levels.lead')}
      actions={
        may('settings.change') &&
        found?.waitingApprovalId === null && <Button onClick={() => setOpen(true)}>{t('levels.change')}</Button>
      }
    >
      <Answered query={query}>
        {(ladder) => (
          <div className="stack">
            {ladder.waitingApprovalId !== null && (
              <Note>
                {t('rule.isWaiting')} <WaitingLink approvalId={ladder.waitingApprovalId} />
              </Note>
            )}
            {ladder.levels.length === 0 ? (
              <Empty title={t('levels.none')}>{t('levels.noneHow')}</Empty>
            ) : (
              <DataTable
                caption={t('nav.sanctionLevels')}
                columns={columns}
                rows={ladder.levels}
                rowKey={({ roleCode }) => roleCode}
              />
            )}
            {ladder.legalBasis !== null && <p className="quiet">{basisWords(ladder.legalBasis)}</p>}
            {ladder.next !== null && (
              <p>
                {t('levels.next', {
                  day: format.day(ladder.next.effectiveFrom),
                  levels: ladder.next.levels.map((level) => levelWords(level, t, format.money)).join('; '),
                })}
              </p>
            )}
            {ladder.history.length > 0 && <History history={ladder.history} />}
          </div>
        )}
      </Answered>
      <SidePanel title={t('levels.change')} isOpen={isOpen} onClose={() => setOpen(false)} size="lg">
        {found !== undefined && <LevelsForm ladder={found} />}
      </SidePanel>
    </Page>
  );
}

const levelWords = (
  { roleName, upTo }: Level,
  t: ReturnType<typeof useWords>,
  money: (amount: string) => string,
): string => `${roleName}: ${upTo === null ? t('levels.any') : money(upTo)}`;

type Past = SanctionLevels['history'][number];

function History({ history }: { history: readonly Past[] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const columns: Column<Past>[] = [
    {
      name: 'levels',
      heading: t('levels.history'),
      isLong: true,
      cell: ({ levels }) =>
        levels.length === 0 ? t('levels.none') : levels.map((level) => levelWords(level, t, format.money)).join('; '),
    },
  ];
  return (
    <RuleHistory
      query={{ data: { items: history }, error: null, refetch: () => undefined }}
      columns={columns}
      heading="h2"
    />
  );
}

interface TypedLevel {
  roleCode: string;
  upTo: string;
}

function LevelsForm({ ladder }: { ladder: SanctionLevels }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const { why, set, body } = useTypedWhy();
  const [levels, setLevels] = useState<readonly TypedLevel[]>(() =>
    ladder.levels.map(({ roleCode, upTo }) => ({ roleCode, upTo: upTo === null ? '' : typedFromMoney(upTo) })),
  );
  const read = levels.map(({ roleCode, upTo }) => {
    if (upTo.trim() === '') return { roleCode, upTo: null };
    const amount = readTypedMoney(upTo, decimals);
    return amount.ok ? { roleCode, upTo: amount.text } : undefined;
  });
  const whole = read.filter((level) => level !== undefined);
  const typed = { levels: whole, ...body };
  const isWhole = whole.length === levels.length && levels.every(({ roleCode }) => roleCode !== '');
  const request: ChangeSanctionLevelsRequest | undefined =
    isWhole && body !== undefined ? { levels: whole, ...body } : undefined;
  const change = (place: number, part: Partial<TypedLevel>) =>
    setLevels(levels.map((level, index) => (index === place ? { ...level, ...part } : level)));
  const fresh = () => ladder.roles.find(({ code }) => !levels.some(({ roleCode }) => roleCode === code))?.code ?? '';
  return (
    <RuleChangeForm
      request={request}
      body="ChangeSanctionLevelsBody"
      typed={typed}
      send={(preview) =>
        client.put('/api/sanction-levels', {
          query: { preview },
          // The form asks only when the request is whole.
          body: request as ChangeSanctionLevelsRequest,
        })
      }
    >
      {(problem) => (
        <>
          <p className="quiet small">{t('levels.hint')}</p>
          {levels.map((level, place) => (
            // A level has no name of its own; its place is what the server names it by.
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are added at the end and taken away one by one
            <fieldset key={place} className="rate-line of-roles">
              <legend className="visually-hidden">{t('levels.line', { number: place + 1 })}</legend>
              <ChoiceBox
                label={t('levels.role')}
                name={`levels.${place}.roleCode`}
                value={level.roleCode}
                choices={ladder.roles.map(({ code, name }) => ({ value: code, label: name }))}
                onChange={(roleCode) => change(place, { roleCode })}
                problem={problem(`levels.${place}.roleCode`)}
              />
              <MoneyBox
                label={t('levels.upTo')}
                isOptional
                name={`levels.${place}.upTo`}
                value={level.upTo}
                onChange={(upTo) => change(place, { upTo })}
                problem={problem(`levels.${place}.upTo`)}
              />
              <Button
                variant="subtle"
                color="gray"
                onClick={() => setLevels(levels.filter((_, index) => index !== place))}
                aria-label={t('levels.awayNumber', { number: place + 1 })}
              >
                {t('levels.away')}
              </Button>
            </fieldset>
          ))}
          <div>
            <Button size="compact-sm" onClick={() => setLevels([...levels, { roleCode: fresh(), upTo: '' }])}>
              {t('levels.more')}
            </Button>
          </div>
          <WhyFields why={why} onChange={set} problem={problem} />
        </>
      )}
    </RuleChangeForm>
  );
}
