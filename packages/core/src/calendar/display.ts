import { type CalendarDate, dayOf, monthOf, yearOf } from './calendar-date.ts';

export type DateStyle = 'DD-MM-YYYY' | 'D MMM YYYY';
export type DateLanguage = 'en' | 'hi' | 'ne';

// biome-ignore format: the twelve months of each language on a line
const MONTHS: Readonly<Record<DateLanguage, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  hi: ['जन॰', 'फ़र॰', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुल॰', 'अग॰', 'सित॰', 'अक्तू॰', 'नव॰', 'दिस॰'],
  ne: ['जनवरी', 'फेब्रुअरी', 'मार्च', 'अप्रिल', 'मे', 'जुन', 'जुलाई', 'अगस्ट', 'सेप्टेम्बर', 'अक्टोबर', 'नोभेम्बर', 'डिसेम्बर'],
};

/** "22-11-2026", or "22 Nov 2026" in the reader's language. Days of the common calendar keep Latin digits. */
export function displayDate(date: CalendarDate, style: DateStyle, language: DateLanguage = 'en'): string {
  if (style === 'DD-MM-YYYY') return `${date.slice(8)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
  return `${dayOf(date)} ${MONTHS[language][monthOf(date) - 1]} ${yearOf(date)}`;
}
