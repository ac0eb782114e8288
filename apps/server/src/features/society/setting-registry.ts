// Every rule the society may set for itself: its name, what it is called, what it holds, and where it starts from. A
// value that is not valid here can neither be set nor read.

import { FILE_KINDS, type FileKind, LanguageCode } from '@kafal/contract';
import {
  type CountryPreset,
  checkNumberPattern,
  type FinancialYearStart,
  formatMoney,
  HOLIDAY_RULES,
  isCalendarDate,
  isEmail,
  isNepalQr,
  isUpiAddress,
  LOAN_CLASS_RULE_NAMES,
  type LoanClassRule,
  type Money,
  parseMoney,
  parseRate,
  reminderDays,
  TAX_METHODS,
  ZERO,
} from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';

export type SettingJson = string | number | boolean | null;
export type SettingKind =
  | 'text'
  | 'money'
  | 'number'
  | 'percent'
  | 'flag'
  | 'pattern'
  | 'choice'
  | 'weekdays'
  | 'languages'
  | 'papers'
  | 'days-before';
export type SettingGroup =
  | 'society'
  | 'money'
  | 'calendar'
  | 'people'
  | 'files'
  | 'shares'
  | 'numbers'
  | 'policy'
  | 'reminders'
  | 'limits'
  | 'tax'
  | 'daily'
  | 'payments'
  | 'accounts';

interface Words {
  readonly group: SettingGroup;
  readonly en: string;
  readonly hi: string;
}

export interface SettingDefinition<Value = unknown> extends Words {
  readonly kind: SettingKind;
  readonly choices?: readonly string[];
  /** Said once at set-up: every entry of the books already rests on it. */
  readonly isFixed?: true;
  /** Has an act of its own and does not stand in the list. */
  readonly isHidden?: true;
  /** Names an account that vouchers and receipts may post to. */
  readonly isAccount?: true;
  /** Names an account that holds money received: what came in lies there, so nothing but an asset will do. */
  readonly holdsMoney?: true;
  read(json: unknown): Value;
  write(value: Value): SettingJson;
}

/** The week as an office counts it. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

type Rule<Value> = (value: Value) => boolean;

function refuse(): never {
  throw new Refusal('malformed', 'SETTING_VALUE', undefined, 'value');
}

function text(words: Words, longest: number, rule: Rule<string> = () => true): SettingDefinition<string> {
  const read = (json: unknown) => {
    if (typeof json !== 'string') return refuse();
    const typed = json.normalize('NFC').trim();
    return typed !== '' && typed.length <= longest && rule(typed) ? typed : refuse();
  };
  return { ...words, kind: 'text', read, write: (value) => value };
}

/** `22:00`, by the clock of the society. */
const isClockTime = (typed: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed);

function amount(words: Words, rule: Rule<Money> = () => true): SettingDefinition<Money> {
  const read = (json: unknown) => {
    if (typeof json !== 'string') return refuse();
    const typed = parseMoney(json);
    return rule(typed) ? typed : refuse();
  };
  return { ...words, kind: 'money', read, write: (value) => formatMoney(value) };
}

function wholeNumber(words: Words, least: number, most: number): SettingDefinition<number> {
  const read = (json: unknown) =>
    typeof json === 'number' && Number.isInteger(json) && json >= least && json <= most ? json : refuse();
  return { ...words, kind: 'number', read, write: (value) => value };
}

/** Kept as text, because a rate is an exact decimal. */
function percent(words: Words): SettingDefinition<string> {
  const read = (json: unknown) => {
    if (typeof json !== 'string') return refuse();
    const { numerator, scale } = parseRate(json);
    return numerator > 0 && numerator <= 100 * 10 ** scale ? json : refuse();
  };
  return { ...words, kind: 'percent', read, write: (value) => value };
}

function flag(words: Words): SettingDefinition<boolean> {
  return {
    ...words,
    kind: 'flag',
    read: (json) => (typeof json === 'boolean' ? json : refuse()),
    write: (value) => value,
  };
}

function pattern(words: Words): SettingDefinition<string> {
  const read = (json: unknown) => {
    if (typeof json !== 'string') return refuse();
    checkNumberPattern(json);
    return json;
  };
  return { ...words, kind: 'pattern', read, write: (value) => value };
}

function choice<const Choice extends string>(words: Words, choices: readonly Choice[]): SettingDefinition<Choice> {
  const read = (json: unknown) => choices.find((offered) => offered === json) ?? refuse();
  return { ...words, kind: 'choice', choices, read, write: (value) => value };
}

/** "saturday, sunday": some of a fixed list, each once, kept in the order of that list. */
function some(
  words: Words,
  kind: 'weekdays' | 'languages' | 'papers',
  choices: readonly string[],
  most = choices.length,
): SettingDefinition<string> {
  const read = (json: unknown) => {
    if (typeof json !== 'string') return refuse();
    const named = json.split(',').map((one) => one.trim());
    const known = choices.filter((one) => named.includes(one));
    return known.length === named.length && known.length <= most ? known.join(', ') : refuse();
  };
  return { ...words, kind, choices, read, write: (value) => value };
}

export const readLanguages = (list: string): LanguageCode[] =>
  LanguageCode.options.filter((language) => list.split(', ').includes(language));

function orNothing<Value>(definition: SettingDefinition<Value>): SettingDefinition<Value | null> {
  return {
    ...definition,
    read: (json) => (json === null || json === '' ? null : definition.read(json)),
    write: (value) => (value === null ? null : definition.write(value)),
  };
}

const fixed = <Value>(definition: SettingDefinition<Value>) => ({ ...definition, isFixed: true as const });
const hidden = <Value>(definition: SettingDefinition<Value>) => ({ ...definition, isHidden: true as const });

function account(words: Words): SettingDefinition<string> {
  return { ...text(words, 16, (code) => /^[0-9A-Za-z.-]+$/.test(code)), isAccount: true };
}

const moneyAccount = (words: Words): SettingDefinition<string> => ({ ...account(words), holdsMoney: true });

/** A place, whose clock has a history; never a bare distance from Greenwich. */
function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** "500.00, 200.00, 100.00": the largest first, each once. */
function isDenominations(list: string): boolean {
  const amounts = readDenominations(list);
  return (
    amounts.length > 0 &&
    amounts.every((each, index) => each > 0 && each < (amounts[index - 1] ?? Number.POSITIVE_INFINITY))
  );
}

const papers = (en: string, hi: string) => orNothing(some({ group: 'people', en, hi }, 'papers', FILE_KINDS));
const reviewMonths = (en: string, hi: string) => wholeNumber({ group: 'people', en, hi }, 1, 120);

/** "30, 7": how many days before its day; nothing is never. */
function daysBefore(en: string, hi: string): SettingDefinition<string | null> {
  const words = { group: 'reminders' as const, en, hi };
  const read = (json: unknown) => (typeof json === 'string' ? reminderDays(json)?.join(', ') : undefined) ?? refuse();
  return orNothing({ ...words, kind: 'days-before', read, write: (value: string) => value });
}

const society = (en: string, hi: string): Words => ({ group: 'society', en, hi });

export const SETTINGS = {
  'society.name': text(society('Name of the society', 'समिति का नाम'), 160),
  'society.nameLocal': orNothing(text(society('Name in the local script', 'स्थानीय लिपि में नाम'), 160)),
  'society.registrationNumber': text(society('Registration number', 'पंजीकरण संख्या'), 80),
  'society.registeredOn': orNothing(text(society('Registered on', 'पंजीकरण की तारीख'), 10, isCalendarDate)),
  'society.address': text(society('Address', 'पता'), 400),
  'society.phone': orNothing(
    text(society('Phone of the office', 'कार्यालय का फ़ोन'), 24, (typed) => /^\+?[0-9 ()-]{5,24}$/.test(typed)),
  ),
  'society.email': orNothing(text(society('E-mail of the office', 'कार्यालय का ई-मेल'), 254, isEmail)),
  'society.website': orNothing(text(society('Website', 'वेबसाइट'), 120)),
  // Only a language whose words are whole stands in the list.
  'society.languages': some(
    society('Languages that members may read it in', 'सदस्यों के लिए भाषाएँ'),
    'languages',
    LanguageCode.options,
  ),
  'society.logo': hidden(orNothing(text(society('Logo', 'प्रतीक चिह्न'), 40))),
  'society.preset': fixed(
    choice(society('Law and country', 'क़ानून और देश'), ['IN-STATE', 'IN-MSCS', 'NP-SACCOS', 'INTL-SACCO']),
  ),
  'money.currency': fixed(choice({ group: 'money', en: 'Currency', hi: 'मुद्रा' }, ['INR', 'NPR', 'KES', 'USD'])),
  'money.denominations': text(
    { group: 'money', en: 'Notes and coins, largest first', hi: 'नोट और सिक्के, बड़े से छोटे' },
    300,
    isDenominations,
  ),
  'calendar.timeZone': text({ group: 'calendar', en: 'Time zone', hi: 'समय क्षेत्र' }, 64, isTimeZone),
  'calendar.kind': fixed(choice({ group: 'calendar', en: 'Calendar', hi: 'पंचांग' }, ['AD', 'BS'])),
  'calendar.financialYearStart': fixed(
    text(
      { group: 'calendar', en: 'Financial year begins on', hi: 'वित्तीय वर्ष का आरंभ' },
      16,
      (typed) => findFinancialYearStart(typed) !== undefined,
    ),
  ),
  'calendar.weeklyOffs': orNothing(
    some(
      { group: 'calendar', en: 'Days of the week without business', hi: 'साप्ताहिक अवकाश' },
      'weekdays',
      WEEKDAYS,
      WEEKDAYS.length - 1,
    ),
  ),
  'phone.country': choice({ group: 'people', en: 'Phone numbers are written as in', hi: 'फ़ोन नंबर का देश' }, [
    'IN',
    'NP',
    'INTL',
  ]),
  'member.ageOfMajority': wholeNumber({ group: 'people', en: 'Age of majority', hi: 'वयस्क होने की आयु' }, 14, 25),
  'member.maximumNominees': wholeNumber(
    { group: 'people', en: 'Most nominees of one member', hi: 'एक सदस्य के अधिकतम नामित व्यक्ति' },
    1,
    10,
  ),
  'application.wantedPapers': orNothing(
    some(
      { group: 'people', en: 'Papers that an applicant should bring', hi: 'आवेदक से माँगे जाने वाले दस्तावेज़' },
      'papers',
      FILE_KINDS,
    ),
  ),
  'kyc.always': papers('Papers every member must have', 'हर सदस्य के लिए आवश्यक दस्तावेज़'),
  'kyc.identity': papers('One of these proves who a member is', 'इनमें से एक पहचान सिद्ध करता है'),
  'kyc.address': papers('One of these proves where a member lives', 'इनमें से एक पता सिद्ध करता है'),
  'kyc.minorsAlways': papers('Papers every minor must have', 'हर अवयस्क के लिए आवश्यक दस्तावेज़'),
  'kyc.minors': papers('One of these proves who a minor is', 'इनमें से एक अवयस्क की पहचान सिद्ध करता है'),
  'kyc.institutions': papers('Papers every institution must have', 'हर संस्था के लिए आवश्यक दस्तावेज़'),
  'kyc.reviewMonthsLow': reviewMonths(
    'Low risk: papers are reviewed after so many months',
    'कम जोखिम: इतने महीनों बाद दस्तावेज़ों की समीक्षा',
  ),
  'kyc.reviewMonthsMedium': reviewMonths(
    'Medium risk: papers are reviewed after so many months',
    'मध्यम जोखिम: इतने महीनों बाद दस्तावेज़ों की समीक्षा',
  ),
  'kyc.reviewMonthsHigh': reviewMonths(
    'High risk: papers are reviewed after so many months',
    'अधिक जोखिम: इतने महीनों बाद दस्तावेज़ों की समीक्षा',
  ),
  'kyc.expiringDays': wholeNumber(
    {
      group: 'people',
      en: 'Papers count as expiring so many days before',
      hi: 'इतने दिन पहले से दस्तावेज़ समाप्त होने वाले माने जाते हैं',
    },
    1,
    365,
  ),
  'files.photoKilobytes': wholeNumber(
    {
      group: 'files',
      en: 'Largest photo or signature, in kilobytes',
      hi: 'फ़ोटो या हस्ताक्षर का अधिकतम आकार, किलोबाइट में',
    },
    50,
    10_240,
  ),
  'files.paperKilobytes': wholeNumber(
    { group: 'files', en: 'Largest paper, in kilobytes', hi: 'दस्तावेज़ का अधिकतम आकार, किलोबाइट में' },
    50,
    20_480,
  ),
  'files.megapixels': wholeNumber(
    { group: 'files', en: 'Largest picture, in megapixels', hi: 'चित्र का अधिकतम आकार, मेगापिक्सेल में' },
    1,
    100,
  ),
  'files.personMegabytes': wholeNumber(
    {
      group: 'files',
      en: 'All files of one person together, in megabytes',
      hi: 'एक व्यक्ति की सभी फ़ाइलें मिलाकर, मेगाबाइट में',
    },
    1,
    1_000,
  ),
  'share.faceValue': amount(
    { group: 'shares', en: 'Face value of a share', hi: 'अंश का अंकित मूल्य' },
    (value) => value > 0,
  ),
  'share.minimumShares': wholeNumber(
    { group: 'shares', en: 'Fewest shares of a member', hi: 'सदस्य के न्यूनतम अंश' },
    1,
    10_000,
  ),
  'share.capPercent': percent({
    group: 'shares',
    en: 'Largest part of all shares that one member may hold, in per cent',
    hi: 'एक सदस्य के पास सभी अंशों का अधिकतम भाग, प्रतिशत में',
  }),
  'numbers.member': pattern({ group: 'numbers', en: 'Member numbers', hi: 'सदस्य संख्या' }),
  'numbers.account': pattern({ group: 'numbers', en: 'Account numbers', hi: 'खाता संख्या' }),
  'numbers.folio': pattern({ group: 'numbers', en: 'Share folios', hi: 'अंश फ़ोलियो' }),
  'numbers.certificate': pattern({ group: 'numbers', en: 'Share certificates', hi: 'अंश प्रमाणपत्र' }),
  'numbers.resolution': pattern({ group: 'numbers', en: 'Resolutions', hi: 'प्रस्ताव' }),
  'meetings.noticeDays': wholeNumber(
    {
      group: 'policy',
      en: 'Clear days of notice of a general meeting',
      hi: 'आम सभा की सूचना के पूरे दिन',
    },
    0,
    90,
  ),
  'meetings.committeeNoticeDays': wholeNumber(
    {
      group: 'policy',
      en: 'Clear days of notice of a meeting of the committee',
      hi: 'समिति की बैठक की सूचना के पूरे दिन',
    },
    0,
    90,
  ),
  'meetings.generalQuorum': percent({
    group: 'policy',
    en: 'Quorum of a general meeting, in per cent of those who may vote',
    hi: 'आम सभा की गणपूर्ति, मताधिकारियों के प्रतिशत में',
  }),
  'meetings.adjournedQuorum': orNothing(
    percent({
      group: 'policy',
      en: 'Quorum of a general meeting that was adjourned, in per cent of those who may vote',
      hi: 'स्थगित आम सभा की गणपूर्ति, मताधिकारियों के प्रतिशत में',
    }),
  ),
  'meetings.committeeQuorum': percent({
    group: 'policy',
    en: 'Quorum of the committee, in per cent of its members',
    hi: 'समिति की गणपूर्ति, उसके सदस्यों के प्रतिशत में',
  }),
  'meetings.adjournMinutes': wholeNumber(
    {
      group: 'policy',
      en: 'A meeting without a quorum is adjourned by at least so many minutes',
      hi: 'गणपूर्ति न होने पर बैठक कम से कम कितने मिनट के लिए स्थगित होती है',
    },
    0,
    43_200,
  ),
  'meetings.defaultDays': wholeNumber(
    {
      group: 'policy',
      en: 'Days that an instalment may be late before its borrower has no vote',
      hi: 'किस्त कितने दिन बकाया रहने पर ऋणी का मत नहीं रहता',
    },
    0,
    1_830,
  ),
  'policy.applicationSecondPerson': flag({
    group: 'policy',
    en: 'Whoever registered an applicant may not decide on the application',
    hi: 'जिसने आवेदन दर्ज किया, वह उस पर निर्णय नहीं ले सकता',
  }),
  'policy.statusSecondPerson': flag({
    group: 'policy',
    en: "A change of a member's status waits for a second person",
    hi: 'सदस्य की स्थिति का परिवर्तन दूसरे व्यक्ति की प्रतीक्षा करता है',
  }),
  'deposits.fixedAllowed': flag({
    group: 'policy',
    en: 'The society takes fixed deposits',
    hi: 'समिति सावधि जमा स्वीकार करती है',
  }),
  'deposits.seniorAge': wholeNumber(
    {
      group: 'policy',
      en: 'Age from which a depositor gets the rates for seniors',
      hi: 'जिस आयु से जमाकर्ता को वरिष्ठ नागरिक की दरें मिलती हैं',
    },
    50,
    80,
  ),
  'deposits.interestFrom': text(
    {
      group: 'policy',
      en: 'The end of a day counts interest on savings from',
      hi: 'दिनांत बचत का ब्याज इस दिन से गिनता है',
    },
    10,
    isCalendarDate,
  ),
  'reminders.loanInstalment': daysBefore('An instalment of a loan', 'ऋण की किस्त'),
  'reminders.depositInstalment': daysBefore('An instalment of a recurring deposit', 'आवर्ती जमा की किस्त'),
  'reminders.thrift': daysBefore('The thrift of the month', 'महीने की अनिवार्य बचत'),
  'reminders.maturity': daysBefore('The end of a deposit', 'जमा की परिपक्वता'),
  'reminders.kyc': daysBefore('Papers that have to be renewed', 'जिन दस्तावेज़ों को नया करना है'),
  'reminders.meeting': daysBefore('A general meeting', 'आम सभा'),
  'deposits.holidayRule': choice(
    {
      group: 'calendar',
      en: 'What falls due on a day without business falls on',
      hi: 'जो अवकाश के दिन देय हो, वह किस दिन देय माना जाए',
    },
    HOLIDAY_RULES,
  ),
  'deposits.holidayInterest': flag({
    group: 'calendar',
    en: 'A deposit that matures on such a day earns its rate up to the next working day',
    hi: 'ऐसे दिन परिपक्व होने वाली जमा अगले कार्यदिवस तक अपनी दर से ब्याज पाती है',
  }),
  'thrift.monthlyDue': orNothing(
    amount(
      { group: 'policy', en: 'Compulsory thrift of a member each month', hi: 'सदस्य की हर महीने की अनिवार्य बचत' },
      (value) => value > 0,
    ),
  ),
  'thrift.dueDay': wholeNumber(
    { group: 'policy', en: 'Day of the month on which thrift is due', hi: 'महीने का दिन जब अनिवार्य बचत देय होती है' },
    1,
    28,
  ),
  'thrift.graceDay': wholeNumber(
    {
      group: 'policy',
      en: 'Day of the month up to which thrift is paid in time',
      hi: 'महीने का दिन जब तक अनिवार्य बचत समय पर मानी जाती है',
    },
    1,
    28,
  ),
  'daily.termMonths': wholeNumber(
    { group: 'daily', en: 'Term of a daily deposit, in months', hi: 'दैनिक जमा की अवधि, महीनों में' },
    1,
    120,
  ),
  'daily.keptMonths': wholeNumber(
    {
      group: 'daily',
      en: 'Months that a daily deposit must be kept to earn interest',
      hi: 'दैनिक जमा को ब्याज पाने के लिए कितने महीने रखना होगा',
    },
    0,
    60,
  ),
  'daily.addEveryMonths': wholeNumber(
    {
      group: 'daily',
      en: 'Interest on daily deposits is credited after so many months',
      hi: 'दैनिक जमा पर ब्याज इतने महीनों में जमा होता है',
    },
    1,
    12,
  ),
  'daily.serviceCharge': orNothing(
    percent({
      group: 'daily',
      en: 'Service charge on a daily deposit that is closed too early, in per cent',
      hi: 'समय से पहले बंद की गई दैनिक जमा पर सेवा शुल्क, प्रतिशत में',
    }),
  ),
  'collections.commissionRate': percent({
    group: 'daily',
    en: 'Commission of an agent, in per cent of what was collected',
    hi: 'अभिकर्ता का कमीशन, संग्रह के प्रतिशत में',
  }),
  'collections.commissionTax': orNothing(
    percent({
      group: 'daily',
      en: 'Tax withheld from commission, in per cent of it',
      hi: 'कमीशन से काटा जाने वाला कर, कमीशन के प्रतिशत में',
    }),
  ),
  'collections.commissionTaxFrom': orNothing(
    amount({
      group: 'daily',
      en: 'Tax is withheld once the commission of the financial year is above',
      hi: 'कर तब कटता है जब वित्तीय वर्ष का कमीशन इससे ऊपर हो',
    }),
  ),
  'limit.agentCash': orNothing(
    amount(
      { group: 'daily', en: 'Most cash that should be with an agent', hi: 'अभिकर्ता के पास अधिकतम नकद' },
      (value) => value > 0,
    ),
  ),
  'limit.agentDays': wholeNumber(
    {
      group: 'daily',
      en: 'Days after which collected cash should be handed over; 0 is on the same day',
      hi: 'संग्रह की नकदी कितने दिन में सौंपी जाए; 0 यानी उसी दिन',
    },
    0,
    31,
  ),
  'deposits.accrueInterest': flag({
    group: 'policy',
    en: 'Interest that is owed is booked at the end of each month',
    hi: 'देय ब्याज हर महीने के अंत में बही में लिखा जाता है',
  }),
  'loans.highestRate': orNothing(
    percent({
      group: 'policy',
      en: 'Highest rate a year of any loan, by the law',
      hi: 'किसी भी ऋण की सबसे ऊँची वार्षिक दर, क़ानून से',
    }),
  ),
  'loans.goldRate': orNothing(
    amount(
      {
        group: 'policy',
        en: 'Rate of a gram of pure gold, by which gold is valued',
        hi: 'शुद्ध सोने के एक ग्राम का भाव, जिससे सोने का मूल्य आँका जाता है',
      },
      (value) => value > 0,
    ),
  ),
  'loans.feeTax': orNothing(
    percent({
      group: 'policy',
      en: 'Tax on the processing fee of a loan, in per cent of the fee',
      hi: 'ऋण के प्रक्रिया शुल्क पर कर, शुल्क के प्रतिशत में',
    }),
  ),
  'loans.penalRate': percent({
    group: 'policy',
    en: 'Penal charge on overdue instalments of loans, in per cent a year',
    hi: 'ऋण की बकाया किस्तों पर वार्षिक दंड शुल्क, प्रतिशत में',
  }),
  'loans.penalGraceDays': wholeNumber(
    {
      group: 'policy',
      en: 'Days after its day within which a late instalment bears no penal charge',
      hi: 'किस्त के दिन के बाद कितने दिन तक दंड शुल्क नहीं लगता',
    },
    0,
    60,
  ),
  'notices.maturingDays': wholeNumber(
    {
      group: 'policy',
      en: 'Days before its maturity in which a notice to depositors counts a deposit',
      hi: 'परिपक्वता से कितने दिन पहले की जमा “जल्द परिपक्व” सूचना में गिनी जाती है',
    },
    1,
    365,
  ),
  'messages.smsPrice': amount({
    group: 'policy',
    en: 'Price of one part of an SMS',
    hi: 'एसएमएस के एक भाग का मूल्य',
  }),
  'messages.quietFrom': text({ group: 'policy', en: 'Quiet hours begin at', hi: 'शांत समय की शुरुआत' }, 5, isClockTime),
  'messages.quietTo': text({ group: 'policy', en: 'Quiet hours end at', hi: 'शांत समय की समाप्ति' }, 5, isClockTime),
  'messages.keptMonths': wholeNumber(
    {
      group: 'policy',
      en: 'Months for which it is kept what went out by e-mail and SMS',
      hi: 'ईमेल और एसएमएस से क्या गया, यह कितने महीने रखा जाए',
    },
    3,
    120,
  ),
  'messages.answerDays': wholeNumber(
    { group: 'policy', en: 'Days in which a complaint is answered', hi: 'शिकायत का उत्तर कितने दिनों में दिया जाए' },
    1,
    90,
  ),
  'messages.reopenDays': wholeNumber(
    {
      group: 'policy',
      en: 'Days in which a member may open a closed message again',
      hi: 'बंद संदेश को सदस्य कितने दिनों में फिर खोल सकता है',
    },
    0,
    365,
  ),
  'messages.perDay': wholeNumber(
    { group: 'policy', en: 'Messages of one member to the office in a day', hi: 'एक सदस्य के एक दिन में कार्यालय को संदेश' },
    1,
    100,
  ),
  'loans.noticeDays': wholeNumber(
    {
      group: 'policy',
      en: 'Days that a notice letter on a late loan gives to pay',
      hi: 'बकाया ऋण की सूचना चुकाने के लिए कितने दिन देती है',
    },
    1,
    90,
  ),
  'loans.debitPartly': flag({
    group: 'policy',
    en: 'Where savings are less than the instalment, a part of it is taken',
    hi: 'बचत किस्त से कम हो तो उसका एक भाग लिया जाता है',
  }),
  'loans.accrueInterest': flag({
    group: 'policy',
    en: 'Interest that borrowers owe is booked at the end of each month',
    hi: 'ऋणियों का देय ब्याज हर महीने के अंत में बही में लिखा जाता है',
  }),
  'loans.classRule': choice(
    {
      group: 'policy',
      en: 'Loans are classed, and provided for, by the table',
      hi: 'ऋणों का वर्गीकरण और प्रावधान इस तालिका से',
    },
    LOAN_CLASS_RULE_NAMES,
  ),
  'loans.rescheduledDays': wholeNumber(
    {
      group: 'policy',
      en: 'Days of regular payment before the class of a loan that was planned anew is better',
      hi: 'नई योजना वाले ऋण का वर्ग सुधरने से पहले नियमित भुगतान के दिन',
    },
    0,
    1_830,
  ),
  'loans.rescheduledLowers': flag({
    group: 'policy',
    en: 'A loan whose terms are eased does not perform from that day on',
    hi: 'जिस ऋण की शर्तें नरम की जाएँ वह उस दिन से अनर्जक है',
  }),
  'limit.withdrawalApproval': orNothing(
    amount({
      group: 'limits',
      en: 'Withdrawals above this amount wait for a second person',
      hi: 'इस राशि से ऊपर की निकासी दूसरे व्यक्ति की प्रतीक्षा करती है',
    }),
  ),
  'limit.transferApproval': orNothing(
    amount({
      group: 'limits',
      en: 'Transfers above this amount wait for a second person',
      hi: 'इस राशि से ऊपर का अंतरण दूसरे व्यक्ति की प्रतीक्षा करता है',
    }),
  ),
  'limit.reversalApproval': orNothing(
    amount({
      group: 'limits',
      en: 'Reversals above this amount wait for a second person',
      hi: 'इस राशि से ऊपर की प्रविष्टि उलटने के लिए दूसरे व्यक्ति का अनुमोदन चाहिए',
    }),
  ),
  'limit.reversalDays': wholeNumber(
    {
      group: 'limits',
      en: 'Days after which a reversal waits for a second person; 0 is from the next day on',
      hi: 'कितने दिन बाद प्रविष्टि उलटने के लिए दूसरे व्यक्ति का अनुमोदन चाहिए; 0 यानी अगले ही दिन से',
    },
    0,
    366,
  ),
  'limit.cashReceipt': orNothing(
    amount(
      { group: 'limits', en: 'Cash of this amount or more is warned about', hi: 'इस राशि या अधिक के नक़द पर चेतावनी' },
      (value) => value > 0,
    ),
  ),
  'limit.valueDateDays': wholeNumber(
    {
      group: 'limits',
      en: 'Days that a value date may lie before the business day',
      hi: 'मूल्य तिथि कार्य दिवस से कितने दिन पहले हो सकती है',
    },
    0,
    366,
  ),
  'tax.onInterest': choice({ group: 'tax', en: 'Tax withheld from interest', hi: 'ब्याज पर कर की कटौती' }, TAX_METHODS),
  'tax.interestThreshold': amount({
    group: 'tax',
    en: 'Interest of a year up to which no tax is withheld',
    hi: 'वर्ष का इतना ब्याज होने तक कर नहीं कटता',
  }),
  'tax.interestThresholdSenior': amount({
    group: 'tax',
    en: 'The same for a senior citizen',
    hi: 'वरिष्ठ नागरिक के लिए यही सीमा',
  }),
  'tax.interestRate': percent({ group: 'tax', en: 'Tax on interest, in per cent', hi: 'ब्याज पर कर, प्रतिशत में' }),
  'tax.interestRateWithoutPan': percent({
    group: 'tax',
    en: 'Tax on interest of a member without a PAN, in per cent',
    hi: 'बिना पैन वाले सदस्य के ब्याज पर कर, प्रतिशत में',
  }),
  'tax.seniorAge': wholeNumber(
    { group: 'tax', en: 'Age from which a member is a senior for the tax', hi: 'कर के लिए वरिष्ठ नागरिक की आयु' },
    50,
    90,
  ),
  'accounts.shortCash': account({
    group: 'accounts',
    en: 'Account for cash that is short',
    hi: 'कम पाए गए नक़द का खाता',
  }),
  'accounts.excessCash': account({
    group: 'accounts',
    en: 'Account for cash in excess',
    hi: 'अधिक पाए गए नक़द का खाता',
  }),
  'accounts.cheque': moneyAccount({
    group: 'accounts',
    en: 'Account that cheques are received into',
    hi: 'चेक प्राप्ति का खाता',
  }),
  'accounts.bank': moneyAccount({
    group: 'accounts',
    en: 'Account that bank transfers are received into',
    hi: 'बैंक अंतरण प्राप्ति का खाता',
  }),
  'accounts.upi': moneyAccount({
    group: 'accounts',
    en: 'Account that UPI is received into',
    hi: 'यूपीआई प्राप्ति का खाता',
  }),
  'payments.scheme': choice(
    { group: 'payments', en: 'Members pay from their phones by', hi: 'सदस्य फ़ोन से भुगतान करते हैं' },
    ['upi', 'nepal-qr'],
  ),
  'payments.upiAddress': orNothing(
    text({ group: 'payments', en: "The society's own UPI address", hi: 'समिति का अपना यूपीआई पता' }, 320, isUpiAddress),
  ),
  'payments.nepalCode': orNothing(
    text(
      { group: 'payments', en: "The society's own Nepal QR, as text", hi: 'समिति का अपना नेपाल क्यूआर, पाठ रूप में' },
      512,
      isNepalQr,
    ),
  ),
  'payments.payeeName': orNothing(
    text({ group: 'payments', en: 'Name that the payer reads', hi: 'भुगतान करने वाले को दिखने वाला नाम' }, 99),
  ),
  'payments.requestMinutes': wholeNumber(
    { group: 'payments', en: 'A payment request can be paid for, in minutes', hi: 'भुगतान अनुरोध कितने मिनट तक चलता है' },
    5,
    10_080,
  ),
  'payments.openRequests': wholeNumber(
    {
      group: 'payments',
      en: 'Payment requests of a member that can be open at once',
      hi: 'एक सदस्य के एक साथ खुले भुगतान अनुरोध',
    },
    1,
    1_000,
  ),
  'accounts.unidentified': account({
    group: 'accounts',
    en: 'Account for money received that nobody is known for yet',
    hi: 'अज्ञात प्राप्तियों का खाता',
  }),
  'payments.bankAccount': moneyAccount({
    group: 'payments',
    en: 'Account of the bank whose statement shows these payments',
    hi: 'उस बैंक का खाता जिसके विवरण में ये भुगतान दिखते हैं',
  }),
} as const satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<Name extends SettingName> = ReturnType<(typeof SETTINGS)[Name]['read']>;
/** Every setting as it stands on one day. */
export type Settings = { readonly [Name in SettingName]: SettingValue<Name> };

// Object.keys forgets that the keys are the names.
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

export function findDefinition(name: string): SettingDefinition | undefined {
  // hasOwn has just said that the text is a name.
  return Object.hasOwn(SETTINGS, name) ? SETTINGS[name as SettingName] : undefined;
}

export function readFileKinds(list: string | null): FileKind[] {
  return (list ?? '').split(',').flatMap((each) => FILE_KINDS.find((kind) => kind === each.trim()) ?? []);
}

export function readDenominations(list: string): Money[] {
  return list.split(',').map((each) => parseMoney(each.trim()));
}

export function financialYearStartOf(settings: Pick<Settings, 'calendar.financialYearStart'>): FinancialYearStart {
  return findFinancialYearStart(settings['calendar.financialYearStart']) ?? refuse();
}

/** "04-01" for 1 April, "1 Shrawan" for the year of the Bikram Sambat calendar. */
function findFinancialYearStart(typed: string): FinancialYearStart | undefined {
  if (typed === '1 Shrawan') return { calendar: 'BS' };
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(typed) ?? [];
  const isDayOfEveryYear = isCalendarDate(`2026-${month}-${day}`) && Number(day) <= 28;
  return isDayOfEveryYear ? { calendar: 'AD', month: Number(month), day: Number(day) } : undefined;
}

export interface FirstSetting {
  readonly value: unknown;
  readonly legalBasis: string | null;
}

/** What the law of the land and common practice start a society with; set-up puts the society's own answers over it. */
export function firstSettings(preset: CountryPreset): Readonly<Record<SettingName, FirstSetting>> {
  const start = preset.financialYearStart.value;
  const own = (value: unknown): FirstSetting => ({ value, legalBasis: null });
  const committee = (value: unknown): FirstSetting => ({
    value,
    legalBasis: preset.withdrawalApprovalAbove.legalBasis,
  });
  const pattern = (name: keyof typeof preset.numberPatterns.value): FirstSetting => ({
    value: preset.numberPatterns.value[name],
    legalBasis: preset.numberPatterns.legalBasis,
  });

  return {
    'society.name': own(''),
    'society.nameLocal': own(null),
    'society.registrationNumber': own(''),
    'society.registeredOn': own(null),
    'society.address': own(''),
    'society.phone': own(null),
    'society.email': own(null),
    'society.website': own(null),
    'society.languages': own(LanguageCode.options.join(', ')),
    'society.logo': own(null),
    'society.preset': own(preset.code),
    'money.currency': preset.currency,
    'money.denominations': {
      value: preset.denominations.value.map((each) => formatMoney(each)).join(', '),
      legalBasis: preset.denominations.legalBasis,
    },
    'calendar.timeZone': preset.timeZone,
    'calendar.kind': preset.calendar,
    'calendar.financialYearStart': {
      value: start.calendar === 'BS' ? '1 Shrawan' : `${twoDigits(start.month)}-${twoDigits(start.day)}`,
      legalBasis: preset.financialYearStart.legalBasis,
    },
    'calendar.weeklyOffs': committee(preset.calendar.value === 'BS' ? 'saturday' : 'sunday'),
    'phone.country': preset.phoneCountry,
    'member.ageOfMajority': preset.ageOfMajority,
    'member.maximumNominees': preset.maximumNominees,
    'application.wantedPapers': committee('photo, signature, identity_proof, address_proof'),
    'kyc.always': preset.kycAlways,
    'kyc.identity': preset.kycIdentity,
    'kyc.address': preset.kycAddress,
    'kyc.minorsAlways': preset.kycMinorsAlways,
    'kyc.minors': preset.kycMinors,
    'kyc.institutions': preset.kycInstitutions,
    'kyc.reviewMonthsLow': preset.kycReviewMonthsLow,
    'kyc.reviewMonthsMedium': preset.kycReviewMonthsMedium,
    'kyc.reviewMonthsHigh': preset.kycReviewMonthsHigh,
    'kyc.expiringDays': committee(60),
    'files.photoKilobytes': own(1_024),
    'files.paperKilobytes': own(5_120),
    'files.megapixels': own(25),
    'files.personMegabytes': own(40),
    'share.faceValue': preset.shareFaceValue,
    'share.minimumShares': preset.minimumShares,
    'share.capPercent': preset.maximumSharePercent,
    'numbers.member': pattern('member'),
    'numbers.account': pattern('deposit'),
    'numbers.folio': pattern('shareFolio'),
    'numbers.certificate': pattern('shareCertificate'),
    'numbers.resolution': committee('{PREFIX}/{FY}/{N:3}'),
    'meetings.noticeDays': preset.meetings.noticeDays,
    'meetings.committeeNoticeDays': committee(3),
    'meetings.generalQuorum': preset.meetings.generalQuorum,
    'meetings.adjournedQuorum': preset.meetings.adjournedQuorum,
    'meetings.committeeQuorum': preset.meetings.committeeQuorum,
    'meetings.adjournMinutes': preset.meetings.adjournMinutes,
    'meetings.defaultDays': preset.meetings.defaultDays,
    'policy.applicationSecondPerson': committee(true),
    'policy.statusSecondPerson': committee(true),
    'deposits.fixedAllowed': preset.fixedDepositsAllowed,
    'deposits.seniorAge': preset.seniorAge,
    // Set-up says the day the books begin on.
    'deposits.interestFrom': own(''),
    'reminders.loanInstalment': preset.reminders.loanInstalment,
    'reminders.depositInstalment': preset.reminders.depositInstalment,
    'reminders.thrift': preset.reminders.thrift,
    'reminders.maturity': preset.reminders.maturity,
    'reminders.kyc': preset.reminders.kyc,
    'reminders.meeting': preset.reminders.meeting,
    'deposits.holidayRule': committee('next'),
    'deposits.holidayInterest': committee(true),
    // No society asks for thrift before it has said how much.
    'thrift.monthlyDue': own(null),
    'thrift.dueDay': committee(1),
    'thrift.graceDay': committee(10),
    'daily.termMonths': committee(12),
    'daily.keptMonths': committee(6),
    'daily.addEveryMonths': committee(3),
    'daily.serviceCharge': committee('3'),
    'collections.commissionRate': committee('3'),
    // No preset withholds from commission by itself: a society that must says so, with the rate of its law.
    'collections.commissionTax': own(null),
    'collections.commissionTaxFrom': own(null),
    'limit.agentCash': committee('25000.00'),
    'limit.agentDays': committee(1),
    'deposits.accrueInterest': preset.interestAccrued,
    'loans.highestRate': preset.highestLoanRate,
    // Nobody lends against gold before the society has said what it is worth.
    'loans.goldRate': own(null),
    // Whoever is not registered for the tax may not charge it, so no preset does: a registered society says so, with its rate.
    'loans.feeTax': own(null),
    'loans.penalRate': committee('2'),
    'loans.penalGraceDays': committee(0),
    'notices.maturingDays': committee(30),
    'messages.smsPrice': committee(ZERO),
    'messages.quietFrom': committee('22:00'),
    'messages.quietTo': committee('06:00'),
    'messages.keptMonths': committee(24),
    'messages.answerDays': committee(15),
    'messages.reopenDays': committee(15),
    'messages.perDay': committee(10),
    'loans.noticeDays': committee(15),
    'loans.debitPartly': committee(true),
    'loans.accrueInterest': preset.interestAccrued,
    'loans.classRule': committee(CLASS_RULES[preset.code]),
    'loans.rescheduledDays': committee(365),
    'loans.rescheduledLowers': committee(CLASS_RULES[preset.code] === 'IN-UCB-IRAC'),
    'limit.withdrawalApproval': preset.withdrawalApprovalAbove,
    'limit.transferApproval': preset.withdrawalApprovalAbove,
    'limit.reversalApproval': preset.withdrawalApprovalAbove,
    'limit.reversalDays': committee(0),
    'limit.cashReceipt': preset.cashLimit,
    'limit.valueDateDays': committee(7),
    'tax.onInterest': preset.taxOnInterest,
    'tax.interestThreshold': preset.taxThreshold,
    'tax.interestThresholdSenior': preset.taxThresholdOfSeniors,
    'tax.interestRate': preset.taxRate,
    'tax.interestRateWithoutPan': preset.taxRateWithoutPan,
    'tax.seniorAge': preset.taxSeniorAge,
    'accounts.shortCash': own('5901'),
    'accounts.excessCash': own('2221'),
    'accounts.cheque': own('1204'),
    'accounts.bank': own('1201'),
    'accounts.upi': own('1203'),
    'payments.scheme': own(preset.code === 'NP-SACCOS' ? 'nepal-qr' : 'upi'),
    // Nothing is asked for before two people have said where it goes.
    'payments.upiAddress': own(null),
    'payments.nepalCode': own(null),
    'payments.payeeName': own(null),
    'payments.requestMinutes': committee(60),
    'payments.openRequests': committee(10),
    'accounts.unidentified': own('2221'),
    'payments.bankAccount': own('1201'),
  };
}

const CLASS_RULES: Readonly<Record<CountryPreset['code'], LoanClassRule>> = {
  'IN-STATE': 'IN-UCB-IRAC',
  'IN-MSCS': 'IN-UCB-IRAC',
  'NP-SACCOS': 'NP-NRB-2081',
  'INTL-SACCO': 'PEARLS',
};

const twoDigits = (value: number) => String(value).padStart(2, '0');
