import { useState } from 'react';
import { Link } from 'wouter';
import type { Deposit } from '../../shared/answers.ts';
import { Button } from '../../shared/ui/button.tsx';
import { SelectField, TextField } from '../../shared/ui/field.tsx';
import { Narration } from '../../shared/ui/narration.tsx';
import { PaperEnd } from '../../shared/ui/paper.tsx';
import { Empty, ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { type PassbookFilter, usePassbook } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { monthsBetween } from './passbook-months.ts';
import { useSettled } from './use-settled.ts';

/** The passbook, newest first, with the balance after each line; all of it, one month, or what is looked for. */
export function PassbookRows({ deposit }: { deposit: Deposit }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const { businessDate } = useThisSociety();
  const [month, setMonth] = useState('all');
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 300);
  const months = monthsBetween(deposit.openedOn, businessDate ?? deposit.openedOn);
  const chosen = months.find(({ from }) => from === month);
  const filter: PassbookFilter = {
    ...(chosen === undefined ? {} : { from: chosen.from, to: chosen.to }),
    ...(q === '' ? {} : { q }),
  };
  return (
    <>
      <div className="passbook-filter">
        <SelectField
          label={t('account.month')}
          value={month}
          onChange={setMonth}
          choices={[
            { value: 'all', label: t('account.allMonths') },
            ...months.map(({ from }) => ({ value: from, label: format.month(from) })),
          ]}
        />
        <TextField
          label={t('account.search')}
          type="search"
          autoComplete="off"
          maxLength={80}
          value={typed}
          onChange={setTyped}
        />
      </div>
      <p className="on-paper">
        {chosen === undefined ? t('account.allMonths') : format.month(chosen.from)}{' '}
        {q !== '' && t('print.foundBy', { words: q })}
      </p>
      <Rows id={deposit.id} filter={filter} />
    </>
  );
}

function Rows({ id, filter }: { id: string; filter: PassbookFilter }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const passbook = usePassbook(id, filter);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = passbook;
  if (data === undefined) {
    return error === null ? <Skeleton lines={12} /> : <ProblemNote error={error} onRetry={() => void refetch()} />;
  }
  const rows = data.pages.flatMap((page) => page.items);
  if (rows.length === 0) {
    const isWhole = Object.keys(filter).length === 0;
    return (
      <Empty title={t(isWhole ? 'account.noRows' : 'account.noSuchRows')}>
        <p>{t(isWhole ? 'home.noEntriesHow' : 'account.noSuchRowsHow')}</p>
      </Empty>
    );
  }
  return (
    <>
      <ul className="list" data-testid="passbook" aria-busy={passbook.isPlaceholderData}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              href={row.receiptId === null ? `/entries/${row.entryId}` : `/receipts/${row.receiptId}`}
              className="list-row"
            >
              <span className="list-title">
                <Narration text={row.narration} />
              </span>
              <span className="list-side">
                {row.deposit !== null && <span className="money-in">+{shown(format.money(row.deposit))}</span>}
                {row.withdrawal !== null && <span>−{shown(format.money(row.withdrawal))}</span>}
              </span>
              <span className="list-note row row-apart">
                <span>{format.day(row.postedOn)}</span>
                <span>{t('account.balanceAfter', { amount: shown(format.money(row.balance)) })}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <PaperEnd t={t} count={rows.length} goesOn={hasNextPage} />
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('act.more')}
        </Button>
      )}
    </>
  );
}
