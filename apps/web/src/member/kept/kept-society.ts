import type { Society } from '../../shared/answers.ts';
import { readStored, writeStored } from '../../shared/messages/messages.ts';

// What anybody may know of the society (its name, currency and calendar) is kept open, so that the first page is drawn
// at once, also before anyone logs in and without a line.

const storageKey = 'kafal.society';

export function keepSociety(society: Society): void {
  if (society.isSetUp) writeStored(storageKey, JSON.stringify(society));
}

export function keptSociety(): Society | undefined {
  try {
    // Only this file writes it; a newer answer takes its place as soon as there is one.
    const kept = JSON.parse(readStored(storageKey) ?? 'null') as Society | null;
    // What an earlier version kept does not say the languages.
    return kept?.languages === undefined ? undefined : kept;
  } catch {
    return undefined;
  }
}
