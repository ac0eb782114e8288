import { z } from 'zod';
import { Id, IdInput, typedText } from './common.ts';

/** The lists of the staff app of which a person can keep a view of their own. */
export const VIEWED_LISTS = [
  'members',
  'applications',
  'approvals',
  'savings',
  'shares',
  'receipts',
  'transactions',
  'audit',
  'users',
  'loans',
  'loan-dues',
  'loan-collateral',
  'demand-list',
  'thrift-dues',
  'payment-requests',
  'kyc',
  'notices',
] as const;
export const ViewedList = z.enum(VIEWED_LISTS);

/** Names of filters and columns are words of the program, not of people. */
const ProgramWord = z.string().regex(/^[a-zA-Z]{1,32}$/, 'VIEW_WORD_FORM');

export const SavedView = z.object({
  id: Id,
  list: ViewedList,
  name: z.string(),
  /** Filters and order, as the address bar holds them. */
  search: z.record(z.string(), z.string()),
  hiddenColumns: z.array(z.string()),
});
export type SavedView = z.infer<typeof SavedView>;
export const SavedViewList = z.object({ items: z.array(SavedView) });
export const SavedViewQuery = z.strictObject({ list: ViewedList.optional() });
export const SaveViewBody = z
  .strictObject({
    list: ViewedList,
    name: typedText(60),
    search: z
      .record(ProgramWord, typedText(120))
      .refine((search) => Object.keys(search).length <= 12, 'VIEW_TOO_MANY_FILTERS'),
    hiddenColumns: z.array(ProgramWord).max(30),
  })
  .meta({
    examples: [
      {
        list: 'members',
        name: 'Active in Rajpur',
        search: { status: 'active', locality: 'Rajpur', sort: 'name' },
        hiddenColumns: ['phone'],
      },
    ],
  });
export const SavedViewParams = z.strictObject({ id: IdInput });
