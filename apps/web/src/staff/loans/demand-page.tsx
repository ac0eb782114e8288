import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { isZeroMoney } from '../../shared/format.ts';
import { BarList } from '../../shared/ui/charts/bar-list.tsx';
import type { Demand } from '../answers.ts';
import { useEmployers } from '../members/employer-queries.ts';
import { Employers } from '../members/employers.tsx';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { Page, Section } from '../ui/page.tsx';
import { Sentence, SentenceChoice, SentenceDay, SentenceText } from '../ui/sentence.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { loanEvents } from './loans-page.tsx';

const route = getRouteApi('/loans/demand');

/** What borrowers are to pay by a day, for an employer who keeps it back from wages or for whoever collects in a place. */
export function DemandPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/loans/demand' });
  const search = route.useSearch();
  const employers = useEmployers().data?.items ?? [];
  const filter = { q: search.q, until: search.until, employerId: search.employer, locality: search.place };
  const list = useKeysetList('/api/demand-list', filter);
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const money = (amount: string) => (isZeroMoney(amount) ? '–' : format.amount(amount));
  const columns: Column<Demand>[] = [
    {
      name: 'number',
      heading: t('loan.number'),
      cell: ({ loanId, loanNumber }) => (
        <Link to="/loans/$id" params={{ id: loanId }}>
          {loanNumber}
        </Link>
      ),
    },
    {
      name: 'member',
      heading: t('member.name'),
      isLong: true,
      cell: ({ memberName, memberNumber }) => `${memberName} · ${memberNumber}`,
    },
    {
      name: 'employer',
      heading: t('employer.title'),
      isLong: true,
      cell: ({ employerName, employeeNumber }) =>
        employerName === null ? '–' : [employerName, employeeNumber].filter((word) => word !== null).join(' · '),
    },
    { name: 'place', heading: t('member.locality'), isMinor: true, cell: ({ locality }) => locality },
    {
      name: 'arrears',
      heading: t('demand.arrearsIn', { currency }),
      isNumber: true,
      cell: ({ arrears }) => money(arrears),
    },
    {
      name: 'current',
      heading: t('demand.currentIn', { currency }),
      isNumber: true,
      cell: ({ current }) => money(current),
    },
    { name: 'amount', heading: t('dues.amountIn', { currency }), isNumber: true, cell: ({ amount }) => money(amount) },
  ];
  const view = useListView('demand-list', columns);
  const first = list.data?.pages[0];
  const title =
    first === undefined || first.count === 0
      ? t('demand.title')
      : t('demand.count', {
          count: first.count,
          amount: format.money(first.amount),
          day: format.day(first.until),
        });
  return (
    <Page title={title} above={<Link to="/loans">{t('nav.loans')}</Link>}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/demand-list.csv', query: filter, total: first?.count }}
        list={list}
      >
        <SearchBox label={t('loans.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('demand.sentence', slots)}
          parts={{
            until: (
              <SentenceDay
                label={t('demand.until')}
                value={search.until ?? ''}
                none={t('demand.monthEnd')}
                onChange={(until) => set({ until })}
              />
            ),
            employer: (
              <SentenceChoice
                label={t('employer.title')}
                value={search.employer ?? ''}
                none={t('demand.anyEmployer')}
                choices={employers.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(employer) => set({ employer })}
              />
            ),
            place: (
              <SentenceText
                label={t('member.locality')}
                none={t('demand.anyPlace')}
                value={search.place ?? ''}
                onChange={(place) => set({ place })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows
        list={list}
        events={[...loanEvents, 'day-end.finished']}
        empty={<Empty title={t('demand.none')}>{t('demand.noneHow')}</Empty>}
      >
        {(rows: Demand[]) => (
          <DataTable caption={title} columns={view.shown} rows={rows} rowKey={({ loanId }) => loanId} />
        )}
      </KeysetRows>
      <p className="quiet no-print">
        {t('demand.sheetHow')} <Link to="/counter/sheets">{t('nav.counterSheets')}</Link>
      </p>
      <div className="no-print stack stack-wide">
        <Groups by="employer" until={search.until} onPick={({ employerId }) => set({ employer: employerId ?? '' })} />
        <Groups by="locality" until={search.until} onPick={({ name }) => set({ place: name ?? '' })} />
        <Employers mayChange={useMay()('member.change')} />
      </div>
    </Page>
  );
}

interface GroupsProps {
  by: 'employer' | 'locality';
  until: string | undefined;
  onPick: (group: { employerId: string | null; name: string | null }) => void;
}

const MOST_GROUPS = 12;

/** How much is asked of each, the largest first; each bar shows its own list. */
function Groups({ by, until, onPick }: GroupsProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const groups = useQuery({
    queryKey: ['demand', 'groups', by, until],
    queryFn: () => client.get('/api/demand-list/groups', { query: { by, ...(until === undefined ? {} : { until }) } }),
  });
  return (
    <Section title={t(`demand.by.${by}`)}>
      <Answered query={groups}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('demand.none')}</p>
          ) : (
            <BarList
              name={t(`demand.by.${by}`)}
              rows={items.slice(0, MOST_GROUPS).map((group) => ({
                key: group.employerId ?? group.name ?? 'none',
                label:
                  group.name === null ? (
                    t('demand.noEmployer')
                  ) : (
                    <button type="button" className="link-button" onClick={() => onPick(group)}>
                      {group.name}
                    </button>
                  ),
                // For the length of the bar alone.
                value: Number(group.amount),
                figure: `${format.amount(group.amount)} · ${t('dues.loans', { count: group.loans })}`,
              }))}
            />
          )
        }
      </Answered>
      {groups.data !== undefined && groups.data.items.length > MOST_GROUPS && (
        <p className="quiet">{t('demand.more', { count: groups.data.items.length - MOST_GROUPS })}</p>
      )}
    </Section>
  );
}
