// Daily deposits that an agent collects from door to door: agents, routes, accounts, collections and what is handed over.

import { z } from 'zod';
import {
  ActPreview,
  AmountInput,
  DayInput,
  DayText,
  FlagQuery,
  Id,
  IdInput,
  InstantText,
  LanguageCode,
  ListQuery,
  MoneyText,
  page,
  RateInput,
  typedText,
} from './common.ts';
import { CashCount, ReceiptView } from './counter.ts';

// ---- agents and routes -----------------------------------------------------------------------------------------
export const AgentView = z.object({
  id: Id,
  /** Also the series of the receipts that the agent gives. */
  number: z.string(),
  name: z.string(),
  userId: Id,
  /** The agent's own membership, to whose savings the commission goes. */
  memberId: Id.nullable(),
  memberNumber: z.string().nullable(),
  status: z.enum(['active', 'retired']),
  registeredOn: DayText,
  retiredOn: DayText.nullable(),
  routes: z.number(),
  accounts: z.number(),
  /** Collected and not yet handed over. */
  cash: MoneyText,
  /** The day of the oldest part of it. */
  cashSince: DayText.nullable(),
  /** Most cash that should be with the agent; the agent's own, or the society's. */
  cashLimit: MoneyText.nullable(),
  isOverLimit: z.boolean(),
  /** Longer with the agent than the society allows. */
  isOverdue: z.boolean(),
  version: z.number(),
});
export const AgentList = z.object({ items: z.array(AgentView) });
export const AgentCandidates = z.object({ items: z.array(z.object({ id: Id, name: z.string() })) });
export const RegisterAgentBody = z
  .strictObject({ userId: IdInput, memberId: IdInput.nullable().optional() })
  .meta({ examples: [{ userId: '5', memberId: null }] });
export const ChangeAgentBody = z
  .strictObject({ memberId: IdInput.nullable(), version: z.int() })
  .meta({ examples: [{ memberId: null, version: 1 }] });
export const RetireAgentBody = z.strictObject({ version: z.int() }).meta({ examples: [{ version: 1 }] });

export const CollectionRouteView = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  agentId: Id,
  agentNumber: z.string(),
  agentName: z.string(),
  accounts: z.number(),
  version: z.number(),
});
export const CollectionRouteList = z.object({ items: z.array(CollectionRouteView) });
export const CreateCollectionRouteBody = z
  .strictObject({
    code: z.string().regex(/^[A-Z0-9]{1,8}$/, 'ROUTE_CODE_FORM'),
    name: typedText(80),
    agentId: IdInput,
  })
  .meta({ examples: [{ code: 'R7', name: 'Sabzi Mandi', agentId: '1' }] });
export const ChangeCollectionRouteBody = z
  .strictObject({ name: typedText(80), agentId: IdInput, version: z.int() })
  .meta({ examples: [{ name: 'Sabzi Mandi and the lane behind', agentId: '1', version: 1 }] });
/** All accounts of the route, in the order in which the agent walks. */
export const WalkingOrderBody = z
  .strictObject({ depositIds: z.array(IdInput).min(1).max(500) })
  .meta({ examples: [{ depositIds: ['1'] }] });

// ---- accounts ---------------------------------------------------------------------------------------------------
export const DailyAccountView = z.object({
  id: Id,
  accountNumber: z.string(),
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  status: z.string(),
  routeId: Id,
  routeCode: z.string(),
  routeName: z.string(),
  agentId: Id,
  agentName: z.string(),
  position: z.number(),
  /** What the member means to give a day; any amount is taken. */
  dailyAmount: MoneyText,
  balance: MoneyText,
  openedOn: DayText,
  maturesOn: DayText,
  /** Collected on the business day. */
  collectedToday: MoneyText,
});
export const DailyAccountList = page(DailyAccountView);
export const DailyAccountQuery = z.strictObject({
  ...ListQuery,
  routeId: IdInput.optional(),
  agentId: IdInput.optional(),
  memberId: IdInput.optional(),
  status: z.enum(['active', 'closed']).optional(),
  sort: z.enum(['accountNumber', 'maturesOn', 'position']).optional(),
  total: FlagQuery.optional(),
});
export const OpenDailyAccountBody = z
  .strictObject({
    memberId: IdInput,
    productCode: z.string().max(16),
    routeId: IdInput,
    dailyAmount: AmountInput,
    months: z.int().min(1).max(120).optional(),
  })
  .meta({ examples: [{ memberId: '1', productCode: 'DD', routeId: '1', dailyAmount: '100.00' }] });
export const ChangeDailyAccountBody = z
  .strictObject({ routeId: IdInput, dailyAmount: AmountInput })
  .meta({ examples: [{ routeId: '1', dailyAmount: '50.00' }] });

// ---- collecting -------------------------------------------------------------------------------------------------
/** What an agent sees of the society: their own accounts in walking order, and their own cash. */
export const OwnRound = z.object({
  agent: AgentView,
  businessDate: DayText,
  currency: z.string(),
  collectedToday: MoneyText,
  routes: z.array(
    z.object({
      id: Id,
      code: z.string(),
      name: z.string(),
      accounts: z.array(
        z.object({
          depositId: Id,
          accountNumber: z.string(),
          memberName: z.string(),
          dailyAmount: MoneyText,
          balance: MoneyText,
          collectedToday: MoneyText,
        }),
      ),
    }),
  ),
});
export const CollectBody = z
  .strictObject({ depositId: IdInput, amount: AmountInput, collectedOn: DayInput.optional() })
  .meta({ examples: [{ depositId: '1', amount: '100.00' }] });
export const CollectAnswer = z.object({
  receipt: ReceiptView,
  balance: MoneyText,
  collectedToday: MoneyText,
  /** With the agent now. */
  cash: MoneyText,
  isOverLimit: z.boolean(),
});

export const CollectionRow = z.object({
  id: Id,
  receiptId: Id,
  receiptNumber: z.string(),
  entryId: Id,
  agentId: Id,
  agentName: z.string(),
  depositId: Id,
  accountNumber: z.string(),
  memberId: Id,
  memberName: z.string(),
  collectedOn: DayText,
  amount: MoneyText,
  /** Typed at the counter from the agent's paper. */
  isFromSheet: z.boolean(),
  isReversed: z.boolean(),
});
export const CollectionList = page(CollectionRow);
export const CollectionQuery = z.strictObject({
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
  agentId: IdInput.optional(),
  depositId: IdInput.optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
});
/** An agent's own, newest first. */
export const OwnCollectionQuery = z.strictObject({
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
  depositId: IdInput.optional(),
});

/** An agent's paper, typed at the counter: refused whole when a row or the total is wrong. */
export const CollectionSheetBody = z
  .strictObject({
    agentId: IdInput,
    collectedOn: DayInput.optional(),
    total: AmountInput,
    rows: z
      .array(z.strictObject({ depositId: IdInput, amount: AmountInput }))
      .min(1)
      .max(200),
  })
  .meta({ examples: [{ agentId: '1', total: '100.00', rows: [{ depositId: '1', amount: '100.00' }] }] });
export const CollectionSheetAnswer = z.object({
  total: MoneyText,
  cash: MoneyText,
  receipts: z.array(z.object({ depositId: Id, receiptId: Id, number: z.string(), amount: MoneyText })),
});

// ---- handing over -----------------------------------------------------------------------------------------------
export const HandOverBody = z
  .strictObject({ count: CashCount, note: typedText(200).optional() })
  .meta({ examples: [{ count: { '100.00': 1 } }] });
export const HandoverView = z.object({
  id: Id,
  entryId: Id,
  entryNumber: z.string(),
  agentId: Id,
  agentNumber: z.string(),
  agentName: z.string(),
  tillCode: z.string(),
  cashier: z.string(),
  handedOverOn: DayText,
  handedOverAt: InstantText,
  /** With the agent by the books before. */
  expected: MoneyText,
  counted: MoneyText,
  /** Counted less expected: what is short stays with the agent, what is too much is kept as excess. */
  difference: MoneyText,
  note: z.string().nullable(),
  isReversed: z.boolean(),
});
export const HandOverAnswer = z.union([
  ActPreview.extend({ expected: MoneyText, counted: MoneyText, difference: MoneyText }),
  z.object({ preview: z.literal(false), handover: HandoverView }),
]);
export const HandoverList = page(HandoverView);
export const HandoverQuery = z.strictObject({
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
  agentId: IdInput.optional(),
});

// ---- terms ---------------------------------------------------------------------------------------------------------
/** What was agreed with one agent from a day on; null: as the society's settings say for all. */
export const AgentTerms = z.object({
  id: Id,
  effectiveFrom: DayText,
  commissionRate: z.string().nullable(),
  cashLimit: MoneyText.nullable(),
  reason: z.string().nullable(),
  setBy: z.string(),
  approvedBy: z.string().nullable(),
  recordedAt: InstantText,
});
export const AgentTermsList = z.object({
  /** What holds for all agents today. */
  society: z.object({ commissionRate: z.string(), cashLimit: MoneyText.nullable() }),
  businessDate: DayText,
  waitingApprovalId: Id.nullable(),
  /** The latest day first. */
  items: z.array(AgentTerms),
  currency: z.string(),
});
export const AskAgentTermsBody = z
  .strictObject({
    effectiveFrom: DayInput,
    /** Per cent of what is collected. */
    commissionRate: RateInput.nullable(),
    cashLimit: AmountInput.nullable(),
    reason: typedText(200, 5),
  })
  .meta({
    examples: [
      { effectiveFrom: '2027-04-01', commissionRate: '3.5', cashLimit: '15000.00', reason: 'Resolution MC/2027/4' },
    ],
  });
/** A second person decides. */
export const AskedAgentTerms = z.object({ approvalId: Id });

// ---- commission -------------------------------------------------------------------------------------------------
/** A month of the calendar that the society keeps: `2026-11`, or under Bikram Sambat `2083-08`. */
export const MonthInput = z
  .string()
  .regex(/^\d{4}-\d{2}$/, 'DAY_MALFORMED')
  .meta({ examples: ['2026-11'], description: "Month of the society's calendar, YYYY-MM" });
export const CommissionQuery = z.strictObject({ month: MonthInput });
export const CommissionPaperQuery = z.strictObject({ month: MonthInput, language: LanguageCode.optional() });
export const CommissionView = z.object({
  month: z.string(),
  monthFrom: DayText,
  monthTo: DayText,
  agentNumber: z.string(),
  agentName: z.string(),
  collected: MoneyText,
  lines: z.array(
    z.object({ from: DayText, to: DayText, collected: MoneyText, rate: z.string(), commission: MoneyText }),
  ),
  commission: MoneyText,
  taxRate: z.string().nullable(),
  tax: MoneyText,
  net: MoneyText,
  /** Of the month's collections, still with the agent; it is paid when this is nothing. */
  notHandedOver: MoneyText,
  isPaid: z.boolean(),
  entryId: Id.nullable(),
  currency: z.string(),
});
export const PayCommissionBody = z.strictObject({ month: MonthInput }).meta({ examples: [{ month: '2026-11' }] });
export const PayCommissionAnswer = z.union([
  ActPreview,
  z.object({ preview: z.literal(false), status: z.literal('waiting'), approvalId: Id }),
]);
