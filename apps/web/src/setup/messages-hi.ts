import { setupMessages } from '../shared/messages/hi/setup.ts';
import { sharedMessages } from '../shared/messages/hi/shared.ts';

// One file to fetch for a language.
export const messages = { ...sharedMessages, ...setupMessages };
