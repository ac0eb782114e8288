// The words of figures that open to their lines.

export const figureWords = {
  en: {
    interest: 'Interest of {number}',
    payout: 'Interest of {number} that is paid out',
    maturity: 'Interest of {number} over its whole term',
    premature: 'Interest of {number}, closed before its end',
    fine: 'Fine of instalment {count} of {number}',
    accrual: 'Interest that is earned and not given yet',
    balanceLine: '{days} days at {rate} % a year',
    unrounded: 'Before it was rounded',
    paidBefore: 'Less what was given before',
    recovered: 'Given before and not earned, taken from what was paid in',
    charge: 'Charge for closing too early',
    fineInstalment: 'Instalment, due on',
    fineMonths: 'Months late; one that has begun counts whole',
    finePerHundred: 'For each hundred and month',
    fineRule: 'The instalment ÷ 100 × the fine for each hundred × the months, rounded to the hundredth.',
    balanceRule: 'Days × balance × rate ÷ days of the year, rounded once to multiples of {multiple}.',
    prematureRule: 'The rate for the time that it ran, less {penalty} % a year.',
    dailyRule:
      'A twelfth of the yearly rate on what each month ended with; interest earns after every {count} months, and is rounded once, to the hundredth. By the rules of the day it was opened.',
    notKept: 'Kept for less than {months} months it earns nothing.',
    accrualRule:
      'Each account’s interest since it was given last, by the function that will give it, less what was accrued before. It is taken from 2201 when it is given.',
    accrualRest: '{count} more accounts',
  },
  hi: {
    interest: '{number} का ब्याज',
    payout: '{number} का भुगतान किया गया ब्याज',
    maturity: '{number} का पूरी अवधि का ब्याज',
    premature: '{number} का ब्याज, समय से पहले बंद',
    fine: '{number} की किस्त {count} का विलंब शुल्क',
    accrual: 'ब्याज जो अर्जित हुआ, पर अभी दिया नहीं गया',
    balanceLine: '{days} दिन, {rate} % वार्षिक',
    unrounded: 'पूर्णांकित करने से पहले',
    paidBefore: 'घटाएँ: पहले दिया गया',
    recovered: 'पहले दिया गया जो अर्जित नहीं हुआ, जमा राशि से लिया गया',
    charge: 'समय से पहले बंद करने का शुल्क',
    fineInstalment: 'किस्त, देय तिथि',
    fineMonths: 'कितने महीने देर; शुरू हुआ महीना पूरा गिना जाता है',
    finePerHundred: 'हर सौ पर, हर महीने',
    fineRule: 'किस्त ÷ 100 × हर सौ का शुल्क × महीने, पैसे तक पूर्णांकित।',
    balanceRule: 'दिन × शेष × दर ÷ वर्ष के दिन, एक बार {multiple} के गुणज तक पूर्णांकित।',
    prematureRule: 'जितने समय चला उसकी दर, {penalty} % वार्षिक घटाकर।',
    dailyRule:
      'हर महीने के अंतिम शेष पर वार्षिक दर का बारहवाँ भाग; हर {count} महीने बाद ब्याज पर भी ब्याज मिलता है, और ब्याज एक बार पैसे तक पूर्णांकित होता है। खाता खुलने के दिन के नियमों से।',
    notKept: '{months} महीने से कम रखने पर ब्याज नहीं मिलता।',
    accrualRule:
      'हर खाते का ब्याज, पिछली बार दिए जाने के बाद का, उसी हिसाब से जिससे वह दिया जाएगा, पहले अर्जित दिखाया गया घटाकर। दिए जाने पर यह 2201 से निकलता है।',
    accrualRest: 'और {count} खाते',
  },
} as const;

/** A sentence with its gaps filled. */
export function said(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
