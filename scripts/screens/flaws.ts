// What is wrong with the words and the width of a page, as far as a program can tell.

import type { Page } from 'playwright-core';
import { messages as memberEnglish } from '../../apps/web/src/member/member-messages-en.ts';
import { messages as memberHindi } from '../../apps/web/src/member/member-messages-hi.ts';
import { messages as setupEnglish } from '../../apps/web/src/setup/messages-en.ts';
import { messages as setupHindi } from '../../apps/web/src/setup/messages-hi.ts';
import { messages as staffEnglish } from '../../apps/web/src/staff/messages/en.ts';
import { messages as staffHindi } from '../../apps/web/src/staff/messages/hi.ts';
import type { Language } from '../../tests/journeys/words.ts';

type Catalogue = Readonly<Record<string, string>>;

const english: Catalogue = { ...memberEnglish, ...setupEnglish, ...staffEnglish };
const hindi: Catalogue = { ...memberHindi, ...setupHindi, ...staffHindi };
const families = new Set(Object.keys(english).map((key) => key.split('.')[0]));

/** The books keep what was written when it was posted, in the language it was written in; a number breaks the sentence in two. */
const NARRATIONS = /^(Transfer from |Loan$)/;

/** English sentences of the catalogues that read otherwise in Hindi; a slot may hold anything. */
const untranslated: readonly RegExp[] = Object.entries(english).flatMap(([key, sentence]) => {
  const words = sentence.replace(/\{\w+\}/g, '').trim();
  if (sentence === hindi[key] || !/[a-z]{2}/.test(words)) return [];
  const parts = sentence.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // A sentence that is hardly more than a slot would be found everywhere.
  if (parts.length > 1 && words.length < 6) return [];
  return [new RegExp(`^${parts.join('.+')}$`)];
});

interface Shown {
  readonly text: string;
  /** A name in a programmer's sense, or of a key of the keyboard, shown as one. */
  readonly isCode: boolean;
}

export async function flawsOf(page: Page, language: Language, width: number): Promise<string[]> {
  const flaws: string[] = [];
  const { shown, overflow } = await page.evaluate(readPage);
  if (width <= 360 && overflow !== '') flaws.push(`is wider than the screen: ${overflow}`);
  for (const { text, isCode } of shown) {
    if (!isCode && isKey(text)) flaws.push(`shows a key of the catalogue: "${text}"`);
    if (language === 'hi' && !isCode && !NARRATIONS.test(text) && untranslated.some((sentence) => sentence.test(text)))
      flaws.push(`says in English: "${text}"`);
  }
  return [...new Set(flaws)];
}

const isKey = (text: string) =>
  text in english || (/^[a-z]+(\.[a-z0-9]+)+$/i.test(text) && families.has(text.split('.')[0]));

/** Runs in the page: every text that can be seen or that a screen reader says in its place, and what sticks out. */
function readPage(): { shown: Shown[]; overflow: string } {
  const shown: Shown[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.nodeValue?.trim() ?? '';
    const holder = texts.currentNode.parentElement;
    if (text === '' || holder === null || !holder.checkVisibility()) continue;
    shown.push({ text, isCode: holder.closest('code, kbd') !== null });
  }
  for (const holder of document.querySelectorAll('[aria-label], [placeholder], [title], img[alt]')) {
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
      const text = holder.getAttribute(name)?.trim() ?? '';
      if (text !== '' && holder.checkVisibility()) shown.push({ text, isCode: false });
    }
  }
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return { shown, overflow: '' };
  const sticksOut = [...document.body.querySelectorAll('*')].filter(
    (element) => element.checkVisibility() && element.getBoundingClientRect().right > clientWidth + 1,
  );
  const [first] = sticksOut;
  return { shown, overflow: `${scrollWidth} points, ${first?.outerHTML.slice(0, 160) ?? 'of nothing in particular'}` };
}
