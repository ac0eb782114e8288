import { calculatorMessages } from '../../shared/messages/hi/calculators.ts';
import { termDepositMessages } from '../../shared/messages/hi/term-deposits.ts';

// How an opened deposit grows is said in the words of the calculators.
export const messages = { ...calculatorMessages, ...termDepositMessages };
