import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { isZeroMoney } from '../../shared/format.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import type { InterestTaxRow } from '../answers.ts';
import { bookEvents } from '../live-messages.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { FileButton } from '../ui/files.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { Page } from '../ui/page.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { partChoices } from './tax-year-parts.ts';

const route = getRouteApi('/books/interest-tax');
const sorts = ['memberNumber', '-memberNumber'] as const;
const who = ['all', 'withheld', 'declared', 'without-pan'] as const;

/** The interest of all members in a tax year or a part of it, the tax on it, and their certificates. */
export function InterestTaxPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const language = useLanguage();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/books/interest-tax' });
  const search = route.useSearch();
  const sort = sorts.find((one) => one === search.sort) ?? 'memberNumber';
  const asked = who.find((one) => one === search.who) ?? 'all';
  const filter = { q: search.q, year: search.year, part: search.part, who: asked, sort };
  const list = useKeysetList('/api/interest-tax', { ...filter, total: true });
  const first = list.data?.pages[0];
  const parts = partChoices(t, format, first?.months ?? []);
  const part = parts.find(({ value }) => value === search.part)?.value ?? 'year';
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const certificate = (row: InterestTaxRow) => ({
    path: { id: row.memberId },
    query: { on: first?.from, language },
  });

  const columns: Column<InterestTaxRow>[] = [
    {
      name: 'member',
      heading: t('member.name'),
      isLong: true,
      sort: { up: 'memberNumber', down: '-memberNumber' },
      cell: ({ memberId, memberName, memberNumber }) => (
        <>
          <Link to="/members/$id" params={{ id: memberId }}>
            {memberName}
          </Link>{' '}
          <span className="quiet nowrap">· {memberNumber}</span>
        </>
      ),
    },
    {
      name: 'rule',
      heading: t('tax.rule'),
      isLong: true,
      isMinor: true,
      cell: ({ panMasked, isSenior, declaration }) =>
        [
          panMasked ?? t('tax.withoutPan'),
          ...(isSenior ? [t('tax.senior')] : []),
          ...(declaration === null ? [] : [t('tax.declared', { number: declaration })]),
        ].join(' · '),
    },
    {
      name: 'accounts',
      heading: t('tax.accounts'),
      isLong: true,
      isMinor: true,
      cell: ({ accounts }) =>
        accounts.map(({ depositId, accountNumber }, index) => (
          <span key={depositId}>
            {index > 0 && ', '}
            <Link to="/savings/$id" params={{ id: depositId }}>
              {accountNumber}
            </Link>
          </span>
        )),
    },
    {
      name: 'interest',
      heading: t('tax.interestIn', { currency }),
      isNumber: true,
      isFixed: true,
      cell: ({ interest }) => format.amount(interest),
    },
    {
      name: 'tax',
      heading: t('tax.taxIn', { currency }),
      isNumber: true,
      isFixed: true,
      cell: ({ tax }) => format.amount(tax),
    },
    ...(part === 'year'
      ? []
      : [
          {
            name: 'interestOfYear',
            heading: t('tax.interestOfYearIn', { currency }),
            isNumber: true,
            isMinor: true,
            cell: ({ interestOfYear }: InterestTaxRow) => format.amount(interestOfYear),
          },
          {
            name: 'taxOfYear',
            heading: t('tax.taxOfYearIn', { currency }),
            isNumber: true,
            isMinor: true,
            cell: ({ taxOfYear }: InterestTaxRow) => format.amount(taxOfYear),
          },
        ]),
    {
      name: 'due',
      heading: t('tax.dueIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ due }) => format.amount(due),
    },
    {
      name: 'accrued',
      heading: t('tax.accruedIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ accrued }) => format.amount(accrued),
    },
    {
      name: 'certificate',
      heading: t('tax.certificates'),
      isAct: true,
      isMinor: true,
      cell: (row) => (
        <span className="row">
          <FileButton
            size="compact-sm"
            use="print"
            path="/api/members/{id}/interest-certificate.pdf"
            options={certificate(row)}
          >
            {t('tax.interestCertificate')}
          </FileButton>
          {!isZeroMoney(row.taxOfYear) && (
            <FileButton
              size="compact-sm"
              use="print"
              path="/api/members/{id}/tax-certificate.pdf"
              options={certificate(row)}
            >
              {t('tax.taxCertificate')}
            </FileButton>
          )}
        </span>
      ),
    },
  ];
  const view = useListView('interest-tax', columns);
  const { total, totals } = first ?? {};
  const title =
    total === undefined || totals === undefined || total === 0
      ? t('nav.interestTax')
      : t('tax.title', { count: total, interest: format.money(totals.interest), tax: format.money(totals.tax) });
  return (
    <Page
      title={title}
      lead={first && t('tax.lead', { from: format.day(first.from), to: format.day(first.to) })}
      signedBy={[t('print.preparedBy'), t('print.checkedBy'), t('print.manager')]}
    >
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/interest-tax.csv', query: filter, total }}
        list={list}
      >
        <SearchBox label={t('tax.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('tax.sentence', slots)}
          parts={{
            who: (
              <SentenceChoice
                label={t('tax.whose')}
                value={asked}
                choices={who.map((one) => ({ value: one, label: t(`tax.who.${one}`) }))}
                onChange={(one) => set({ who: one })}
              />
            ),
            part: (
              <SentenceChoice
                label={t('tax.part')}
                value={part}
                choices={parts}
                onChange={(one) => set({ part: one === 'year' ? '' : one })}
              />
            ),
            year: (
              <SentenceChoice
                label={t('tax.year')}
                value={first?.year ?? ''}
                choices={(first?.years ?? []).map((year) => ({ value: year, label: year }))}
                onChange={(year) => set({ year })}
              />
            ),
            sort: (
              <SentenceChoice
                label={t('list.order')}
                value={sort}
                choices={sorts.map((one) => ({ value: one, label: t(`members.by.${one}`) }))}
                onChange={(one) => set({ sort: one })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows list={list} events={bookEvents} empty={<Empty title={t('tax.none')}>{t('tax.noneHow')}</Empty>}>
        {(rows: InterestTaxRow[]) => (
          <DataTable
            caption={title}
            columns={view.shown}
            rows={rows}
            rowKey={({ memberId }) => memberId}
            sort={sort}
            onSort={(next) => set({ sort: next })}
            totals={
              totals && {
                label: t('list.whole'),
                of: {
                  interest: format.amount(totals.interest),
                  tax: format.amount(totals.tax),
                  accrued: format.amount(totals.accrued),
                },
              }
            }
          />
        )}
      </KeysetRows>
    </Page>
  );
}
