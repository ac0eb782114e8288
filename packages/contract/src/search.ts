import { z } from 'zod';
import { DayText, Id, MoneyText, typedText } from './common.ts';
import { CounterSearch } from './counter.ts';

export const SearchQuery = z.strictObject({ q: typedText(80) });

/** Each list is empty for whoever may not see its kind. */
export const SearchAnswer = z.object({
  members: CounterSearch.shape.items,
  accounts: z.array(z.object({ id: Id, accountNumber: z.string(), memberName: z.string(), status: z.string() })),
  receipts: z.array(
    z.object({
      id: Id,
      number: z.string(),
      direction: z.enum(['in', 'out']),
      total: MoneyText,
      issuedOn: DayText,
      memberName: z.string(),
    }),
  ),
  applications: z.array(z.object({ id: Id, trackingNumber: z.string(), name: z.string(), status: z.string() })),
});
