import type { JournalEntry } from '../../shared/answers.ts';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { useDeposits, useInterestOfEntry } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { useSocietyFormat } from '../society.tsx';
import { FigureLines } from './figure-lines.tsx';
import { TaxLines } from './tax-lines.tsx';

/** How the interest of an entry was reached: days, balance and rate, line by line, and how it was rounded. */
export function InterestLines({ entry }: { entry: JournalEntry }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const deposits = useDeposits();
  const numbers = entry.postings.map(({ subLedgerNumber }) => subLedgerNumber);
  const deposit = deposits.data?.items.find(({ accountNumber }) => numbers.includes(accountNumber));
  const { data, error, refetch } = useInterestOfEntry(deposit?.id, entry.id);
  if (error !== null) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={4} />;
  const [credit] = data.credits;
  const [tax] = data.taxes;
  // What a deposit of a term or of each day earned is explained by its entry.
  if (credit === undefined) {
    return (
      <>
        <FigureLines entryId={entry.id} />
        <TaxLines tax={tax} />
      </>
    );
  }
  const rates = new Map(credit.lines.map(({ annualRate, rateFrom }) => [`${annualRate}/${rateFrom}`, rateFrom]));
  return (
    <>
      <section className="stack" aria-labelledby="interest">
        <h2 id="interest">{t('interest.title')}</h2>
        <p>{t('interest.period', { from: format.day(credit.from), to: format.day(credit.to) })}</p>
        <ul className="list">
          {credit.lines.map((line) => (
            <li key={line.from} className="list-row">
              <span className="list-title">
                {t('interest.line', {
                  count: line.days,
                  balance: shown(format.money(line.balance)),
                  rate: line.annualRate,
                })}
              </span>
              <span className="list-side">{shown(`${format.currencySign}${line.interest}`)}</span>
              <span className="list-note">
                {format.day(line.from)} – {format.day(line.to)}
              </span>
            </li>
          ))}
          <li className="list-row list-total">
            <span className="list-title">
              {t('interest.rounded', { unrounded: shown(`${format.currencySign}${credit.unrounded}`) })}
            </span>
            <span className="list-side">{shown(format.money(credit.interest))}</span>
          </li>
        </ul>
        {[...rates].map(([key, from]) => (
          <p key={key} className="small">
            {t('interest.rate', { rate: key.split('/')[0] ?? '', day: format.day(from) })}
          </p>
        ))}
      </section>
      <TaxLines tax={tax} />
    </>
  );
}
