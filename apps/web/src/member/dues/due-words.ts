import type { dueMessages } from '../../shared/messages/en/dues.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { type SharedKey, useText } from '../../shared/messages/use-text.ts';

export const useDueText = useText<MessageKey<typeof dueMessages> | SharedKey>;
