import { memberMessages } from '../shared/messages/hi/member.ts';
import { sharedMessages } from '../shared/messages/hi/shared.ts';

// One file to fetch for a language.
export const messages = { ...sharedMessages, ...memberMessages };
