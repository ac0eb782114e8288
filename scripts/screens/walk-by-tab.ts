// The screen without a mouse: Tab from the beginning of the page to its end. Everything that can be pressed, followed or
// filled in must be come by on the way, and whoever stands on it must see where they are.

import type { Page } from 'playwright-core';

/** More than any screen has; a page that holds the focus in a circle would never end. */
const MOST_STEPS = 500;

/** Where Tab stops once for many and the arrow keys go on: the parts that hold such a group together. */
const GROUPS =
  '[role="radiogroup"], [role="tablist"], [role="listbox"], [role="menu"], [role="grid"], [role="toolbar"], fieldset, .chart-picture';

export async function walkByTab(page: Page): Promise<string[]> {
  await page.evaluate(beginAbove);
  const flaws = new Set<string>();
  let steps = 0;
  for (; steps < MOST_STEPS; steps += 1) {
    await page.keyboard.press('Tab');
    const { isOnSomething, unseen } = await page.evaluate(step);
    if (unseen !== undefined) flaws.add(`the focus is not seen on ${unseen}`);
    if (!isOnSomething) break;
  }
  if (steps === MOST_STEPS) flaws.add(`Tab does not leave the page after ${MOST_STEPS} steps`);
  for (const what of await page.evaluate(neverReached, GROUPS)) flaws.add(`Tab does not reach ${what}`);
  return [...flaws];
}

/** What the page remembers of the last step. */
declare global {
  interface Window {
    stood?: { on: Element; looked: string } | undefined;
    /** Where the walk takes place. */
    ground?: Element;
  }
}

/** Runs in the page: the next Tab comes in from above; a dialog that holds the focus is all there is. */
function beginAbove(): void {
  window.stood = undefined;
  for (const marked of document.querySelectorAll('[data-was-reached]')) marked.removeAttribute('data-was-reached');
  const dialog = [...document.querySelectorAll('[aria-modal="true"]')].findLast((one) => one.checkVisibility());
  window.ground = dialog ?? document.body;
  const doorstep = document.createElement('span');
  doorstep.tabIndex = -1;
  window.ground.prepend(doorstep);
  doorstep.focus();
  // What stood at the door is taken away; the browser remembers the place.
  doorstep.remove();
}

/** Runs in the page after a Tab: what was stood on before must look otherwise now that the focus has gone on. */
function step(): { isOnSomething: boolean; unseen: string | undefined } {
  // A ring may be drawn on the part around a field, or on the label of a hidden one.
  const looksOf = (part: Element) =>
    [part, part.nextElementSibling, part.parentElement, part.parentElement?.parentElement]
      .map((one) => {
        if (!one) return '';
        const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(one);
        return [outline, boxShadow, borderColor, backgroundColor].join();
      })
      .join('|');
  const before = window.stood;
  const here = document.activeElement;
  // Where there is nothing else to stand on, Tab stays.
  const isLeft = before !== undefined && before.on !== here && before.on.isConnected;
  const isUnseen = isLeft && looksOf(before.on) === before.looked;
  const isOnSomething = here !== null && here !== document.body && !here.hasAttribute('data-was-reached');
  if (isOnSomething) here.setAttribute('data-was-reached', '');
  window.stood = isOnSomething ? { on: here, looked: looksOf(here) } : undefined;
  return { isOnSomething, unseen: isUnseen ? before.on.outerHTML.slice(0, 160) : undefined };
}

/** Runs in the page: what can be seen and used, and was not come by. */
function neverReached(groups: string): string[] {
  const usable = (window.ground ?? document).querySelectorAll('a[href], button, input, select, textarea, summary');
  return [...usable].flatMap((part) => {
    if (!part.checkVisibility({ visibilityProperty: true })) return [];
    if (part.matches(':disabled, [aria-disabled="true"]')) return [];
    // The picker of files behind a button of ours.
    if (part.matches('input[type="file"].visually-hidden')) return [];
    if (part.hasAttribute('data-was-reached') || part.closest('[inert], [aria-hidden="true"]') !== null) return [];
    const isOneOfMany = part.matches(
      '[type="radio"], [role="tab"], [role="option"], [role="menuitem"], [role="radio"], .chart-point',
    );
    if (isOneOfMany && part.closest(groups)?.querySelector('[data-was-reached]')) return [];
    return [part.outerHTML.slice(0, 160)];
  });
}
