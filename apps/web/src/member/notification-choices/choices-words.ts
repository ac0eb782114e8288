import type { notificationChoiceMessages } from '../../shared/messages/en/notification-choices.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { useText } from '../../shared/messages/use-text.ts';
import type { MemberKey } from '../member-text.ts';

export const useChoicesText = useText<MessageKey<typeof notificationChoiceMessages> | MemberKey>;
