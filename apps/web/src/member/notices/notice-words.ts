import type { noticeMessages } from '../../shared/messages/en/notices.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { useText } from '../../shared/messages/use-text.ts';
import type { MemberKey } from '../member-text.ts';

export const useNoticeText = useText<MessageKey<typeof noticeMessages> | MemberKey>;
