import { type ApplicationDraft, emptyDraft } from './application-draft.ts';

// A half-filled application outlives a reload of its tab and nothing else. Identity numbers are not kept at all.

const storageKey = 'kafal.application';

export function keepDraft(draft: ApplicationDraft): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify({ ...draft, pan: '', aadhaar: '', hasConsent: false }));
  } catch {
    // A private window may refuse; the form then lasts as long as the page.
  }
}

export function keptDraft(): ApplicationDraft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
    // Only this file writes it, so a whole object is one of ours; fields that are new since then start empty.
    return typeof kept === 'object' && kept !== null ? { ...emptyDraft, ...kept } : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(storageKey);
  } catch {
    // Nothing was kept.
  }
}
