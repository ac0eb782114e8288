import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { isZeroMoney, readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { FoundMember } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ChoiceBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { MemberFinder } from '../ui/member-finder.tsx';
import { MemberLink } from '../ui/member-link.tsx';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { type DailyAccount, useRoutes } from './collection-queries.ts';

const route = getRouteApi('/collections/accounts');

/** Daily deposits along the routes: who gives how much a day, and to whom. */
export function DailyAccountsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/collections/accounts' });
  const search = route.useSearch();
  const mayOpen = useMay()('deposit.open');
  const routes = useRoutes();
  const list = useKeysetList('/api/collections/accounts', {
    q: search.q,
    routeId: search.route,
    status: 'active',
    sort: search.route === undefined ? 'accountNumber' : 'position',
    total: true,
  });
  const total = list.data?.pages[0]?.total;
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<DailyAccount>[] = [
    {
      name: 'account',
      heading: t('daily.account'),
      cell: ({ id, accountNumber }) => (
        <Link to="/savings/$id" params={{ id }}>
          {accountNumber}
        </Link>
      ),
    },
    {
      name: 'member',
      heading: t('daily.member'),
      isLong: true,
      cell: ({ memberId, memberName, memberNumber }) => (
        <MemberLink id={memberId} name={memberName} number={memberNumber} />
      ),
    },
    {
      name: 'route',
      heading: t('daily.route'),
      isMinor: true,
      cell: ({ routeCode, agentName }) => `${routeCode} · ${agentName}`,
    },
    {
      name: 'amount',
      heading: t('daily.amount', { currency }),
      isNumber: true,
      isMinor: true,
      cell: ({ dailyAmount }) => format.amount(dailyAmount),
    },
    {
      name: 'today',
      heading: t('daily.today', { currency }),
      isNumber: true,
      cell: ({ collectedToday }) => (isZeroMoney(collectedToday) ? '–' : format.amount(collectedToday)),
    },
    {
      name: 'balance',
      heading: t('daily.balance', { currency }),
      isNumber: true,
      cell: ({ balance }) => format.amount(balance),
    },
    { name: 'ends', heading: t('daily.maturesOn'), isMinor: true, cell: ({ maturesOn }) => format.day(maturesOn) },
    ...(mayOpen
      ? [
          {
            name: 'change',
            heading: t('daily.change'),
            isAct: true,
            cell: (account: DailyAccount) => <ChangeAccount account={account} />,
          },
        ]
      : []),
  ];
  return (
    <Page
      title={total === undefined ? t('nav.collectionAccounts') : t('daily.title', { count: total })}
      actions={mayOpen && <OpenAccount />}
    >
      <div className="row no-print">
        <SearchBox label={t('members.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <ChoiceBox
          label={t('daily.route')}
          none={t('daily.everyRoute')}
          value={search.route ?? ''}
          choices={(routes.data?.items ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
          onChange={(id) => set({ route: id })}
        />
      </div>
      <KeysetRows
        list={list}
        events={['receipt.issued']}
        empty={<Empty title={t('daily.none')}>{t('daily.noneHow')}</Empty>}
      >
        {(rows) => (
          <DataTable caption={t('nav.collectionAccounts')} columns={columns} rows={rows} rowKey={({ id }) => id} />
        )}
      </KeysetRows>
    </Page>
  );
}

function useRouteChoices() {
  const routes = useRoutes();
  return (routes.data?.items ?? []).map(({ id, code, name, agentName }) => ({
    value: id,
    label: `${code} · ${name} · ${agentName}`,
  }));
}

function OpenAccount() {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const [isOpen, dialog] = useDisclosure(false);
  const [person, setPerson] = useState<FoundMember>();
  const [chosenCode, setCode] = useState('');
  const [routeId, setRouteId] = useState('');
  const [typed, setTyped] = useState('');
  const [months, setMonths] = useState('');
  const finder = useRef<HTMLInputElement>(null);
  const routes = useRouteChoices();
  const offered = useQuery({
    queryKey: ['deposit-products'],
    queryFn: () => client.get('/api/deposit-products'),
    enabled: isOpen,
  });
  const products = (offered.data?.items ?? []).filter(({ kind }) => kind === 'daily');
  const productCode = chosenCode === '' ? (products[0]?.code ?? '') : chosenCode;
  const minimum = products.find(({ code }) => code === productCode)?.minimumDeposit;
  const amount = readTypedMoney(typed, decimals);
  const term = months.trim() === '' ? undefined : Number(months);
  const opening = useMutation({
    mutationFn: () =>
      client.post('/api/collections/accounts', {
        body: {
          memberId: person?.id ?? '',
          productCode,
          routeId,
          dailyAmount: amount.ok ? amount.text : '',
          ...(term === undefined ? {} : { months: term }),
        },
      }),
    onSuccess: async ({ accountNumber }) => {
      showToast(t('daily.opened', { number: accountNumber }));
      dialog.close();
      setPerson(undefined);
      setTyped('');
      setMonths('');
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <Button variant="filled" onClick={dialog.open}>
        {t('daily.open')}
      </Button>
      <ActDialog
        title={t('daily.open')}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t('daily.openNow')}
        onAct={() => opening.mutate()}
        isBusy={opening.isPending}
        isReady={
          person !== undefined &&
          routeId !== '' &&
          productCode !== '' &&
          amount.ok &&
          (term === undefined || (Number.isInteger(term) && term > 0))
        }
        error={opening.error}
      >
        {routes.length === 0 && <p>{t('daily.noRoute')}</p>}
        <MemberFinder label={t('daily.find')} keys="F2" inputRef={finder} onChoose={setPerson} />
        {person !== undefined && (
          <p>
            <strong>{person.name}</strong> <span className="quiet">{person.memberNumber}</span>
          </p>
        )}
        {products.length > 1 && (
          <ChoiceBox
            label={t('daily.kind')}
            value={productCode}
            choices={products.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={setCode}
            problem={fieldProblem(opening.error, 'productCode')}
          />
        )}
        <ChoiceBox
          label={t('daily.route')}
          none={t('daily.chooseRoute')}
          value={routeId}
          choices={routes}
          onChange={setRouteId}
          problem={fieldProblem(opening.error, 'routeId')}
        />
        <MoneyBox
          label={t('daily.amountADay')}
          hint={minimum === undefined ? undefined : t('counter.depositLeast', { amount: format.money(minimum) })}
          value={typed}
          onChange={setTyped}
          problem={fieldProblem(opening.error, 'dailyAmount')}
        />
        <TextBox
          label={t('daily.months')}
          hint={t('daily.monthsHow')}
          isOptional
          takesDigits
          maxLength={3}
          value={months}
          onChange={setMonths}
          problem={fieldProblem(opening.error, 'months')}
        />
      </ActDialog>
    </>
  );
}

function ChangeAccount({ account }: { account: DailyAccount }) {
  const t = useWords();
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open}>
        {t('daily.change')}
      </Button>
      {isOpen && <ChangeDialog account={account} onClose={dialog.close} />}
    </>
  );
}

function ChangeDialog({ account, onClose }: { account: DailyAccount; onClose: () => void }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const routes = useRouteChoices();
  const [routeId, setRouteId] = useState(account.routeId);
  const [typed, setTyped] = useState(() => typedFromMoney(account.dailyAmount));
  const amount = readTypedMoney(typed, decimals);
  const changing = useMutation({
    mutationFn: () =>
      client.put('/api/collections/accounts/{id}', {
        path: { id: account.id },
        body: { routeId, dailyAmount: amount.ok ? amount.text : '' },
      }),
    onSuccess: async () => {
      showToast(t('daily.changed', { number: account.accountNumber }));
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <ActDialog
      title={`${account.accountNumber} · ${account.memberName}`}
      isOpen
      onClose={onClose}
      act={t('daily.changeNow')}
      onAct={() => changing.mutate()}
      isBusy={changing.isPending}
      isReady={amount.ok && (routeId !== account.routeId || amount.text !== account.dailyAmount)}
      error={changing.error}
    >
      <ChoiceBox
        label={t('daily.route')}
        value={routeId}
        choices={routes}
        onChange={setRouteId}
        problem={fieldProblem(changing.error, 'routeId')}
      />
      <MoneyBox
        label={t('daily.amountADay')}
        value={typed}
        onChange={setTyped}
        problem={fieldProblem(changing.error, 'dailyAmount')}
      />
    </ActDialog>
  );
}
