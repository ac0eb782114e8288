import type { setupMessages } from '../shared/messages/en/setup.ts';
import type { MessageKey } from '../shared/messages/messages.ts';
import { type SharedKey, useText } from '../shared/messages/use-text.ts';

export type SetupKey = MessageKey<typeof setupMessages> | SharedKey;
export const useSetupText = useText<SetupKey>;
