import { z } from 'zod';
import { DayText, Id, InstantText, MoneyText } from './common.ts';

/** The brief's six figures and what the manager's page shows beside them. */
export const DashboardStats = z.object({
  activeMembers: z.number(),
  pendingRequests: z.number(),
  pendingLoans: z.number(),
  activeLoanAmount: MoneyText,
  totalDeposits: MoneyText,
  lastUpdated: InstantText,
  currency: z.string(),
  businessDate: DayText,
  membersByStatus: z.record(z.string(), z.number()),
  approvedToday: z.number(),
  pendingApprovals: z.number(),
  shareCapital: MoneyText,
  sharePending: MoneyText,
  vaultCash: MoneyText,
  bank: MoneyText,
  tills: z.array(
    z.object({
      id: Id,
      code: z.string(),
      name: z.string(),
      cashier: z.string().nullable(),
      isOpen: z.boolean(),
      cash: MoneyText,
    }),
  ),
  today: z.object({ receipts: MoneyText, receiptCount: z.number(), payments: MoneyText, paymentCount: z.number() }),
  activity: z.array(
    z.object({
      id: Id,
      at: InstantText,
      event: z.string(),
      text: z.string(),
      entryId: Id.nullable(),
      memberId: Id.nullable(),
    }),
  ),
});
export type DashboardStats = z.infer<typeof DashboardStats>;
