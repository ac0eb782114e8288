import type { meetingMessages } from '../../shared/messages/en/meetings.ts';
import type { memberMeetingMessages } from '../../shared/messages/en/member-meetings.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { useText } from '../../shared/messages/use-text.ts';
import type { MemberKey } from '../member-text.ts';

export const useMeetingText = useText<
  MessageKey<typeof meetingMessages> | MessageKey<typeof memberMeetingMessages> | MemberKey
>;
