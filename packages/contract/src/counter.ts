import { z } from 'zod';
import {
  ActPreview,
  AmountInput,
  AmountOrZeroInput,
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
  typedText,
} from './common.ts';
import { PrepaymentChoice } from './loans.ts';
import { DueView, MemberDepositView, MemberStatus } from './members.ts';
import { MESSAGE_LANGUAGES } from './notification-kinds.ts';

/** Pieces by face value, e.g. `{ "500.00": 3, "10.00": 4 }`; coins may be counted as one sum under their value. */
export const CashCount = z.record(z.string().max(16), z.int().min(0).max(100_000));

export const TillView = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  /** False once the till is retired; its history stays. */
  isActive: z.boolean(),
  /** The cashier whose till it is; anybody who opens tills may open one that is nobody's. */
  assignedUserId: Id.nullable(),
  assignedTo: z.string().nullable(),
  /** Most cash that should lie in it. */
  cashLimit: MoneyText.nullable(),
  /** The request for another limit that waits for a second person. */
  waitingApprovalId: Id.nullable(),
  version: z.number(),
  cash: MoneyText,
  session: z
    .object({
      id: Id,
      userId: Id,
      cashier: z.string(),
      businessDate: DayText,
      openedAt: InstantText,
      openingCash: MoneyText,
    })
    .nullable(),
});
export const TillList = z.object({ items: z.array(TillView) });
export const CreateTillBody = z
  .strictObject({
    code: z.string().regex(/^[A-Z0-9]{1,8}$/, 'TILL_CODE_FORM'),
    name: typedText(80),
  })
  .meta({ examples: [{ code: 'T3', name: 'Counter 3' }] });
export const ChangeTillBody = z
  .strictObject({ name: typedText(80), assignedUserId: IdInput.nullable(), version: z.int() })
  .meta({ examples: [{ name: 'Counter by the door', assignedUserId: null, version: 1 }] });
export const ChangeTillLimitBody = z
  .strictObject({ cashLimit: AmountInput.nullable(), reason: typedText(400, 0).optional(), version: z.int() })
  .meta({ examples: [{ cashLimit: '100000.00', reason: 'Resolution MC/2027/6', version: 1 }] });
export const RetireTillBody = z.strictObject({ version: z.int() }).meta({ examples: [{ version: 1 }] });
export const CashierList = z.object({ items: z.array(z.object({ id: Id, name: z.string() })) });

/** The count is of all cash in the drawer; what exceeds the till's book balance is taken from the vault. */
export const OpenTillBody = z
  .strictObject({ count: CashCount, fromVault: AmountOrZeroInput })
  .meta({ examples: [{ count: { '500.00': 10 }, fromVault: '5000.00' }] });
export const TillSessionView = z.object({
  id: Id,
  tillId: Id,
  tillCode: z.string(),
  tillName: z.string(),
  userId: Id,
  cashier: z.string(),
  businessDate: DayText,
  status: z.enum(['open', 'closed']),
  openedAt: InstantText,
  openingCash: MoneyText,
  expectedCash: MoneyText,
  receipts: MoneyText,
  payments: MoneyText,
  /** Cash that moved otherwise (with the vault, or by a reversal): opening + receipts - payments + this = expected. */
  otherMovements: MoneyText,
  countedCash: MoneyText.nullable(),
  /** Counted less expected: positive is excess, negative is short. */
  difference: MoneyText.nullable(),
  closedAt: InstantText.nullable(),
  version: z.number(),
});
export const CurrentTillSession = z.object({ session: TillSessionView.nullable() });
export const TillSessionList = page(TillSessionView);
export const TillSessionQuery = z.strictObject({
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
  tillId: IdInput.optional(),
});
/** Closing posts a shortage or an excess, then hands `toVault` over and keeps the rest in the drawer. */
export const CloseTillBody = z
  .strictObject({
    count: CashCount,
    toVault: AmountOrZeroInput,
    note: typedText(200).optional(),
  })
  .meta({ examples: [{ count: { '500.00': 12, '100.00': 4 }, toVault: '0.00' }] });
export const CloseTillAnswer = z.union([
  ActPreview.extend({ expected: MoneyText, counted: MoneyText, difference: MoneyText }),
  z.object({ preview: z.literal(false), session: TillSessionView }),
]);

// ---- one receipt with many lines -----------------------------------------------------------------------------
export const PaymentMode = z.enum(['cash', 'cheque', 'bank', 'upi']);
export const ReceiptLineInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('due'), dueId: IdInput, amount: AmountInput }),
  z.strictObject({ kind: z.literal('shares'), amount: AmountInput }),
  z.strictObject({ kind: z.literal('savings'), depositId: IdInput, amount: AmountInput }),
  /** The next instalment of a recurring deposit, whole; what being late costs is added as a line of its own. */
  z.strictObject({ kind: z.literal('instalment'), depositId: IdInput, amount: AmountInput }),
  /** What is paid back on a loan; the receipt says which parts of it. */
  z.strictObject({
    kind: z.literal('loan'),
    loanId: IdInput,
    amount: AmountInput,
    prepayment: PrepaymentChoice.optional(),
  }),
]);
export const TakeReceiptBody = z
  .strictObject({
    memberId: IdInput,
    lines: z.array(ReceiptLineInput).min(1).max(20),
    mode: PaymentMode,
    /** Cheque number, UTR or bank reference; needed for all but cash, and each counts once. */
    reference: typedText(64).optional(),
    referenceOn: DayInput.optional(),
    /** The bank of a cheque, which must be named: two banks use the same numbers. */
    drawnOn: typedText(80).optional(),
    cashGiven: AmountInput.optional(),
    /** The day a repayment of a loan counts from, when it came in earlier; for loans alone. */
    valueOn: DayInput.optional(),
  })
  .meta({
    examples: [{ memberId: '1', lines: [{ kind: 'savings', depositId: '1', amount: '1000.00' }], mode: 'cash' }],
  });
export const ReceiptLineView = z.object({ kind: z.string(), label: z.string(), amount: MoneyText });
export const ReceiptView = z.object({
  id: Id,
  number: z.string(),
  entryId: Id,
  direction: z.enum(['in', 'out']),
  memberId: Id,
  memberNumber: z.string(),
  memberName: z.string(),
  mode: z.string(),
  reference: z.string().nullable(),
  total: MoneyText,
  totalInWords: z.object({ en: z.string(), hi: z.string() }),
  cashGiven: MoneyText.nullable(),
  change: MoneyText.nullable(),
  currency: z.string(),
  lines: z.array(ReceiptLineView),
  /** Null where no person gave it: a gateway told of the payment. */
  issuedBy: z.string().nullable(),
  issuedOn: DayText,
  issuedAt: InstantText,
  tillCode: z.string().nullable(),
  prints: z.number(),
  reversedByEntryId: Id.nullable(),
});
/** What a person sends by their own WhatsApp: the link has the text in it, and the number of the member where staff send it. */
export const ReceiptMessage = z.object({ language: z.enum(MESSAGE_LANGUAGES), text: z.string(), link: z.string() });
export const TakeReceiptAnswer = z.union([
  ActPreview.extend({ change: MoneyText.nullable() }),
  z.object({ preview: z.literal(false), receipt: ReceiptView, memberStatus: MemberStatus, becameActive: z.boolean() }),
]);
export const ReceiptRow = ReceiptView.omit({ lines: true, totalInWords: true, cashGiven: true, change: true });
export const ReceiptList = page(ReceiptRow).extend({
  totals: z.object({ received: MoneyText, paid: MoneyText }).optional(),
});
export const ReceiptQuery = z.strictObject({
  ...ListQuery,
  memberId: IdInput.optional(),
  tillSessionId: IdInput.optional(),
  direction: z.enum(['in', 'out']).optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
  /** Asked for, the answer also counts and sums the whole filter, without receipts that were taken back. */
  total: FlagQuery.optional(),
});
export const ReceiptPdfQuery = z.strictObject({
  size: z.enum(['a5', '80mm']).optional(),
  language: LanguageCode.optional(),
});

/** Everything the counter must know about the person in front of it. */
export const CounterMember = z.object({
  id: Id,
  memberNumber: z.string(),
  name: z.string(),
  nameLocal: z.string().nullable(),
  phone: z.string().nullable(),
  photoFileId: z.string().nullable(),
  signatureFileId: z.string().nullable(),
  /** Those of the two that no second person has looked at. */
  unverifiedPictures: z.array(z.enum(['photo', 'signature'])),
  locality: z.string(),
  status: MemberStatus,
  statusSince: DayText,
  moneyInAllowed: z.boolean(),
  moneyOutAllowed: z.boolean(),
  dues: z.array(DueView),
  duesOutstanding: MoneyText,
  /** Savings, which are paid in and out freely; what has a term is not among them. */
  deposits: z.array(MemberDepositView),
  /** Thrift that is due and not paid, by the account among the deposits. */
  thriftDues: z.array(z.object({ depositId: Id, arrears: MoneyText, since: DayText, monthsInArrear: z.number() })),
  /** The next instalment of each recurring deposit. */
  instalments: z.array(
    z.object({
      depositId: Id,
      accountNumber: z.string(),
      product: z.string(),
      number: z.number(),
      dueOn: DayText,
      /** The working day that it moves to from a holiday; null where it stays. */
      movesTo: DayText.nullable(),
      amount: MoneyText,
      monthsLate: z.number(),
      fine: MoneyText,
    }),
  ),
  /** Loans that are running: what is due by today, and all that is owed; then those written off, with what is left of them. */
  loans: z.array(
    z.object({
      loanId: Id,
      number: z.string(),
      product: z.string(),
      due: MoneyText,
      owed: MoneyText,
      /** What closes it today. */
      payoff: MoneyText,
      nextDueOn: DayText.nullable(),
      daysPastDue: z.number(),
      isWrittenOff: z.boolean(),
      /** Who may pay in the borrower's place, as it is overdue or written off: the receipt is theirs then. */
      guarantors: z.array(z.object({ memberId: Id, memberNumber: z.string(), name: z.string() })),
    }),
  ),
  /** Loans of others that the member stands surety for and that may be asked of them: overdue, or written off. */
  sureties: z.array(
    z.object({
      loanId: Id,
      number: z.string(),
      borrowerId: Id,
      borrowerNumber: z.string(),
      borrowerName: z.string(),
      overdue: MoneyText,
      /** Of their part; no more is taken. */
      left: MoneyText,
      isWrittenOff: z.boolean(),
    }),
  ),
  shares: z.object({ shares: z.number(), amount: MoneyText, pending: MoneyText, faceValue: MoneyText }),
  warnings: z.array(z.object({ code: z.string(), detail: z.string() })),
  /** Receipts, payments and transfers, newest first: the last few, and all of the business day. */
  movements: z.array(
    z.object({
      entryId: Id,
      receiptId: Id.nullable(),
      number: z.string(),
      kind: z.enum(['receipt', 'withdrawal', 'transfer']),
      total: MoneyText,
      mode: z.string(),
      tillCode: z.string().nullable(),
      postedOn: DayText,
      recordedAt: InstantText,
      reversedByEntryId: Id.nullable(),
    }),
  ),
});
export const CounterSearchQuery = z.strictObject({ q: typedText(80) });
export const CounterSearch = z.object({
  items: z.array(
    z.object({
      id: Id,
      memberNumber: z.string(),
      name: z.string(),
      nameLocal: z.string().nullable(),
      phone: z.string().nullable(),
      locality: z.string(),
      status: MemberStatus,
    }),
  ),
});
