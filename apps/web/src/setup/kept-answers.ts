import { firstAnswers, type SetupAnswers } from './setup-answers.ts';

// The wizard outlives a reload of its tab. The code and the password are not kept.

const storageKey = 'kafal.setup';

export function keepAnswers(answers: SetupAnswers): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify({ ...answers, setupCode: '', password: '', repeated: '' }));
  } catch {
    // A private window may refuse; the answers then last as long as the page.
  }
}

export function keptAnswers(): SetupAnswers {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
    // Only this file writes it, so a whole object is one of ours; fields that are new since then start empty.
    return typeof kept === 'object' && kept !== null ? { ...firstAnswers, ...kept } : firstAnswers;
  } catch {
    return firstAnswers;
  }
}

export function forgetAnswers(): void {
  try {
    sessionStorage.removeItem(storageKey);
  } catch {
    // Nothing was kept.
  }
}
