import { isZeroMoney, percentText } from '../../shared/format.ts';
import type { LoanExplanation } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { useWords } from '../words.ts';

type PenalDays = LoanExplanation['penalDays'][number];

interface ChargeLinesProps {
  explanation: LoanExplanation;
  /** More decimals than the money has. */
  exact: (text: string) => string;
}

/** The days that bore a penal charge, and what was taken once. */
export function ChargeLines({ explanation, exact }: ChargeLinesProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const { penal, penalDays, penalties, fees } = explanation;
  const columns: Column<PenalDays>[] = [
    {
      name: 'days',
      heading: t('loan.linesDays'),
      cell: ({ from, to, days }) => t('loan.linesFrom', { from: format.day(from), to: format.day(to), count: days }),
    },
    {
      name: 'overdue',
      heading: t('loan.overdueIn', { currency }),
      isNumber: true,
      cell: ({ overdue }) => format.amount(overdue),
    },
    { name: 'rate', heading: t('loan.rate'), isNumber: true, cell: ({ annualRate }) => percentText(annualRate) },
    { name: 'exact', heading: t('loan.linesExact'), isNumber: true, cell: ({ charge }) => exact(charge) },
  ];
  return (
    <>
      <p>{t('loan.penalRule', { rate: percentText(penal.annualRate), count: penal.graceDays })}</p>
      {penalDays.length > 0 && (
        <>
          <p>{t('loan.penalLines', { amount: format.money(penalties) })}</p>
          <DataTable
            caption={t('loan.penalLines', { amount: format.money(penalties) })}
            columns={columns}
            rows={penalDays}
            rowKey={({ from, annualRate }) => `${from} ${annualRate}`}
          />
        </>
      )}
      {fees.map(({ kind, basis, years, on, percent, of, least, most, amount }) => (
        <p key={`${kind} ${on}`}>
          {t(kind === 'insurance' ? `loan.premiumLine.${basis}` : `loan.feeLine.${kind}`, {
            day: format.day(on),
            percent: basis === 'percent' ? percentText(percent) : percent,
            years: years ?? '',
            of: format.money(of),
            amount: format.money(amount),
          })}
          {!isZeroMoney(least) && ` ${t('loan.feeLeast', { least: format.money(least) })}`}
          {most !== null && ` ${t('loan.feeMost', { most: format.money(most) })}`}
        </p>
      ))}
    </>
  );
}
