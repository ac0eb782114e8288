import type { loanRuleMessages } from '../../shared/messages/en/loan-rules.ts';
import type { memberLoanMessages } from '../../shared/messages/en/member-loans.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { useText } from '../../shared/messages/use-text.ts';
import type { MemberKey } from '../member-text.ts';

export const useLoanText = useText<
  MessageKey<typeof memberLoanMessages> | MessageKey<typeof loanRuleMessages> | MemberKey
>;
