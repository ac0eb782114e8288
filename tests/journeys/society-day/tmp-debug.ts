import type { Day } from './day.ts';
import { press, sees } from './controls.ts';
import { hasSavings } from './member-phone.ts';
export async function debug(day: Day) { 
 const t = day.words.staff; const page = day.who('cashier').page;
 await press(page.getByRole('dialog').getByRole('status'), t('act.close'));
  await sees(page, t('receipt.reversedBy'));
  await hasSavings(day, '20000.50');
}
