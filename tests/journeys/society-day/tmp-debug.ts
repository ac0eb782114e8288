import type { Day } from './day.ts';
import { amountFor, take } from './counter.ts';
import { press, sees } from './controls.ts';
export async function debug(day: Day) {
  day.keep('accountNumber', 'SB000001'); day.keep('otherAccountNumber', 'SB000002'); day.keep('memberNumber', 'M-2026-0001'); day.keep('otherMemberNumber', 'M-2026-0002');
  const t = day.words.staff;
  day.drawer = 15600;
  const cashier = day.who('cashier');
  const { page } = cashier; const { words, cast } = day;
  await cashier.look('085-first-receipt');
  await press(page, t('counter.samePerson'));
  await press(page, t('counter.fillDues', { amount: words.money('500.00') }));
  await amountFor(day, page, new RegExp(day.known('accountNumber'))).fill(words.typed('5000'));
  await page.getByTestId('act-preview').waitFor();
  await cashier.look('086-last-part-payment');
  await take(day, '5500.00');
  await sees(page, t('counter.becameActive', { name: cast.applicant.name }));
  await cashier.look('087-member-is-active');
}
