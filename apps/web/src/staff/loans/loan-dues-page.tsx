import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { isZeroMoney } from '../../shared/format.ts';
import type { LoanDue, LoanDues } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { Page } from '../ui/page.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { loanEvents } from './loans-page.tsx';

const route = getRouteApi('/loans/dues');
const whens = ['today', 'week', 'overdue'] as const;
const ages = ['days-1-30', 'days-31-60', 'days-61-90', 'days-91-365', 'older'] as const;
const shownAs = [...whens, ...ages] as const;

/** The collections desk: what falls due, and what is overdue by age, with those who answer for it. */
export function LoanDuesPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/loans/dues' });
  const search = route.useSearch();
  const shown = shownAs.find((one) => one === search.show) ?? 'overdue';
  const age = ages.find((one) => one === shown);
  const filter = { q: search.q, when: whens.find((one) => one === shown) ?? 'overdue', age } as const;
  const list = useKeysetList('/api/loan-dues', filter);
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const money = (amount: string) => (isZeroMoney(amount) ? '–' : format.amount(amount));
  const columns: Column<LoanDue>[] = [
    {
      name: 'number',
      heading: t('loan.number'),
      cell: ({ loanId, number }) => (
        <Link to="/loans/$id" params={{ id: loanId }}>
          {number}
        </Link>
      ),
    },
    {
      name: 'member',
      heading: t('member.name'),
      isLong: true,
      cell: ({ memberName, memberNumber, phone }) => (
        <>
          {memberName} · {memberNumber}
          {phone !== null && (
            <a className="block small" href={`tel:${phone}`}>
              {phone}
            </a>
          )}
        </>
      ),
    },
    { name: 'dueOn', heading: t('dues.since'), cell: ({ dueOn }) => format.day(dueOn) },
    {
      name: 'days',
      heading: t('dues.days'),
      isNumber: true,
      cell: ({ daysPastDue }) => (daysPastDue === 0 ? '–' : format.count(daysPastDue)),
    },
    {
      name: 'principal',
      heading: t('dues.principalIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ principal }) => money(principal),
    },
    {
      name: 'interest',
      heading: t('dues.interestIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ interest }) => money(interest),
    },
    {
      name: 'penalty',
      heading: t('dues.penaltyIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ penalty }) => money(penalty),
    },
    { name: 'amount', heading: t('dues.amountIn', { currency }), isNumber: true, cell: ({ amount }) => money(amount) },
    {
      name: 'outstanding',
      heading: t('loan.outstandingIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ outstanding }) => format.amount(outstanding),
    },
    {
      name: 'lastContact',
      heading: t('dues.lastContact'),
      isLong: true,
      cell: ({ lastContact }) =>
        lastContact === null
          ? '–'
          : `${t(`collection.kind.${lastContact.kind}`)}, ${format.day(lastContact.on)}: ${lastContact.said}`,
    },
    {
      name: 'promise',
      heading: t('dues.promise'),
      isLong: true,
      cell: ({ promise }) =>
        promise === null
          ? '–'
          : t(`dues.promise.${promise.state}`, { amount: format.money(promise.amount), day: format.day(promise.by) }),
    },
    {
      name: 'lastNotice',
      heading: t('dues.lastNotice'),
      isMinor: true,
      cell: ({ lastNotice }) =>
        lastNotice === null
          ? '–'
          : t('dues.noticeOn', { level: format.count(lastNotice.level), day: format.day(lastNotice.on) }),
    },
    {
      name: 'guarantors',
      heading: t('loan.guarantors'),
      isLong: true,
      isMinor: true,
      cell: ({ guarantors }) =>
        guarantors.length === 0
          ? '–'
          : guarantors.map(({ memberId, name, memberNumber, phone }) => (
              <span key={memberId} className="block">
                {name} · {memberNumber}
                {phone !== null && <span className="block small">{phone}</span>}
              </span>
            )),
    },
  ];
  const view = useListView('loan-dues', columns);
  const first = list.data?.pages[0];
  const title =
    first === undefined || first.count === 0
      ? t(`dues.title.${filter.when}`)
      : t(`dues.count.${filter.when}`, { count: first.count, amount: format.money(first.amount) });
  return (
    <Page title={title} above={<Link to="/loans">{t('nav.loans')}</Link>}>
      {first !== undefined && <Ages ages={first.ages} shown={shown} onShow={(show) => set({ show })} />}
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/loan-dues.csv', query: filter, total: first?.count }}
        list={list}
      >
        <SearchBox label={t('loans.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('loans.sentence', slots)}
          parts={{
            status: (
              <SentenceChoice
                label={t('dues.which')}
                value={shown}
                choices={shownAs.map((one) => ({ value: one, label: t(`dues.pick.${one}`) }))}
                onChange={(one) => set({ show: one })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows
        list={list}
        events={[...loanEvents, 'day-end.finished']}
        empty={<Empty title={t(`dues.none.${filter.when}`)}>{t('dues.noneHow')}</Empty>}
      >
        {(rows: LoanDue[]) => (
          <DataTable caption={title} columns={view.shown} rows={rows} rowKey={({ loanId }) => loanId} />
        )}
      </KeysetRows>
    </Page>
  );
}

/** What is overdue by its age; each figure shows its loans. */
function Ages({ ages: rows, shown, onShow }: { ages: LoanDues['ages']; shown: string; onShow: (age: string) => void }) {
  const t = useWords();
  const format = useSocietyFormat();
  if (rows.every(({ count }) => count === 0)) return null;
  return (
    <ul className="lines" aria-label={t('dues.ages')}>
      {rows.map(({ age, count, amount }) => (
        <li key={age} className="line-row">
          {count === 0 ? (
            <span>{t(`dues.age.${age}`)}</span>
          ) : (
            <button type="button" className="link-button" aria-pressed={shown === age} onClick={() => onShow(age)}>
              {t(`dues.age.${age}`)} · {t('dues.loans', { count })}
            </button>
          )}
          <span className="figure">{count === 0 ? '–' : format.amount(amount)}</span>
        </li>
      ))}
    </ul>
  );
}
