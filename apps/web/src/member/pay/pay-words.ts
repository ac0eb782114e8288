import type { memberPaymentMessages } from '../../shared/messages/en/member-payments.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { useText } from '../../shared/messages/use-text.ts';
import type { MemberKey } from '../member-text.ts';

export const usePayText = useText<MessageKey<typeof memberPaymentMessages> | MemberKey>;
