// The rules of a kind of loan, in the words of the society: what a change would change.

import {
  type CollateralKind,
  type CollateralRules,
  type EligibilityRule,
  formatMoney,
  type InsuranceRules,
  type LoanRules,
  type Money,
  type OwnPenalRule,
} from '@kafal/core';
import type { ApprovalLine } from '../approvals/index.ts';
import { premiumText } from './insurance-rules.ts';

interface BothLanguages {
  readonly en: string;
  readonly hi: string;
}
type Said = string | BothLanguages;

export interface NamedRules extends LoanRules, OwnPenalRule {
  readonly nameEn: string;
  readonly nameHi: string;
  readonly isOffered: boolean;
  readonly eligibility: readonly EligibilityRule[];
  readonly collateral: CollateralRules | null;
  readonly insurance: InsuranceRules | null;
}

const METHOD: Readonly<Record<LoanRules['interestMethod'], BothLanguages>> = {
  declining: { en: 'on what is owed', hi: 'बाकी राशि पर' },
  flat: { en: 'flat, on the whole loan', hi: 'समान दर, पूरे ऋण पर' },
};
const REPAYMENT: Readonly<Record<LoanRules['repayment'], BothLanguages>> = {
  equalInstalments: { en: 'equal instalments', hi: 'समान किस्तें' },
  equalPrincipal: { en: 'equal parts of principal', hi: 'मूलधन के समान भाग' },
  interestOnly: { en: 'interest, principal at the end', hi: 'ब्याज, मूलधन अंत में' },
  bullet: { en: 'all at the end', hi: 'सब अंत में' },
};
const BASIS: Readonly<Record<LoanRules['interestBasis'], BothLanguages>> = {
  scheduled: { en: 'each period', hi: 'हर अवधि' },
  daily: { en: 'each day', hi: 'हर दिन' },
};
const UNIT: Readonly<Record<LoanRules['unit'], BothLanguages>> = {
  weeks: { en: 'weeks', hi: 'सप्ताह' },
  months: { en: 'months', hi: 'महीने' },
};
const ALLOCATION: Readonly<Record<LoanRules['allocation'], BothLanguages>> = {
  instalmentFirst: { en: 'the oldest instalment whole', hi: 'सबसे पुरानी किस्त पूरी' },
  componentFirst: { en: 'charges, then interest, then principal of all', hi: 'सबका शुल्क, फिर ब्याज, फिर मूलधन' },
};
const EXCESS: Readonly<Record<LoanRules['excess'], BothLanguages>> = {
  advance: { en: 'waits for the next instalment', hi: 'अगली किस्त के लिए रहता है' },
  reduceInstalment: { en: 'lowers the instalments', hi: 'किस्तें घटाता है' },
  reduceTerm: { en: 'shortens the term', hi: 'अवधि घटाता है' },
};
const REBATE: Readonly<Record<LoanRules['flatRebate'], BothLanguages>> = {
  unbegun: { en: 'interest of periods that have not begun', hi: 'जो अवधि शुरू नहीं हुई उसका ब्याज' },
  ruleOf78: { en: 'by the rule of 78', hi: '78 के नियम से' },
  nothing: { en: 'nothing', hi: 'कुछ नहीं' },
};
const OVERRIDE = {
  recommender: { en: 'soft, the officer lends against it', hi: 'नरम, अधिकारी छूट दे सकता है' },
  decider: { en: 'soft, whoever decides lends against it', hi: 'नरम, निर्णय लेने वाला छूट दे सकता है' },
  hard: { en: 'hard', hi: 'कठोर' },
} as const;

export const COLLATERAL_WORDS: Readonly<Record<CollateralKind, BothLanguages>> = {
  gold: { en: 'gold', hi: 'सोना' },
  deposit: { en: 'deposits', hi: 'जमा' },
  property: { en: 'land or a building', hi: 'भूमि या भवन' },
  vehicle: { en: 'a vehicle', hi: 'वाहन' },
  other: { en: 'something else', hi: 'अन्य' },
};

/** "gold: 85 % up to 250000.00, 75 % above; hard". */
export function collateralWords(rules: CollateralRules | null): BothLanguages {
  if (rules === null) return { en: '–', hi: '–' };
  const { kinds, tiers, overrideBy } = rules;
  const inLanguage = (language: 'en' | 'hi') => {
    const upTo = (amount: Money) => (language === 'en' ? `up to ${formatMoney(amount)}` : `${formatMoney(amount)} तक`);
    const above = language === 'en' ? 'above' : 'उससे ऊपर';
    const percents = tiers.map(({ upTo: most, percent }) =>
      [`${percent} %`, ...(most !== null ? [upTo(most)] : tiers.length > 1 ? [above] : [])].join(' '),
    );
    const names = kinds.map((kind) => COLLATERAL_WORDS[kind][language]).join(', ');
    return `${names}: ${percents.join(', ')}; ${OVERRIDE[overrideBy ?? 'hard'][language]}`;
  };
  return { en: inLanguage('en'), hi: inLanguage('hi') };
}

/** "4.50 for each thousand and year, owed in 2213". */
export function insuranceWords(rules: InsuranceRules | null): BothLanguages {
  if (rules === null) return { en: '–', hi: '–' };
  const [premium, account] = [premiumText(rules), rules.accountCode];
  const said: Readonly<Record<InsuranceRules['basis'], BothLanguages>> = {
    percent: { en: `${premium} % of the loan`, hi: `ऋण का ${premium} %` },
    perThousandYear: { en: `${premium} for each thousand and year`, hi: `हर हज़ार पर प्रति वर्ष ${premium}` },
    fixed: { en: premium, hi: premium },
  };
  const { en, hi } = said[rules.basis];
  return { en: `${en}, owed in ${account}`, hi: `${hi}, खाता ${account} में देय` };
}

const OF_THE_SOCIETY: BothLanguages = { en: 'as the society’s rule', hi: 'समिति के नियम से' };

/** Each rule that differs, in the order of the form; all of them where there was no product before. */
export function loanRuleLines(before: NamedRules | undefined, after: NamedRules): ApprovalLine[] {
  const rules: readonly (readonly [label: string, say: (rules: NamedRules) => Said])[] = [
    ['LINE_LENDS_NAME', ({ nameEn, nameHi }) => ({ en: nameEn, hi: nameHi })],
    ['LINE_LENDS_OFFERED', ({ isOffered }) => (isOffered ? { en: 'yes', hi: 'हाँ' } : { en: 'no', hi: 'नहीं' })],
    ['LINE_LOAN_RATE', ({ annualRate }) => `${annualRate} %`],
    ['LINE_METHOD', ({ interestMethod }) => METHOD[interestMethod]],
    ['LINE_REPAYMENT', ({ repayment }) => REPAYMENT[repayment]],
    ['LINE_INTEREST_BASIS', ({ interestBasis }) => BASIS[interestBasis]],
    ['LINE_PERIOD', ({ every, unit }) => ({ en: `${every} ${UNIT[unit].en}`, hi: `${every} ${UNIT[unit].hi}` })],
    ['LINE_LEAST_INSTALMENTS', ({ minimumInstalments }) => String(minimumInstalments)],
    ['LINE_MOST_INSTALMENTS', ({ maximumInstalments }) => String(maximumInstalments)],
    ['LINE_SMALLEST_LOAN', ({ minimumAmount }) => formatMoney(minimumAmount)],
    ['LINE_LARGEST_LOAN', ({ maximumAmount }) => formatMoney(maximumAmount)],
    ['LINE_INSTALMENT_MULTIPLE', ({ instalmentMultiple }) => formatMoney(instalmentMultiple)],
    ['LINE_FEE_PERCENT', ({ processingFeePercent }) => `${processingFeePercent} %`],
    ['LINE_FEE_LEAST', ({ processingFeeMinimum }) => formatMoney(processingFeeMinimum)],
    ['LINE_FEE_MOST', ({ processingFeeMaximum }) => orNone(processingFeeMaximum)],
    ['LINE_PREMIUM', ({ insurance }) => insuranceWords(insurance)],
    ['LINE_SHARE_LINK', ({ shareLinkPercent }) => `${shareLinkPercent} %`],
    ['LINE_GUARANTORS_NEEDED', ({ guarantorsNeeded }) => String(guarantorsNeeded)],
    ['LINE_GUARANTOR_SHARES', ({ guarantorShareMultiple }) => timesWords(guarantorShareMultiple)],
    ['LINE_GUARANTOR_DEPOSITS', ({ guarantorDepositMultiple }) => timesWords(guarantorDepositMultiple)],
    ['LINE_GUARANTOR_LOANS', ({ guarantorMostLoans }) => String(guarantorMostLoans ?? '–')],
    ['LINE_COLLATERAL_RULES', ({ collateral }) => collateralWords(collateral)],
    ['LINE_MEMBERSHIP', ({ membershipMonths }) => String(membershipMonths)],
    ['LINE_SANCTION_DAYS', ({ sanctionDays }) => String(sanctionDays)],
    ['LINE_ALLOCATION', ({ allocation }) => ALLOCATION[allocation]],
    ['LINE_EXCESS', ({ excess }) => EXCESS[excess]],
    ['LINE_CLOSING_FEE', ({ closingFeePercent }) => `${closingFeePercent} %`],
    ['LINE_FLAT_REBATE', ({ flatRebate }) => REBATE[flatRebate]],
    ['LINE_PENAL_RATE', ({ penalRate }) => (penalRate === null ? OF_THE_SOCIETY : `${penalRate} %`)],
    ['LINE_PENAL_GRACE', ({ penalGraceDays }) => (penalGraceDays === null ? OF_THE_SOCIETY : String(penalGraceDays))],
  ];
  return [
    ...rules.flatMap(([code, say]) => {
      const is = say(after);
      const was = before === undefined ? null : say(before);
      return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ label: { code }, before: was, after: is }];
    }),
    ...eligibilityLines(before?.eligibility ?? [], after.eligibility),
  ];
}

function eligibilityLines(before: readonly EligibilityRule[], after: readonly EligibilityRule[]): ApprovalLine[] {
  const kinds = [...new Set([...before, ...after].map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const was = before.find((rule) => rule.kind === kind);
    const is = after.find((rule) => rule.kind === kind);
    if (was?.limit === is?.limit && was?.overrideBy === is?.overrideBy) return [];
    return [
      {
        label: { code: `LINE_RULE_${kind.toUpperCase()}` },
        before: was === undefined ? null : ruleWords(was),
        after: is === undefined ? '–' : ruleWords(is),
      },
    ];
  });
}

function ruleWords({ limit, overrideBy }: EligibilityRule): BothLanguages {
  const how = OVERRIDE[overrideBy ?? 'hard'];
  return { en: `${limit}, ${how.en}`, hi: `${limit}, ${how.hi}` };
}

const orNone = (amount: Money | null): string => (amount === null ? '–' : formatMoney(amount));
const timesWords = (multiple: string | null): string => (multiple === null ? '–' : `${multiple} ×`);

const EN = {
  ASKS_LOAN_PRODUCT: 'Change “{product}”',
  ASKS_NEW_LOAN_PRODUCT: 'Lend “{product}” as a new kind of loan',
  TOUCHED_LOAN_APPLICATIONS: 'Applications that are not decided; they are sanctioned by the new rules',
  LINE_LENDS_NAME: 'Name',
  LINE_LENDS_OFFERED: 'On offer',
  LINE_LOAN_RATE: 'Interest a year',
  LINE_METHOD: 'Interest is counted',
  LINE_REPAYMENT: 'Paid back in',
  LINE_INTEREST_BASIS: 'Interest of',
  LINE_PERIOD: 'An instalment every',
  LINE_LEAST_INSTALMENTS: 'Fewest instalments',
  LINE_MOST_INSTALMENTS: 'Most instalments',
  LINE_SMALLEST_LOAN: 'Smallest loan',
  LINE_LARGEST_LOAN: 'Largest loan',
  LINE_INSTALMENT_MULTIPLE: 'Instalments are a multiple of',
  LINE_FEE_PERCENT: 'Processing fee',
  LINE_FEE_LEAST: 'Least processing fee',
  LINE_FEE_MOST: 'Largest processing fee',
  LINE_PREMIUM: 'Insurance, taken at the payout',
  LINE_SHARE_LINK: 'Shares the borrower is to hold, of the loan',
  LINE_GUARANTORS_NEEDED: 'Guarantors needed',
  LINE_GUARANTOR_SHARES: 'A guarantor stands for, of their shares',
  LINE_GUARANTOR_DEPOSITS: 'A guarantor stands for, of their deposits',
  LINE_GUARANTOR_LOANS: 'Most loans a guarantor stands for',
  LINE_COLLATERAL_RULES: 'Lent against, at most of the value',
  LINE_MEMBERSHIP: 'Months of membership',
  LINE_SANCTION_DAYS: 'Days a sanction holds',
  LINE_ALLOCATION: 'A payment settles first',
  LINE_EXCESS: 'Money beyond what is due',
  LINE_CLOSING_FEE: 'Closing before the end costs, of the principal ahead',
  LINE_FLAT_REBATE: 'Spared of a flat loan that is closed before its end',
  LINE_PENAL_RATE: 'Penal charge a year on what is overdue',
  LINE_PENAL_GRACE: 'Days of grace before the penal charge',
  LINE_RULE_SHAREMULTIPLE: 'Times the shares, at most',
  LINE_RULE_DEPOSITMULTIPLE: 'Times the deposits, at most',
  LINE_RULE_THRIFTARREARS: 'Thrift in arrears, at most',
  LINE_RULE_OWNOVERDUE: 'Days own loans are past due, at most',
  LINE_RULE_EXPOSURE: 'Owed in all, at most',
  LINE_RULE_TAKEHOME: 'Per cent of the income that is left, at least',
  LOAN_RATE_ABOVE_CAP: 'The law allows {cap} % a year at most; {rate} % is more.',
  LOAN_PRODUCT_AMOUNTS: 'The largest loan is smaller than the smallest.',
  LOAN_PRODUCT_INSTALMENTS: 'The most instalments are fewer than the fewest.',
  LOAN_PRODUCT_FEES: 'The largest fee is smaller than the least.',
  LOAN_PRODUCT_FLAT: 'A flat loan is paid back in equal instalments, with the interest of each period.',
  LOAN_PRODUCT_RULE_TWICE: 'This rule stands there already. Name each rule once.',
  LOAN_PRODUCT_LIMIT: 'This limit cannot be read: an amount, a number of days, or a decimal, as the rule asks.',
  LOAN_PRODUCT_IMPOSSIBLE: 'No schedule comes out of these rules for {amount:money} in {count} instalments.',
  LOAN_PRODUCT_ACCOUNT: 'Account {account} does not hold loans.',
  LOAN_PRODUCT_ACCOUNT_FIXED: 'Loans of this kind stand in account {account}; that stays.',
  LOAN_PRODUCT_COLLATERAL_TWICE: 'This kind of security stands there already. Name each once.',
  LOAN_PRODUCT_PREMIUM: 'Write what the insurance costs: above 0, and in per cent at most 100.',
  LOAN_PRODUCT_INSURER: 'Account {account} is not one in which the society owes a premium. Choose one of the list.',
  LOAN_PRODUCT_LTV: 'Write how much of the value is lent, above 0 and at most 100 %.',
  LOAN_PRODUCT_TIERS:
    'The tiers go up in amount and never up in per cent, and the last is for all larger loans. Put them in this order.',
  LOAN_PRODUCT_CODE_TAKEN: 'The code {code} is that of a kind of account.',
} as const;
const HI: Readonly<Record<keyof typeof EN, string>> = {
  ASKS_LOAN_PRODUCT: '“{product}” में बदलाव',
  ASKS_NEW_LOAN_PRODUCT: '“{product}” नए प्रकार का ऋण',
  TOUCHED_LOAN_APPLICATIONS: 'आवेदन जिन पर निर्णय नहीं हुआ; वे नए नियमों से स्वीकृत होंगे',
  LINE_LENDS_NAME: 'नाम',
  LINE_LENDS_OFFERED: 'दिया जाता है',
  LINE_LOAN_RATE: 'वार्षिक ब्याज',
  LINE_METHOD: 'ब्याज की गणना',
  LINE_REPAYMENT: 'चुकौती',
  LINE_INTEREST_BASIS: 'ब्याज किसका',
  LINE_PERIOD: 'किस्त हर',
  LINE_LEAST_INSTALMENTS: 'न्यूनतम किस्तें',
  LINE_MOST_INSTALMENTS: 'अधिकतम किस्तें',
  LINE_SMALLEST_LOAN: 'सबसे छोटा ऋण',
  LINE_LARGEST_LOAN: 'सबसे बड़ा ऋण',
  LINE_INSTALMENT_MULTIPLE: 'किस्त इसका गुणक',
  LINE_FEE_PERCENT: 'प्रक्रिया शुल्क',
  LINE_FEE_LEAST: 'न्यूनतम प्रक्रिया शुल्क',
  LINE_FEE_MOST: 'अधिकतम प्रक्रिया शुल्क',
  LINE_PREMIUM: 'बीमा, ऋण देते समय कटता है',
  LINE_SHARE_LINK: 'ऋणी के अंश, ऋण का भाग',
  LINE_GUARANTORS_NEEDED: 'ज़रूरी जमानतदार',
  LINE_GUARANTOR_SHARES: 'जमानतदार की सीमा, अंशों का गुना',
  LINE_GUARANTOR_DEPOSITS: 'जमानतदार की सीमा, जमा का गुना',
  LINE_GUARANTOR_LOANS: 'एक जमानतदार के अधिकतम ऋण',
  LINE_COLLATERAL_RULES: 'किसके विरुद्ध, मूल्य का अधिकतम',
  LINE_MEMBERSHIP: 'सदस्यता के महीने',
  LINE_SANCTION_DAYS: 'स्वीकृति कितने दिन मान्य',
  LINE_ALLOCATION: 'भुगतान पहले चुकाता है',
  LINE_EXCESS: 'देय से अधिक राशि',
  LINE_CLOSING_FEE: 'समय से पहले बंद करने का शुल्क, आगे के मूलधन का',
  LINE_FLAT_REBATE: 'समान दर का ऋण पहले बंद हो तो छूट',
  LINE_PENAL_RATE: 'बकाया पर वार्षिक दंड शुल्क',
  LINE_PENAL_GRACE: 'दंड शुल्क से पहले छूट के दिन',
  LINE_RULE_SHAREMULTIPLE: 'अंशों का अधिकतम गुना',
  LINE_RULE_DEPOSITMULTIPLE: 'जमा का अधिकतम गुना',
  LINE_RULE_THRIFTARREARS: 'अनिवार्य बचत का अधिकतम बकाया',
  LINE_RULE_OWNOVERDUE: 'अपने ऋण के अधिकतम बकाया दिन',
  LINE_RULE_EXPOSURE: 'कुल बाकी, अधिकतम',
  LINE_RULE_TAKEHOME: 'बची आय का न्यूनतम प्रतिशत',
  LOAN_RATE_ABOVE_CAP: 'क़ानून अधिकतम {cap} % वार्षिक की अनुमति देता है; {rate} % उससे अधिक है।',
  LOAN_PRODUCT_AMOUNTS: 'सबसे बड़ा ऋण सबसे छोटे से कम है।',
  LOAN_PRODUCT_INSTALMENTS: 'अधिकतम किस्तें न्यूनतम से कम हैं।',
  LOAN_PRODUCT_FEES: 'अधिकतम शुल्क न्यूनतम से कम है।',
  LOAN_PRODUCT_FLAT: 'समान दर का ऋण समान किस्तों में, हर अवधि के ब्याज के साथ चुकता है।',
  LOAN_PRODUCT_RULE_TWICE: 'यह नियम पहले से है। हर नियम एक बार लिखें।',
  LOAN_PRODUCT_LIMIT: 'यह सीमा पढ़ी नहीं जा सकती: नियम के अनुसार राशि, दिन या दशमलव लिखें।',
  LOAN_PRODUCT_IMPOSSIBLE: 'इन नियमों से {amount:money} की {count} किस्तों की योजना नहीं बनती।',
  LOAN_PRODUCT_ACCOUNT: 'खाता {account} ऋण का खाता नहीं है।',
  LOAN_PRODUCT_ACCOUNT_FIXED: 'इस प्रकार के ऋण खाता {account} में हैं; वह नहीं बदलता।',
  LOAN_PRODUCT_COLLATERAL_TWICE: 'यह बंधक पहले से है। हर एक को एक बार लिखें।',
  LOAN_PRODUCT_PREMIUM: 'लिखें कि बीमा कितने का है: 0 से अधिक, और प्रतिशत में अधिकतम 100।',
  LOAN_PRODUCT_INSURER: 'खाता {account} में प्रीमियम देय नहीं हो सकता। सूची में से एक चुनें।',
  LOAN_PRODUCT_LTV: 'लिखें कि मूल्य का कितना प्रतिशत दिया जाता है, 0 से अधिक और अधिकतम 100 %।',
  LOAN_PRODUCT_TIERS: 'राशि बढ़ती है तो प्रतिशत नहीं बढ़ता, और अंतिम पंक्ति सबसे बड़े ऋणों की है। इसी क्रम में लिखें।',
  LOAN_PRODUCT_CODE_TAKEN: 'कोड {code} एक खाते के प्रकार का है।',
};
export const loanProductMessages = { en: EN, hi: HI };
