import { setupMessages } from '../shared/messages/en/setup.ts';
import { sharedMessages } from '../shared/messages/en/shared.ts';

// One file to fetch for a language.
export const messages = { ...sharedMessages, ...setupMessages };
