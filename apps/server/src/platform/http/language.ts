// Which language the reader wants, from Accept-Language.

import type { Language } from './actor.ts';

const MOST_KEPT = 200;
const kept = new Map<string, Language | undefined>();

/** The most wanted of ours, or undefined when none is named. Browsers send few different headers, so answers are kept. */
export function wantedLanguage(header: string | undefined): Language | undefined {
  if (header === undefined || header.length > 200) return undefined;
  if (kept.has(header)) return kept.get(header);
  const language = mostWanted(header);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(header, language);
  return language;
}

function mostWanted(header: string): Language | undefined {
  let best: Language | undefined;
  let bestWeight = 0;
  for (const part of header.split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number(quality);
    const name = tag.split('-', 1)[0];
    if ((name === 'en' || name === 'hi') && weight > bestWeight) {
      best = name;
      bestWeight = weight;
    }
  }
  return best;
}
