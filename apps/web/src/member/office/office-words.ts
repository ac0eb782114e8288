import type { officeMessageMessages } from '../../shared/messages/en/office-messages.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { useText } from '../../shared/messages/use-text.ts';
import type { MemberKey } from '../member-text.ts';

export const useOfficeText = useText<MessageKey<typeof officeMessageMessages> | MemberKey>;
