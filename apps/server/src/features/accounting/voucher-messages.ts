import type { Messages } from '../../platform/http/sentences.ts';
import { interestLineMessages } from './back-dated.ts';
import { postingLineMessages } from './posting-lines.ts';

/** What a voucher is called while it waits for the second person. */
export const voucherMessages: Messages = {
  en: {
    ...postingLineMessages.en,
    ...interestLineMessages.en,
    VOUCHER_OPENING: 'Opening balances of {amount:money}: {narration}',
    VOUCHER_EXPENSE: 'Expense voucher of {amount:money}: {narration}',
    VOUCHER_CONTRA: 'Contra voucher of {amount:money}: {narration}',
    VOUCHER_JOURNAL: 'Journal voucher of {amount:money}: {narration}',
    VOUCHER_CASH: 'Cash moved, {amount:money}: {narration}',
  },
  hi: {
    ...postingLineMessages.hi,
    ...interestLineMessages.hi,
    VOUCHER_OPENING: '{amount:money} के आरंभिक शेष: {narration}',
    VOUCHER_EXPENSE: '{amount:money} का व्यय वाउचर: {narration}',
    VOUCHER_CONTRA: '{amount:money} का कॉन्ट्रा वाउचर: {narration}',
    VOUCHER_JOURNAL: '{amount:money} का जर्नल वाउचर: {narration}',
    VOUCHER_CASH: 'नकदी का स्थानांतरण, {amount:money}: {narration}',
  },
};
