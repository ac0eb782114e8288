import { useLanguage } from '../../shared/messages/use-text.ts';
import type { Receipt } from '../answers.ts';
import { useSocietyFormat, useSocietyName, useThisSociety } from '../society.tsx';
import { useKnownWord, useWords } from '../words.ts';

/** A receipt on the screen, as it stands on paper. */
export function ReceiptSheet({ receipt }: { receipt: Receipt }) {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const { logo } = useThisSociety();
  const societyName = useSocietyName();
  const language = useLanguage();
  return (
    <article className="sheet" aria-label={receipt.number}>
      <header className="sheet-head">
        {logo !== null && <img src={logo} alt="" className="brand-logo" />}
        <strong>{societyName}</strong>
        <span className="figure">{receipt.number}</span>
        <span className="quiet">{receipt.direction === 'in' ? t('receipt.kindIn') : t('receipt.kindOut')}</span>
        <span className="quiet">{format.day(receipt.issuedOn)}</span>
      </header>
      <p>
        {receipt.memberName} · {receipt.memberNumber}
      </p>
      <table className="table table-plain">
        <caption className="visually-hidden">{t('counter.lines')}</caption>
        <tbody>
          {receipt.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an issued receipt never move.
            <tr key={index}>
              <th scope="row">{line.label}</th>
              <td className="number">{format.amount(line.amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('counter.total')}</th>
            <td className="number strong">{format.money(receipt.total)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="small">{receipt.totalInWords[language]}</p>
      <p className="quiet small">
        {known(`mode.${receipt.mode}`) ?? receipt.mode}
        {receipt.reference !== null && ` · ${receipt.reference}`}
        {receipt.cashGiven !== null && ` · ${t('receipt.given', { amount: format.money(receipt.cashGiven) })}`}
        {receipt.change !== null && ` · ${t('receipt.change', { amount: format.money(receipt.change) })}`}
      </p>
      <p className="quiet small">
        {receipt.issuedBy === null
          ? t('receipt.byItself', { at: format.instant(receipt.issuedAt) })
          : t('receipt.by', { name: receipt.issuedBy, at: format.instant(receipt.issuedAt) })}
        {receipt.tillCode !== null && ` · ${t('receipt.till', { code: receipt.tillCode })}`}
      </p>
      {receipt.reversedByEntryId !== null && <p className="on-paper strong">{t('receipt.reversedBy')}</p>}
      <p className="on-paper small">{t('receipt.ofScreen')}</p>
    </article>
  );
}
