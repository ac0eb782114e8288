import { formatMoney, money, parseMoney, sum, toLatinDigits } from '@kafal/core';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { typedFromMoney } from '../../shared/format.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useWords } from '../words.ts';

/** Pieces as typed, by face value ("500.00" → "3"). */
export type TypedCount = Readonly<Record<string, string>>;

const mostDigits = 5;

/** The pieces that were counted, as the contract wants them; faces left empty are none. */
export function countOf(typed: TypedCount): Record<string, number> {
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([, pieces]) => pieces !== '')
      .map(([face, pieces]) => [face, Number(pieces)]),
  );
}

export function totalOf(typed: TypedCount, decimals: number): string {
  const parts = Object.entries(countOf(typed)).map(([face, pieces]) => money(parseMoney(face, decimals) * pieces));
  return formatMoney(sum(parts), decimals);
}

interface CountCashProps {
  typed: TypedCount;
  onChange: (typed: TypedCount) => void;
}

/** Notes and coins, the largest first; only pieces are typed, the money is multiplied here. */
export function CountCash({ typed, onChange }: CountCashProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { denominations, decimals, currency } = useThisSociety();
  return (
    <table className="table table-plain count-table">
      <caption className="visually-hidden">{t('till.count')}</caption>
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('till.face', { currency })}
          </th>
          <th scope="col" className="number">
            {t('till.pieces')}
          </th>
          <th scope="col" className="number">
            {t('till.money', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {denominations.map((face) => {
          const pieces = typed[face] ?? '';
          return (
            <tr key={face}>
              <th scope="row" className="number">
                {format.amount(face).replace(/\.0+$/, '')}
              </th>
              <td className="number">
                <TextInput
                  className="count-box"
                  size="xs"
                  aria-label={t('till.piecesOf', { face: format.money(face) })}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={mostDigits}
                  value={pieces}
                  onFocus={(event) => event.currentTarget.select()}
                  onChange={(event) =>
                    onChange({ ...typed, [face]: toLatinDigits(event.currentTarget.value).replace(/\D/g, '') })
                  }
                />
              </td>
              <td className="number">{pieces === '' ? '' : format.amount(totalOf({ [face]: pieces }, decimals))}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('till.counted')}
          </th>
          <td className="number strong">{format.money(totalOf(typed, decimals))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The notes a person hands over, counted on demand; their sum becomes the cash given. */
export function CountNotes({ onCounted }: { onCounted: (typed: string) => void }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const [typed, setTyped] = useState<TypedCount>({});
  return (
    <details>
      <summary>{t('counter.countNotes')}</summary>
      <CountCash
        typed={typed}
        onChange={(next) => {
          setTyped(next);
          onCounted(typedFromMoney(totalOf(next, decimals)));
        }}
      />
    </details>
  );
}
