import type { calculatorMessages } from '../../shared/messages/en/calculators.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { useText } from '../../shared/messages/use-text.ts';
import type { MemberKey } from '../member-text.ts';

export type CalculatorKey = MessageKey<typeof calculatorMessages> | MemberKey;
export const useCalculatorText = useText<CalculatorKey>;
