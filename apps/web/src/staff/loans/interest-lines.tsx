import { groupDigits } from '@kafal/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useBasisWords } from '../../shared/basis-words.ts';
import { isZeroMoney, percentText } from '../../shared/format.ts';
import type { Loan, LoanExplanation } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ChargeLines } from './charge-lines.tsx';

type Instalment = LoanExplanation['instalments'][number];
interface InterestLine {
  readonly instalment: Instalment;
  readonly line: Instalment['lines'][number];
  readonly isLast: boolean;
}

/**
 * How the interest of every instalment comes about (days, balance, rate, and the one rounding of each instalment), the penal
 * charges, and the fees.
 */
export function InterestLines({ loan }: { loan: Loan }) {
  const t = useWords();
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => currentTarget.open !== isOpen && toggle()}>
      <summary>{t('loan.interestLines')}</summary>
      {isOpen && <Lines id={loan.id} />}
    </details>
  );
}

function Lines({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['loan-explanation', id],
    queryFn: () => client.get('/api/loans/{id}/explanation', { path: { id } }),
  });
  return (
    <Answered query={query} lines={8}>
      {(found) => <LinesTable explanation={found} />}
    </Answered>
  );
}

function LinesTable({ explanation }: { explanation: LoanExplanation }) {
  const t = useWords();
  const format = useSocietyFormat();
  const basisWords = useBasisWords();
  const { currency, grouping } = useThisSociety();
  // More decimals than the money has: it is not money yet.
  const exact = (text: string) => {
    const [whole = '0', decimals] = text.split('.');
    return `${groupDigits(whole, grouping)}${decimals === undefined ? '' : `.${decimals}`}`;
  };
  const columns: Column<InterestLine>[] = [
    { name: 'number', heading: t('loan.instalment'), cell: ({ instalment }) => instalment.number },
    {
      name: 'days',
      heading: t('loan.linesDays'),
      cell: ({ line }) =>
        t('loan.linesFrom', { from: format.day(line.from), to: format.day(line.to), count: line.days }),
    },
    {
      name: 'balance',
      heading: t('loan.linesBalance', { currency }),
      isNumber: true,
      cell: ({ line }) => format.amount(line.balance),
    },
    { name: 'rate', heading: t('loan.rate'), isNumber: true, cell: ({ line }) => percentText(line.annualRate) },
    {
      name: 'yearPart',
      heading: t('loan.linesYear'),
      isNumber: true,
      isMinor: true,
      cell: ({ line: { yearPart } }) => `${yearPart.numerator}/${yearPart.denominator}`,
    },
    {
      name: 'exact',
      heading: t('loan.linesExact'),
      isNumber: true,
      isMinor: true,
      cell: ({ line }) => exact(line.interest),
    },
    // What is left of the lines is the interest that is owed.
    ...(explanation.instalments.every(({ waived }) => isZeroMoney(waived))
      ? []
      : [
          {
            name: 'waived',
            heading: t('loan.waivedIn', { currency }),
            isNumber: true,
            cell: ({ instalment, isLast }: InterestLine) =>
              isLast && !isZeroMoney(instalment.waived) ? format.amount(instalment.waived) : '',
          },
        ]),
    {
      name: 'interest',
      heading: t('loan.interestIn', { currency }),
      isNumber: true,
      cell: ({ instalment, isLast }) => (isLast ? format.amount(instalment.interest) : ''),
    },
  ];
  const rows = explanation.instalments.flatMap((instalment) =>
    instalment.lines.map((line, place) => ({ instalment, line, isLast: place === instalment.lines.length - 1 })),
  );
  const { effectiveFrom, legalBasis } = explanation.rules;
  return (
    <div className="stack">
      <DataTable
        caption={t('loan.interestLines')}
        columns={columns}
        rows={rows}
        rowKey={({ instalment, line }) => `${instalment.number} ${line.from}`}
      />
      <p className="quiet">
        {t('loan.linesRule')} {t('figure.version', { day: format.day(effectiveFrom), basis: basisWords(legalBasis) })}
      </p>
      <ChargeLines explanation={explanation} exact={exact} />
    </div>
  );
}
