import { Link } from '@tanstack/react-router';
import type { CounterMember } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { useWords } from '../words.ts';

export type Movement = CounterMember['movements'][number];

/** To the receipt where there is one; a transfer has none, and only readers of the books open its entry. */
export function MovementLink({ movement }: { movement: Movement }) {
  const may = useMay();
  const { receiptId, entryId, number } = movement;
  if (receiptId !== null) {
    return (
      <Link to="/receipts/$id" params={{ id: receiptId }}>
        {number}
      </Link>
    );
  }
  return may('books.read') ? <EntryLink id={entryId}>{number}</EntryLink> : <>{number}</>;
}

/** Money in stands bare; what went out, or only from account to account, says so. */
export function MovedAmount({ movement }: { movement: Movement }) {
  const t = useWords();
  const format = useSocietyFormat();
  const amount = format.money(movement.total);
  return (
    <span className="figure">
      {movement.kind === 'receipt'
        ? amount
        : t(movement.kind === 'withdrawal' ? 'receipt.paid' : 'counter.moved', { amount })}
    </span>
  );
}
