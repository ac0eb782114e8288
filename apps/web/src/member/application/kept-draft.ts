import { readStored, writeStored } from '../../shared/messages/messages.ts';
import { forget, keep, readKept } from '../kept/device-store.ts';
import { type ApplicationDraft, emptyDraft } from './application-draft.ts';

// A half-filled application outlives a closed phone, photo and all, for a month or until it is sent or thrown away.
// Identity numbers are not kept at all.

const draftName = 'application';
const photoName = 'application-photo';
const keptForMs = 30 * 86_400_000;

export interface KeptDraft {
  draft: ApplicationDraft;
  /** Milliseconds since 1970; undefined when nothing was kept and the draft is an empty one. */
  keptAt: number | undefined;
}

export async function keepDraft(draft: ApplicationDraft): Promise<void> {
  const { photo, ...typed } = draft;
  await keep(draftName, { draft: { ...typed, pan: '', aadhaar: '', hasConsent: false }, keptAt: Date.now() });
  if (photo === undefined) await forget(photoName);
  else await keep(photoName, photo);
}

export async function keptDraft(now = Date.now()): Promise<KeptDraft> {
  const [kept, photo] = await Promise.all([readKept(draftName), readKept(photoName)]);
  // Only this file writes it, so a whole object is one of ours; fields that are new since then start empty.
  const { draft, keptAt } = (kept ?? {}) as Partial<KeptDraft>;
  if (draft === undefined || keptAt === undefined || now - keptAt > keptForMs) {
    return { draft: emptyDraft, keptAt: undefined };
  }
  return { draft: { ...emptyDraft, ...draft, photo: photo instanceof Blob ? photo : undefined }, keptAt };
}

export function forgetDraft(): Promise<void> {
  return forget(draftName, photoName);
}

// The number of the application last sent from here: whoever did not write it down finds it where they look it up. It
// opens nothing without the phone it was made with.
const trackingName = 'kafal.trackingNumber';

export const keepTrackingNumber = (trackingNumber: string): void => writeStored(trackingName, trackingNumber);
export const lastTrackingNumber = (): string => readStored(trackingName) ?? '';
