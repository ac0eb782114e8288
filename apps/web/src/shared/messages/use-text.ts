import { useSyncExternalStore } from 'react';
import type { sharedMessages } from './en/shared.ts';
import { currentLanguage, type Language, type MessageKey, message, onLanguageChange, type Slots } from './messages.ts';

export type Text<Key extends string> = (key: Key, slots?: Slots) => string;

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage, currentLanguage);
}

/** The sentence function of one area: `const t = useText<MemberKey>()`. Re-renders when the language changes. */
export function useText<Key extends string>(): Text<Key> {
  useLanguage();
  return message;
}

export type SharedKey = MessageKey<typeof sharedMessages>;
export const useSharedText = useText<SharedKey>;
