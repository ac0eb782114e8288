import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { phoneText } from '../../shared/format.ts';
import type { KycRow } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { Mark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { kycEvents, kycLooks, useKycState, useWantedWords } from './kyc-words.ts';

const route = getRouteApi('/kyc');
const states = ['attention', 'missing', 'expired', 'pending', 'expiring', 'verified', 'all'] as const;
const risks = ['low', 'medium', 'high'] as const;

/** Members by how their papers stand. */
export function KycPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const stateWords = useKycState();
  const wantedWords = useWantedWords();
  const navigate = useNavigate({ from: '/kyc' });
  const search = route.useSearch();
  const state = states.find((one) => one === search.state) ?? 'attention';
  const risk = risks.find((one) => one === search.risk);
  const query = { q: search.q, state, risk };
  const list = useKeysetList('/api/kyc', { ...query, total: true });
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<KycRow>[] = [
    {
      name: 'member',
      heading: t('member.name'),
      isLong: true,
      cell: ({ memberId, memberNumber, name, phone }) => (
        <>
          <Link to="/members/$id" params={{ id: memberId }}>
            {name}
          </Link>{' '}
          · {memberNumber}
          {phone !== null && <span className="block small quiet">{phoneText(phone)}</span>}
        </>
      ),
    },
    {
      name: 'state',
      heading: t('kycList.state'),
      cell: (row) => <Mark look={kycLooks[row.state]} words={stateWords(row)} />,
    },
    {
      name: 'open',
      heading: t('kycList.open'),
      isLong: true,
      cell: ({ open }) => (
        <ul className="plain-list small">
          {open.map((wanted) => (
            <li key={wanted.kinds.join()}>{wantedWords(wanted)}</li>
          ))}
        </ul>
      ),
    },
    {
      name: 'until',
      heading: t('kycList.until'),
      cell: ({ validUntil }) => (validUntil === null ? '–' : format.day(validUntil)),
    },
    { name: 'risk', heading: t('kyc.risk'), isMinor: true, cell: ({ riskClass }) => t(`kyc.risk.${riskClass}`) },
  ];
  const view = useListView('kyc', columns);
  const title = t(`kycList.title.${state}`);
  return (
    <Page title={title}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/kyc.csv', query, total: list.data?.pages[0]?.total }}
        list={list}
      >
        <SearchBox label={t('desk.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('kycList.sentence', slots)}
          parts={{
            state: (
              <SentenceChoice
                label={t('kycList.state')}
                value={state}
                choices={states.map((one) => ({ value: one, label: t(`kycList.pick.${one}`) }))}
                onChange={(one) => set({ state: one })}
              />
            ),
            risk: (
              <SentenceChoice
                label={t('kyc.risk')}
                none={t('kycList.anyRisk')}
                value={risk ?? ''}
                choices={risks.map((one) => ({ value: one, label: t(`kycList.ofRisk.${one}`) }))}
                onChange={(one) => set({ risk: one })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows
        list={list}
        events={kycEvents}
        empty={<Empty title={t('kycList.none')}>{t('kycList.noneHow')}</Empty>}
      >
        {(rows: KycRow[]) => (
          <DataTable caption={title} columns={view.shown} rows={rows} rowKey={({ memberId }) => memberId} />
        )}
      </KeysetRows>
    </Page>
  );
}
