import { useBasisWords } from '../../shared/basis-words.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';

interface Version {
  effectiveFrom: string;
  legalBasis: string | null;
  reason: string | null;
  setBy: string | null;
  approvedBy: string | null;
  recordedAt: string | null;
}

interface RuleHistoryProps<Past extends Version> {
  query: { data: { items: readonly Past[] } | undefined; error: unknown; refetch: () => unknown };
  /** What each version says, before who set it and why. */
  columns: readonly Column<Past>[];
  /** `h2` on a page of its own; `h3` in a panel. */
  heading?: 'h2' | 'h3';
}

/** Every version of a rule, what is still to come at the top: from when, who asked, who agreed, and why. */
export function RuleHistory<Past extends Version>({ query, columns, heading: Heading = 'h3' }: RuleHistoryProps<Past>) {
  const t = useWords();
  const format = useSocietyFormat();
  const basisWords = useBasisWords();
  const all: Column<Past>[] = [
    { name: 'from', heading: t('settings.from'), cell: (past) => format.day(past.effectiveFrom) },
    ...columns,
    {
      name: 'by',
      heading: t('settings.setBy'),
      isLong: true,
      cell: (past) => (
        <>
          {past.setBy ?? t('settings.bySetup')}
          {past.approvedBy !== null && (
            <span className="quiet small block">{t('rule.agreedBy', { name: past.approvedBy })}</span>
          )}
          {past.recordedAt !== null && <span className="quiet small block">{format.instant(past.recordedAt)}</span>}
        </>
      ),
    },
    {
      name: 'why',
      heading: t('rule.why'),
      isLong: true,
      cell: (past) =>
        past.legalBasis === null
          ? (past.reason ?? '–')
          : [basisWords(past.legalBasis), past.reason].filter((text) => text !== null).join(' · '),
    },
  ];
  return (
    <section className="stack" aria-label={t('settings.history')}>
      <Heading>{t('settings.history')}</Heading>
      <Answered query={query}>
        {({ items }) => (
          <DataTable
            caption={t('settings.history')}
            columns={all}
            rows={items}
            rowKey={(past) => `${past.effectiveFrom} ${past.recordedAt} ${items.indexOf(past)}`}
          />
        )}
      </Answered>
    </section>
  );
}
