import type { kycMessages } from '../../shared/messages/en/kyc.ts';
import type { memberPaperMessages } from '../../shared/messages/en/member-papers.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { useText } from '../../shared/messages/use-text.ts';
import type { MemberKey } from '../member-text.ts';

export const usePaperText = useText<
  MessageKey<typeof kycMessages> | MessageKey<typeof memberPaperMessages> | MemberKey
>;
