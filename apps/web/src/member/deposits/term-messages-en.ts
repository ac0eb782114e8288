import { calculatorMessages } from '../../shared/messages/en/calculators.ts';
import { termDepositMessages } from '../../shared/messages/en/term-deposits.ts';

// How an opened deposit grows is said in the words of the calculators.
export const messages = { ...calculatorMessages, ...termDepositMessages };
