import type { Page } from 'playwright-core';
import { sees } from './controls.ts';
import type { Day } from './day.ts';

/** A receipt without touching the mouse: find, next, take, next person. */
export async function takeAReceiptByKeyboard(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const cashier = day.who('cashier');
  const { page } = cashier;
  const { keyboard } = page;
  await keyboard.press('F4');
  await keyboard.press('F2');
  await hasFocus(page, t('counter.find'));
  await keyboard.type(day.known('otherMemberNumber'));
  await page.getByRole('option', { name: new RegExp(cast.walkIn.name) }).waitFor();
  await keyboard.press('Enter');
  await sees(page.getByTestId('person-card'), cast.walkIn.name);

  await hasFocus(page, t('counter.amount'));
  await keyboard.type(words.typed('1100'));
  await sees(page.getByTestId('act-preview'), words.money('1100.00'));
  await cashier.look('150-receipt-by-keyboard');
  // Enter moves from field to field, and from the last one to the button of the act.
  const fields = await page.locator('.desk input:not([type="radio"]):visible').count();
  for (let field = 0; field < fields; field++) await keyboard.press('Enter');
  await hasFocus(page, `${t('counter.take', { amount: words.money('1100.00') })} F9`);
  await keyboard.press('F9');
  await page.getByTestId('issued-receipt').waitFor();
  day.drawer += 1_100;
  await sees(page, t('counter.becameActive', { name: cast.walkIn.name }));
  await keyboard.press('F4');
  await sees(page, t('counter.nobody'));
  await hasFocus(page, t('counter.find'));
  await cashier.look('151-next-person');
}

async function hasFocus(page: Page, name: string): Promise<void> {
  const focused = page.locator(':focus');
  await focused
    .and(page.getByLabel(name, { exact: true }).or(page.getByRole('button', { name, exact: true })))
    .waitFor();
}
