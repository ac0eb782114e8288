import { type CalendarDate, calendarDate, isCalendarDate, type Money, parseMoney, parseRate } from '@kafal/core';
import { z } from 'zod';

/** Money in an answer: exact decimal text with the currency's decimals, `"1250.00"`; a minus sign only in differences. */
export const MoneyText = z.string().meta({ examples: ['1250.00'] });

const moneyInput = (allowZero: boolean) =>
  z
    .string()
    .max(64)
    .transform((text, context): Money => {
      try {
        const amount = parseMoney(text);
        if (amount === 0 && !allowZero) context.addIssue({ code: 'custom', message: 'MONEY_ZERO' });
        return amount;
      } catch (error) {
        context.addIssue({
          code: 'custom',
          message: error instanceof Error && 'code' in error ? String(error.code) : 'MONEY_MALFORMED',
        });
        return z.NEVER;
      }
    });

/** Money in a request: exactly two decimals, no sign, no exponent, Latin digits, above zero. */
export const AmountInput = moneyInput(false).meta({
  examples: ['1250.00'],
  description: 'Exact decimal text, e.g. "1250.00"',
});
/** As AmountInput, but nothing at all ("0.00") may be said too. */
export const AmountOrZeroInput = moneyInput(true).meta({
  examples: ['0.00'],
  description: 'Exact decimal text, e.g. "0.00"',
});

/** A calendar day in an answer, `YYYY-MM-DD`. */
export const DayText = z.string().meta({ examples: ['2026-11-30'] });

/** A calendar day in a request; 2026-02-30 is refused. */
export const DayInput = z
  .string()
  .max(10)
  .transform((text, context): CalendarDate => {
    if (isCalendarDate(text)) return calendarDate(text);
    context.addIssue({ code: 'custom', message: 'DAY_MALFORMED' });
    return z.NEVER;
  })
  .meta({ examples: ['2026-11-30'], description: 'Calendar day, YYYY-MM-DD' });

/** An instant in an answer, RFC 3339 in UTC. */
export const InstantText = z.string().meta({ examples: ['2026-11-30T05:00:00.000Z'] });

/** Ids are opaque text; people use the printed numbers. Inside they are whole numbers, so anything else cannot exist. */
export const Id = z.string().meta({ examples: ['1'] });

/**
 * An id in a path or body. Text that cannot be an id becomes 0, which no row has, so that a wrong id always answers
 * exactly like one that does not exist.
 */
export const IdInput = z
  .string()
  .max(40)
  .transform((text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0))
  .meta({ examples: ['1'] });
export const IdParams = z.strictObject({ id: IdInput });

// Control characters, and what turns the order of the letters around it: a name could make a number beside it read
// backwards on a screen where somebody approves it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;
// Harmless but unseen, and often pasted along; two equal texts must be equal. (Hindi needs the joiners 200C and 200D.)
const PASTED_ALONG = /[\u061c\u200b\u200e\u200f\u2060\ufeff]/g;

/** Text a person typed: trimmed, NFC, without characters that cannot be seen, within a length. */
export const typedText = (maximum: number, minimum = 1) =>
  z
    .string()
    .max(maximum * 4)
    .refine((text) => !UNSEEN.test(text), 'TEXT_CONTROL_CHARACTERS')
    .transform((text) =>
      text
        .replace(PASTED_ALONG, '')
        .normalize('NFC')
        .trim()
        .replace(/[ \t]+/g, ' '),
    )
    .refine((text) => text.length >= minimum, 'TEXT_TOO_SHORT')
    .refine((text) => text.length <= maximum, 'TEXT_TOO_LONG');

export const LanguageCode = z.enum(['en', 'hi']);
export type LanguageCode = z.infer<typeof LanguageCode>;

/** Whole-number query text, e.g. `limit=50`; a page size of a million is refused, not clipped. */
const wholeNumberQuery = (minimum: number, maximum: number) =>
  z
    .string()
    .max(12)
    .regex(/^\d+$/, 'NUMBER_MALFORMED')
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, 'NUMBER_OUT_OF_RANGE');

export const ListQuery = {
  q: typedText(80, 0).optional(),
  limit: wholeNumberQuery(1, 200).optional(),
  cursor: z.string().max(400).optional(),
} as const;

export const FlagQuery = z.enum(['true', 'false']).transform((text) => text === 'true');
export const PreviewQuery = z.strictObject({ preview: FlagQuery.optional() });
/** An act without a preview: whoever asks for one is told so, and nothing is done. */
export const NoQuery = z.strictObject({});

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().optional() });

/** One posting of a journal entry as people read it. */
export const PostingView = z.object({
  accountCode: z.string(),
  accountName: z.string(),
  side: z.enum(['debit', 'credit']),
  amount: MoneyText,
  subLedger: z.string().nullable(),
  subLedgerNumber: z.string().nullable(),
});

export const BalanceChange = z.object({ label: z.string(), before: MoneyText, after: MoneyText });

/** Interest that was credited for days into which the act is dated back, and what it will be. */
export const InterestChange = z.object({
  accountNumber: z.string(),
  from: DayText,
  to: DayText,
  before: MoneyText,
  after: MoneyText,
  /** Below nothing where the account gets less. */
  difference: MoneyText,
  /** Of the tax that is withheld from it. */
  taxDifference: MoneyText,
});

/** What an act that moves money would do, without doing it. */
/** What was posted on a loan since the day an act counts from, and what one further entry makes of it. */
export const EntryCorrection = z.object({
  /** Of the loan. */
  number: z.string(),
  countsFrom: DayText,
  /** What has been paid of each part: before, by the act itself, by the correction, and in the end. */
  parts: z.array(
    z.object({
      part: z.enum(['principal', 'interest', 'fee', 'penalty']),
      before: MoneyText,
      entry: MoneyText,
      correction: MoneyText,
      after: MoneyText,
    }),
  ),
  /** What the days since were charged for being late, and will have been. */
  penalBefore: MoneyText,
  penalAfter: MoneyText,
  owedBefore: MoneyText,
  owedAfter: MoneyText,
  postings: z.array(PostingView),
});

export const ActPreview = z.object({
  preview: z.literal(true),
  narration: z.string(),
  total: MoneyText,
  postedOn: DayText,
  postings: z.array(PostingView),
  /** With the interest that changes. */
  balances: z.array(BalanceChange),
  interest: z.array(InterestChange),
  corrections: z.array(EntryCorrection),
  needsApproval: z.boolean(),
  warnings: z.array(z.object({ code: z.string(), detail: z.string() })),
});
export type ActPreview = z.infer<typeof ActPreview>;

/** How a figure came about, line by line. */
export const Explanation = z.object({
  figure: z.string(),
  value: z.string(),
  lines: z.array(z.object({ label: z.string(), value: z.string(), entryId: Id.nullable(), on: DayText.nullable() })),
  rule: z.string(),
});

export const Done = z.object({ done: z.literal(true) });
export const CsvText = z.string();

/** Per cent a year, as exact decimal text from 0 to 100. */
export const RateInput = z
  .string()
  .max(16)
  .refine((text) => {
    try {
      const { numerator, scale } = parseRate(text);
      return numerator <= 100 * 10 ** scale;
    } catch {
      return false;
    }
  }, 'RATE_OUT_OF_RANGE')
  .meta({ examples: ['7.25'] });
