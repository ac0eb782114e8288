// A month of a bank's statement, made by chance from payments that were asked for: paid as asked, paid by a number that was
// claimed, in part, twice, with a wrong reference, by nobody who is known, taken at the counter before, and money that left
// the bank. What must become of each line is written down here, apart from the program.

import { addDays, type CalendarDate, calendarDate, formatMoney, type Money, money } from '@kafal/core';
import type { Seeded } from '../society/seeded.ts';

export type LineFate = 'received' | 'settled' | 'unidentified' | 'debit';

export interface MonthLine {
  readonly bookedOn: CalendarDate;
  readonly description: string;
  readonly number: string;
  readonly credit: Money;
  readonly debit: Money;
  readonly fate: LineFate;
  /** Who gets it, by place among the members. */
  readonly member: number | null;
}

/** A request that was made and shown; `claimed` is the number that its member named. */
export interface AskedPayment {
  readonly member: number;
  readonly reference: string;
  readonly amount: Money;
}

export interface MonthActs {
  /** Asks for a payment into the savings of a member, and shows its code. */
  ask(member: number, amount: Money): Promise<AskedPayment & { readonly id: string }>;
  claim(member: number, id: string, number: string): Promise<void>;
  /** Takes a receipt by UPI at the counter. */
  takeAtCounter(member: number, amount: Money, number: string): Promise<void>;
}

const FIRST_DAY = calendarDate('2026-11-30');
const DAYS = 6;

export async function makeMonth(
  random: Seeded,
  { lines: wanted, members }: { readonly lines: number; readonly members: number },
  acts: MonthActs,
): Promise<MonthLine[]> {
  const lines: MonthLine[] = [];
  let numbers = 633_400_000_000;
  const nextNumber = () => {
    numbers += 1 + random.whole(0, 900 - 1);
    return String(numbers);
  };
  const day = () => addDays(FIRST_DAY, random.whole(0, DAYS - 1));
  const amount = () => money((100 + random.whole(0, 4_999)) * 100 + random.whole(0, 2 - 1) * 50);
  const push = (line: Partial<MonthLine> & Pick<MonthLine, 'description' | 'fate'>) =>
    lines.push({ bookedOn: day(), number: '', credit: money(0), debit: money(0), member: null, ...line });

  while (lines.length < wanted) {
    const member = random.whole(0, members - 1);
    const sum = amount();
    const number = nextNumber();
    switch (random.whole(0, 14 - 1)) {
      case 0: {
        // Claimed: the bank prints no reference of ours.
        const { id } = await acts.ask(member, sum);
        await acts.claim(member, id, number);
        push({ description: `UPI/CR/${number}/PAYER/SBIN`, number, credit: sum, fate: 'received', member });
        break;
      }
      case 1:
        push({
          description: `UPI/CR/${number}/SOMEBODY/KF11111111${random.whole(0, 10 - 1)}9Z`,
          number,
          credit: sum,
          fate: 'unidentified',
        });
        break;
      case 2: {
        const { reference } = await acts.ask(member, sum);
        const part = money(Math.max(1, sum - 100));
        push({ description: `UPI/CR/${number}/${reference}`, number, credit: part, fate: 'unidentified' });
        break;
      }
      case 3: {
        const { reference } = await acts.ask(member, sum);
        const on = day();
        push({
          bookedOn: on,
          description: `UPI/CR/${number}/${reference}`,
          number,
          credit: sum,
          fate: 'received',
          member,
        });
        const again = nextNumber();
        const later = addDays(on, 1);
        push({
          bookedOn: later,
          description: `UPI/CR/${again}/${reference}`,
          number: again,
          credit: sum,
          fate: 'unidentified',
        });
        break;
      }
      case 4: {
        // The bank prints one payment twice, in other words.
        const { reference } = await acts.ask(member, sum);
        const on = day();
        push({
          bookedOn: on,
          description: `UPI/CR/${number}/${reference}`,
          number,
          credit: sum,
          fate: 'received',
          member,
        });
        push({
          bookedOn: addDays(on, 1),
          description: `UPI REPEAT ${reference}`,
          number,
          credit: sum,
          fate: 'unidentified',
        });
        break;
      }
      case 5:
        push({ description: `NEFT FROM A STRANGER ${lines.length}`, credit: sum, fate: 'unidentified' });
        break;
      case 6:
        await acts.takeAtCounter(member, sum, number);
        push({ description: `UPI/CR/${number}/AT THE COUNTER`, number, credit: sum, fate: 'settled', member });
        break;
      case 7:
        push({ description: `CHEQUE PAID ${lines.length}`, debit: sum, fate: 'debit' });
        break;
      case 8: {
        // Two that nothing tells apart but their place: both are there, and nobody knows whose they are.
        const on = day();
        for (const _ of [1, 2])
          push({ bookedOn: on, description: 'CASH DEPOSIT', credit: money(50_000), fate: 'unidentified' });
        break;
      }
      default: {
        const { reference } = await acts.ask(member, sum);
        push({ description: `UPI/CR/${number}/${reference}/Payment`, number, credit: sum, fate: 'received', member });
      }
    }
  }
  return lines.toSorted((one, other) => (one.bookedOn < other.bookedOn ? -1 : one.bookedOn > other.bookedOn ? 1 : 0));
}

/** As a bank saves it, with the balance after every line; `from` and `to` are places among all lines. */
export function statementCsv(lines: readonly MonthLine[], from = 0, to = lines.length): string {
  let balance = 10_000_000_00;
  const rows = lines.map(({ bookedOn, description, number, credit, debit }) => {
    balance += credit - debit;
    const [year, month, date] = bookedOn.split('-');
    const text = (amount: Money) => (amount === 0 ? '' : formatMoney(amount));
    return `${date}/${month}/${year},${description},${number},${text(debit)},${text(credit)},${formatMoney(money(balance))}`;
  });
  return `My Bank\nTxn Date,Description,Ref No,Debit,Credit,Balance\n${rows.slice(from, to).join('\n')}\n`;
}
