import type { accountStandingMessages } from '../../shared/messages/en/account-standing.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { type SharedKey, useText } from '../../shared/messages/use-text.ts';

export const useStandingText = useText<MessageKey<typeof accountStandingMessages> | SharedKey>;
