// A screen as the printer gets it: what the sheets say, and what is wrong with them as far as a program can tell.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A4 within its margins, in points of a screen. */
const ROOM = { upright: 703, across: 1031 } as const;

/** Inks that are told from white on any printer. */
const PALEST = 0x66;

/** The words of every sheet of the page that is open. */
export async function sheetsOf(page: Page): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    return text.split('\f').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a sheet of paper should not have: anything to press, pale letters, a dark ground, words over its edge. */
export async function flawsOnPaper(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.emulateMedia({ media: 'print' });
  const isAcross = (await page.locator('.table-wide').count()) > 0;
  await page.setViewportSize({ width: isAcross ? ROOM.across : ROOM.upright, height: 900 });
  const flaws = await page.evaluate(readPaper, PALEST);
  await page.emulateMedia({ media: null });
  if (before !== null) await page.setViewportSize(before);
  return flaws;
}

/** Runs in the page. */
function readPaper(palest: number): string[] {
  const flaws: string[] = [];
  const name = (element: Element) => element.outerHTML.slice(0, 120);
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // What opens a row or sorts a column stands for its words there.
  const acts = 'nav, [role="banner"], [role="status"] button, button:not(td *, th *, .explained, .figure-button)';
  for (const element of document.querySelectorAll(acts))
    if (seen(element)) flaws.push(`can be pressed: ${name(element)}`);
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const holder = texts.currentNode.parentElement;
    if (holder === null || texts.currentNode.nodeValue?.trim() === '' || !seen(holder)) continue;
    if (
      channels(getComputedStyle(holder).color)
        .slice(0, 3)
        .some((channel) => channel > palest)
    )
      flaws.push(`is pale: ${name(holder)}`);
  }
  const [red = 0, green = 0, blue = 0, opacity = 1] = channels(getComputedStyle(document.body).backgroundColor);
  if (opacity > 0 && Math.min(red, green, blue) < 255) flaws.push('is printed on a ground that is not white');
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) flaws.push(`is wider than the paper: ${scrollWidth} of ${clientWidth} points`);
  return flaws;
}
