import { memberMessages } from '../shared/messages/en/member.ts';
import { sharedMessages } from '../shared/messages/en/shared.ts';

// One file to fetch for a language.
export const messages = { ...sharedMessages, ...memberMessages };
