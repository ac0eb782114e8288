import type { memberMessages } from '../shared/messages/en/member.ts';
import type { MessageKey } from '../shared/messages/messages.ts';
import { type SharedKey, useText } from '../shared/messages/use-text.ts';

export type MemberKey = MessageKey<typeof memberMessages> | SharedKey;
export const useMemberText = useText<MemberKey>;
