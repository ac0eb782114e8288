import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { MoneyBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';
import { useAccounts } from './book-queries.ts';
import { newLine, sideTotal, type TypedLine } from './voucher.ts';

interface VoucherLinesProps {
  lines: readonly TypedLine[];
  /** In a journal voucher money that came for a member is credited to their account. */
  namesMembers: boolean;
  onChange: (lines: TypedLine[]) => void;
  problem: (path: string) => string | undefined;
}

const mostLines = 40;
/** What stands behind savings, current, goal, optional and emergency accounts. */
const MEMBERS = ['2101'];

/**
 * Accounts, sides and amounts. Control accounts are not offered, only the acts of their sub-ledger may move them; those of
 * members' accounts are where a line may name one.
 */
export function VoucherLines({ lines, namesMembers, onChange, problem }: VoucherLinesProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals, currency } = useThisSociety();
  const accounts = useAccounts();
  const open = (accounts.data?.items ?? []).filter(
    (account) => account.isActive && (!account.isControl || (namesMembers && MEMBERS.includes(account.code))),
  );
  const set = (key: string, change: Partial<TypedLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  return (
    <div className="table-frame">
      <table className="table table-plain voucher-table">
        <caption className="visually-hidden">{t('books.postings')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('voucher.side')}</th>
            <th scope="col">{t('books.account')}</th>
            <th scope="col">{t('voucher.memo')}</th>
            <th scope="col" className="number">
              {t('voucher.amountIn', { currency })}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('voucher.removeHead')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.key}>
              <td data-label={t('voucher.side')}>
                <NativeSelect
                  aria-label={t('voucher.sideOf', { number: index + 1 })}
                  value={line.side}
                  onChange={(event) =>
                    set(line.key, { side: event.currentTarget.value === 'credit' ? 'credit' : 'debit' })
                  }
                >
                  <option value="debit">{t('books.debit')}</option>
                  <option value="credit">{t('books.credit')}</option>
                </NativeSelect>
              </td>
              <td data-label={t('books.account')}>
                <NativeSelect
                  aria-label={t('voucher.accountOf', { number: index + 1 })}
                  name={`lines.${index}.accountCode`}
                  value={line.accountCode}
                  error={problem(`lines.${index}.accountCode`)}
                  onChange={(event) => set(line.key, { accountCode: event.currentTarget.value })}
                >
                  <option value="">{t('field.choose')}</option>
                  {open.map((account) => (
                    <option key={account.code} value={account.code}>
                      {account.code} {account.name}
                    </option>
                  ))}
                </NativeSelect>
                {namesMembers && MEMBERS.includes(line.accountCode) && (
                  <TextInput
                    label={t('voucher.memberAccount')}
                    autoComplete="off"
                    maxLength={32}
                    name={`lines.${index}.accountNumber`}
                    value={line.accountNumber ?? ''}
                    error={problem(`lines.${index}.accountNumber`)}
                    onChange={(event) => set(line.key, { accountNumber: event.currentTarget.value })}
                  />
                )}
              </td>
              <td data-label={t('voucher.memo')}>
                <TextInput
                  aria-label={t('voucher.memoOf', { number: index + 1 })}
                  autoComplete="off"
                  maxLength={120}
                  name={`lines.${index}.memo`}
                  value={line.memo}
                  error={problem(`lines.${index}.memo`)}
                  onChange={(event) => set(line.key, { memo: event.currentTarget.value })}
                />
              </td>
              <td data-label={t('voucher.amountIn', { currency })}>
                <MoneyBox
                  label=""
                  ariaLabel={t('voucher.amountOf', { number: index + 1 })}
                  name={`lines.${index}.amount`}
                  value={line.amount}
                  onChange={(amount) => set(line.key, { amount })}
                  problem={problem(`lines.${index}.amount`)}
                />
              </td>
              <td>
                {lines.length > 2 && (
                  <CloseButton
                    aria-label={t('voucher.remove', { number: index + 1 })}
                    onClick={() => onChange(lines.filter((one) => one.key !== line.key))}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('voucher.sums')}
            </th>
            {/* Over two columns: the amounts alone are narrow, and the accounts want the room. */}
            <td className="number" colSpan={2}>
              {t('voucher.sumsOf', {
                debit: format.money(sideTotal(lines, 'debit', decimals)),
                credit: format.money(sideTotal(lines, 'credit', decimals)),
              })}
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      {lines.length < mostLines && (
        <div className="row">
          <Button size="compact-sm" onClick={() => onChange([...lines, newLine('debit')])}>
            {t('voucher.addDebit')}
          </Button>
          <Button size="compact-sm" onClick={() => onChange([...lines, newLine('credit')])}>
            {t('voucher.addCredit')}
          </Button>
        </div>
      )}
    </div>
  );
}
