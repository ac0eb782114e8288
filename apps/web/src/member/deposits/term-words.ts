import type { termDepositMessages } from '../../shared/messages/en/term-deposits.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { useText } from '../../shared/messages/use-text.ts';
import type { CalculatorKey } from '../calculators/calculator-words.ts';

export type TermKey = MessageKey<typeof termDepositMessages> | CalculatorKey;
export const useTermText = useText<TermKey>;
