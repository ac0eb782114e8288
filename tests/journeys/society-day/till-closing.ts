import { fill, follow, menuTo, optional, press, sees, title } from './controls.ts';
import { countCash } from './counter.ts';
import type { Day } from './day.ts';

/** Counted blind; ten rupees are missing, and the shortage is said, posted and explained. */
export async function closeTheTillShort(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const cashier = day.who('cashier');
  const { page } = cashier;
  await menuTo(page, words, 'nav.counter', 'nav.counterReceipts');
  await title(page, t('receipts.titleMine', { till: 'T1' }));
  await cashier.look('160-receipts-of-the-till');
  await menuTo(page, words, 'nav.counterTill');
  const expected = words.money(`${day.drawer}.00`);
  await title(page, t('till.titleOpen', { till: 'T1', amount: expected }));
  await countCash(day, page, day.drawer - 10);
  await fill(page, optional(words, t('counter.note')), cast.phrases.shortage);
  await press(page, t('till.seeDifference'));
  const preview = page.getByTestId('closing-preview');
  await sees(preview, expected);
  await sees(preview, t('till.short', { amount: words.money('10.00') }));
  await cashier.look('161-till-is-short');
  await press(page, t('till.closeNow', { till: 'T1' }));
  const counted = words.money(`${day.drawer - 10}.00`);
  await sees(page, t('till.closedNow', { till: 'T1', amount: counted }));
  await cashier.look('162-till-is-closed');
  day.drawer = 0;
  await follow(page, t('nav.counterReceipts'));
}
