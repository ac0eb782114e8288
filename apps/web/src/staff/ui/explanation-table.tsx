import type { Explanation } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { useWords } from '../words.ts';
import { EntryLink } from './entry-link.tsx';

const amount = /^-?\d+\.\d+$/;

/** How a figure came about, line by line, each down to its entry. */
export function ExplanationTable({ explanation }: { explanation: Explanation }) {
  const t = useWords();
  const format = useSocietyFormat();
  const shown = (value: string) => (amount.test(value) ? format.amount(value) : value);
  return (
    <div className="stack">
      <table className="table table-plain">
        <caption className="visually-hidden">{explanation.figure}</caption>
        <tbody>
          {explanation.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an explanation keep their order.
            <tr key={index}>
              <th scope="row">
                {line.entryId === null ? line.label : <EntryLink id={line.entryId}>{line.label}</EntryLink>}
                {line.on !== null && <span className="quiet small nowrap"> · {format.day(line.on)}</span>}
              </th>
              <td className="number">{shown(line.value)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{explanation.figure}</th>
            <td className="number strong">
              {amount.test(explanation.value) ? format.money(explanation.value) : explanation.value}
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="quiet">
        {t('explanation.rule')} {explanation.rule}
      </p>
    </div>
  );
}
