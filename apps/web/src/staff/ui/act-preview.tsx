import { isZeroMoney } from '../../shared/format.ts';
import { Narration } from '../../shared/ui/narration.tsx';
import type { ActPreview, Posting } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useWords } from '../words.ts';
import { Corrections } from './corrections.tsx';
import { Note } from './states.tsx';

/** What an act will do, before it is done: in a sentence, in balances before and after, and in the books. */
export function ActPreviewCard({ preview }: { preview: ActPreview }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <div className="act-preview" data-testid="act-preview">
      <p className="act-narration">
        <Narration text={preview.narration} />
      </p>
      <p className="act-total figure">{format.money(preview.total)}</p>
      {preview.postings.length > 0 && (
        <p className="quiet small">{t('act.postedOn', { day: format.day(preview.postedOn) })}</p>
      )}
      {preview.needsApproval && <Note tone="warning">{t('act.needsApproval')}</Note>}
      {preview.warnings.map((warning) => (
        <Note key={warning.code} tone="warning">
          {warning.detail}
        </Note>
      ))}
      <BalanceChanges balances={preview.balances} />
      <InterestChanges changes={preview.interest} />
      <Corrections corrections={preview.corrections} />
      {preview.postings.length > 0 && (
        <details className="act-books">
          <summary>{t('act.inTheBooks')}</summary>
          <PostingTable postings={preview.postings} />
        </details>
      )}
    </div>
  );
}

export function BalanceChanges({ balances }: { balances: ActPreview['balances'] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  if (balances.length === 0) return null;
  return (
    <table className="table table-plain">
      <caption className="visually-hidden">{t('act.balances')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('act.balanceOf')}</th>
          <th scope="col" className="number">
            {t('act.before', { currency })}
          </th>
          <th scope="col" className="number">
            {t('act.after', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {balances.map((change) => (
          <tr key={change.label}>
            <th scope="row">
              <Narration text={change.label} />
            </th>
            <td className="number">{format.amount(change.before)}</td>
            <td className="number strong">{format.amount(change.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Days that interest was credited for, when the act is dated back into them: what was credited, and what will be. */
function InterestChanges({ changes }: { changes: ActPreview['interest'] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  if (changes.length === 0) return null;
  return (
    <>
      <Note tone="warning">{t('act.interestAnew')}</Note>
      <table className="table table-plain">
        <caption className="visually-hidden">{t('act.interest')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('act.interestOf')}</th>
            <th scope="col" className="number">
              {t('act.before', { currency })}
            </th>
            <th scope="col" className="number">
              {t('act.after', { currency })}
            </th>
            <th scope="col" className="number">
              {t('act.difference', { currency })}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.accountNumber} ${change.to}`}>
              <th scope="row">
                {change.accountNumber}
                <span className="quiet small act-days">
                  {t('act.interestDays', { from: format.day(change.from), to: format.day(change.to) })}
                </span>
                {!isZeroMoney(change.taxDifference) && (
                  <span className="quiet small act-days">
                    {t('act.taxDifference', { amount: format.money(change.taxDifference) })}
                  </span>
                )}
              </th>
              <td className="number">{format.amount(change.before)}</td>
              <td className="number strong">{format.amount(change.after)}</td>
              <td className="number">{format.amount(change.difference)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The postings of an entry, debit and credit in their own columns. */
export function PostingTable({ postings }: { postings: readonly Posting[] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  return (
    <table className="table table-plain">
      <caption className="visually-hidden">{t('books.postings')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('books.account')}</th>
          <th scope="col" className="number">
            {t('books.debitIn', { currency })}
          </th>
          <th scope="col" className="number">
            {t('books.creditIn', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {postings.map((posting, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the postings of one entry keep their order and may be alike.
          <tr key={index}>
            <th scope="row">
              {posting.accountCode} {posting.accountName}
              {posting.subLedgerNumber !== null && <span className="quiet"> · {posting.subLedgerNumber}</span>}
            </th>
            <td className="number">{posting.side === 'debit' ? format.amount(posting.amount) : ''}</td>
            <td className="number">{posting.side === 'credit' ? format.amount(posting.amount) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
