import {
  DAY_COUNTS,
  DEPOSITOR_CATEGORIES,
  INTEREST_RULES,
  RULE_REACHES,
  SAVINGS_BASES,
  SLAB_METHODS,
  TERM_ROUNDINGS,
  WITHDRAWAL_RULES,
} from '@kafal/core';
import { z } from 'zod';
import {
  AmountOrZeroInput,
  DayInput,
  DayText,
  Id,
  InstantText,
  LanguageCode,
  MoneyText,
  RateInput,
  typedText,
} from './common.ts';
import { FileKind } from './files.ts';

export const PresetCode = z.enum(['IN-STATE', 'IN-MSCS', 'NP-SACCOS', 'INTL-SACCO']);

export const SetupState = z.object({ isSetUp: z.boolean(), presets: z.array(PresetCode) });

const Logo = z
  .string()
  .max(200_000)
  .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/, 'LOGO_FORM');

export const SetupBody = z
  .strictObject({
    setupCode: z.string().min(1).max(64),
    preset: PresetCode,
    society: z.strictObject({
      name: typedText(160),
      nameLocal: typedText(160).optional(),
      registrationNumber: typedText(80),
      registeredOn: DayInput.optional(),
      address: typedText(400),
      phone: z.string().max(24).optional(),
      email: z.string().max(254).optional(),
      website: typedText(120).optional(),
      logo: Logo.optional(),
    }),
    currency: z.enum(['INR', 'NPR', 'KES', 'USD']),
    timeZone: z.string().min(1).max(64),
    financialYearStart: z.string().regex(/^(\d{2}-\d{2}|1 Shrawan)$/, 'FINANCIAL_YEAR_FORM'),
    /** The business date the books begin on; proposed from the time zone. */
    booksBeginOn: DayInput,
    fees: z.strictObject({
      admission: AmountOrZeroInput,
      buildingFund: AmountOrZeroInput,
      welfareFund: AmountOrZeroInput,
    }),
    shares: z.strictObject({ faceValue: AmountOrZeroInput, minimumShares: z.int().min(1).max(10_000) }),
    savings: z.strictObject({ minimumBalance: AmountOrZeroInput }),
    administrator: z.strictObject({
      username: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,30}$/, 'USERNAME_FORM'),
      name: typedText(120),
      email: z.string().max(254).optional(),
      password: z.string().min(1).max(1000),
      language: LanguageCode,
    }),
  })
  .meta({
    examples: [
      {
        setupCode: '7KQ2-M9XH-TB4C',
        preset: 'IN-STATE',
        society: {
          name: 'Nehru Colony Thrift and Credit Society',
          registrationNumber: 'UK/DDN/1987/221',
          address: 'Nehru Colony, Dehradun 248001',
        },
        currency: 'INR',
        timeZone: 'Asia/Kolkata',
        financialYearStart: '04-01',
        booksBeginOn: '2026-11-30',
        fees: { admission: '100.00', buildingFund: '200.00', welfareFund: '50.00' },
        shares: { faceValue: '100.00', minimumShares: 5 },
        savings: { minimumBalance: '100.00' },
        administrator: {
          username: 'admin',
          name: 'Hema Joshi',
          password: 'seven tall deodars by the river',
          language: 'en',
        },
      },
    ],
  });
export const ChangeLogoBody = z.strictObject({ logo: Logo }).meta({
  examples: [
    {
      logo: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    },
  ],
});
export const SetupAnswer = z.object({ done: z.literal(true), username: z.string(), businessDate: DayText });

/** Known to everybody: what the entries show before anyone logs in. */
export const SocietyView = z.object({
  isSetUp: z.boolean(),
  name: z.string().nullable(),
  nameLocal: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  /** Where its picture is; another picture has another address. */
  logo: z.string().nullable(),
  /** What members may read it in. */
  languages: z.array(LanguageCode),
  preset: PresetCode.nullable(),
  currency: z.string(),
  decimals: z.number(),
  grouping: z.enum(['indian', 'western']),
  calendar: z.enum(['AD', 'BS']),
  phoneCountry: z.enum(['IN', 'NP', 'INTL']),
  timeZone: z.string(),
  businessDate: DayText.nullable(),
  denominations: z.array(MoneyText),
  /** The photos and papers that may be sent, by what its rules ask of members. */
  paperKinds: z.array(FileKind),
  /** How members pay from their phones; null until the society has said where that money goes. */
  phonePayments: z.enum(['upi', 'nepal-qr']).nullable(),
  /** Phone or e-mail of the office, as the society set them; never an address of ours. */
  support: z.object({ phone: z.string().nullable(), email: z.string().nullable() }),
});

/** Why a rule changes: the law or resolution it rests on, and what the person says. */
export const whyFields = { legalBasis: typedText(400, 0).optional(), reason: typedText(400, 0).optional() };

// ---- settings ------------------------------------------------------------------------------------------------
const SettingJson = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const SettingView = z.object({
  name: z.string(),
  label: z.string(),
  group: z.string(),
  kind: z.enum([
    'text',
    'money',
    'number',
    'percent',
    'flag',
    'pattern',
    'choice',
    'weekdays',
    'languages',
    'papers',
    'days-before',
  ]),
  value: SettingJson,
  choices: z.array(z.string()).optional(),
  effectiveFrom: DayText,
  legalBasis: z.string().nullable(),
  /** Said once at set-up. */
  isFixed: z.boolean(),
  needsSecondPerson: z.boolean(),
  /** A value that is agreed and has not begun. */
  next: z.object({ value: SettingJson, effectiveFrom: DayText }).nullable(),
  /** The request that waits for a second person. */
  waitingApprovalId: Id.nullable(),
  help: z.object({ what: z.string(), basis: z.string(), example: z.string() }),
});
export const SettingsList = z.object({ items: z.array(SettingView) });
export const SettingParams = z.strictObject({
  name: z
    .string()
    .max(64)
    .meta({ examples: ['share.minimumShares'] }),
});
export const ChangeSettingBody = z
  .strictObject({
    value: z.union([z.string().max(400), z.number(), z.boolean(), z.null()]),
    effectiveFrom: DayInput,
    ...whyFields,
  })
  .meta({
    examples: [{ value: 10, effectiveFrom: '2027-04-01', legalBasis: 'By-law 7 as amended by the general body' }],
  });

/** Who set a rule, who said yes, when, and why. */
export const setBy = {
  effectiveFrom: DayText,
  legalBasis: z.string().nullable(),
  reason: z.string().nullable(),
  setBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  recordedAt: InstantText.nullable(),
};
export const SettingHistory = z.object({ items: z.array(z.object({ value: SettingJson, ...setBy })) });

export const FeeView = z.object({
  id: Id,
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  nameEn: z.string(),
  nameHi: z.string(),
  accountCode: z.string(),
  amount: MoneyText,
  dueOnAdmission: z.boolean(),
  effectiveFrom: DayText,
  legalBasis: z.string().nullable(),
  /** An amount that is agreed and has not begun. */
  next: z.object({ amount: MoneyText, effectiveFrom: DayText }).nullable(),
  waitingApprovalId: Id.nullable(),
});
export const FeeList = z.object({ items: z.array(FeeView) });
export const CodeParams = z.strictObject({ code: z.string().max(32) });
export const ChangeFeeBody = z
  .strictObject({
    nameEn: typedText(80),
    nameHi: typedText(80),
    amount: AmountOrZeroInput,
    dueOnAdmission: z.boolean(),
    effectiveFrom: DayInput,
    ...whyFields,
  })
  .meta({
    examples: [
      {
        nameEn: 'Admission fee',
        nameHi: 'प्रवेश शुल्क',
        amount: '150.00',
        dueOnAdmission: true,
        effectiveFrom: '2027-04-01',
        legalBasis: 'Resolution MC/2027/4',
      },
    ],
  });
export const FeeHistory = z.object({
  items: z.array(z.object({ name: z.string(), amount: MoneyText, dueOnAdmission: z.boolean(), ...setBy })),
});

// ---- holidays ------------------------------------------------------------------------------------------------
export const HolidayView = z.object({ day: DayText, name: z.string(), nameEn: z.string(), nameHi: z.string() });
export const HolidayQuery = z.strictObject({
  year: z
    .string()
    .regex(/^(19|20|21)\d\d$/, 'NUMBER_OUT_OF_RANGE')
    .transform(Number)
    .optional(),
});
export const HolidayYear = z.object({
  year: z.number(),
  /** From this day on holidays can be added and taken away. */
  businessDate: DayText,
  weeklyOffs: z.array(z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])),
  items: z.array(HolidayView),
});
export const AddHolidayBody = z
  .strictObject({ day: DayInput, nameEn: typedText(80), nameHi: typedText(80) })
  .meta({ examples: [{ day: '2027-01-26', nameEn: 'Republic Day', nameHi: 'गणतंत्र दिवस' }] });
/** Text that is no day is a day that is no holiday. */
export const HolidayParams = z.strictObject({
  day: z
    .string()
    .max(40)
    .meta({ examples: ['2027-01-26'] }),
});
/** Lines of a day, its name in English and its name in Hindi; a heading may stand above them. */
export const ImportHolidaysBody = z
  .strictObject({ csv: z.string().min(1).max(60_000) })
  .meta({ examples: [{ csv: 'Day,English,Hindi\n15-08-2027,Independence Day,स्वतंत्रता दिवस\n' }] });
export const ImportedHolidays = z.object({
  preview: z.boolean(),
  added: z.array(HolidayView),
  /** Days of the file that are holidays already. */
  standing: z.number(),
  /** Days of the file that are over. */
  past: z.number(),
});

// ---- products ------------------------------------------------------------------------------------------------
/** For the settings; what a product offers to a member stands in DepositProductList. */
/** What a savings product says beside its smallest balance and the rate for everybody. */
const savingsRules = {
  isOffered: z.boolean(),
  interestBasis: z.enum(SAVINGS_BASES),
  /** Of the balance of every day; the other bases count in months. */
  dayCount: z.enum(DAY_COUNTS),
  /** The months whose last day the interest is credited on. */
  interestMonths: z.array(z.int().min(1).max(12)).min(1).max(12),
  rounding: z.enum(TERM_ROUNDINGS),
  slabMethod: z.enum(SLAB_METHODS),
  /** Accounts that are open keep their interest rules where new ones hold for new accounts alone. */
  appliesTo: z.enum(RULE_REACHES),
};
export const ProductRule = z.object({
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  nameEn: z.string(),
  nameHi: z.string(),
  accountCode: z.string(),
  minimumBalance: MoneyText,
  annualRate: z.string(),
  /** Dormant after so many months in which the member does nothing; null never. */
  dormantMonths: z.number().nullable(),
  minimumDeposit: MoneyText,
  withdrawal: z.enum(WITHDRAWAL_RULES),
  interestRule: z.enum(INTEREST_RULES),
  ...savingsRules,
  /** Beside the rate for everybody: from an amount on, or for a category of members. */
  rates: z.array(z.object({ category: z.enum(DEPOSITOR_CATEGORIES), amountFrom: MoneyText, annualRate: z.string() })),
  /** Open accounts of this kind. */
  deposits: z.number(),
  effectiveFrom: DayText,
  legalBasis: z.string().nullable(),
  next: z.object({ annualRate: z.string(), minimumBalance: MoneyText, effectiveFrom: DayText }).nullable(),
  waitingApprovalId: Id.nullable(),
});
export const ProductRuleList = z.object({ items: z.array(ProductRule) });
export const ChangeProductBody = z
  .strictObject({
    nameEn: typedText(80),
    nameHi: typedText(80),
    minimumBalance: AmountOrZeroInput,
    /** Per cent a year, as exact decimal text. */
    annualRate: z.string().max(16),
    /** As it is where nothing is said; null: such an account is never dormant. */
    dormantMonths: z.int().min(1).max(120).nullable().optional(),
    /** The smallest sum that is put in at once, of accounts that are opened from the day on. */
    minimumDeposit: AmountOrZeroInput.optional(),
    /** When money is paid out of accounts that are opened from the day on. */
    withdrawal: z.enum(WITHDRAWAL_RULES).optional(),
    ...z.object(savingsRules).partial().shape,
    rates: z
      .array(
        z.strictObject({
          category: z.enum(DEPOSITOR_CATEGORIES),
          amountFrom: AmountOrZeroInput,
          annualRate: RateInput,
        }),
      )
      .max(60)
      .optional(),
    effectiveFrom: DayInput,
    ...whyFields,
  })
  .meta({
    examples: [
      {
        nameEn: 'Savings account',
        nameHi: 'बचत खाता',
        minimumBalance: '200.00',
        annualRate: '4.5',
        effectiveFrom: '2027-04-01',
        legalBasis: 'Resolution MC/2027/5',
      },
      {
        nameEn: 'Savings account',
        nameHi: 'बचत खाता',
        minimumBalance: '200.00',
        annualRate: '3.75',
        rates: [
          { category: 'general', amountFrom: '100000.00', annualRate: '4.75' },
          { category: 'senior', amountFrom: '0.00', annualRate: '4.25' },
        ],
        slabMethod: 'marginal',
        appliesTo: 'new',
        effectiveFrom: '2027-04-01',
        legalBasis: 'Resolution MC/2027/6',
      },
    ],
  });
export const ProductHistory = z.object({
  items: z.array(z.object({ name: z.string(), minimumBalance: MoneyText, annualRate: z.string(), ...setBy })),
});
