import type { Messages } from '../../platform/http/sentences.ts';
import { postingLineMessages } from './posting-lines.ts';

/** What a voucher is called while it waits for the second person. */
export const voucherMessages: Messages = {
  en: {
    ...postingLineMessages.en,
    VOUCHER_OPENING: 'Opening balances of {amount}: {narration}',
    VOUCHER_EXPENSE: 'Expense voucher of {amount}: {narration}',
    VOUCHER_CONTRA: 'Contra voucher of {amount}: {narration}',
    VOUCHER_JOURNAL: 'Journal voucher of {amount}: {narration}',
    VOUCHER_CASH: 'Cash moved, {amount}: {narration}',
  },
  hi: {
    ...postingLineMessages.hi,
    VOUCHER_OPENING: '{amount} के आरंभिक शेष: {narration}',
    VOUCHER_EXPENSE: '{amount} का व्यय वाउचर: {narration}',
    VOUCHER_CONTRA: '{amount} का कॉन्ट्रा वाउचर: {narration}',
    VOUCHER_JOURNAL: '{amount} का जर्नल वाउचर: {narration}',
    VOUCHER_CASH: 'नकदी का स्थानांतरण, {amount}: {narration}',
  },
};
