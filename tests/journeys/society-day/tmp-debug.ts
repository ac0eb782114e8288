import type { Day } from './day.ts';
export async function debug(day: Day) {
  const { page } = day.who('cashier');
  const [r, popup] = await Promise.all([page.waitForResponse((r) => r.url().includes('/pdf')), page.waitForEvent('popup'), page.getByRole('button', { name: day.words.staff('receipt.printA5') }).click()]);
  console.log(r.status(), r.url(), r.headers());
  const b = await r.body();
  console.log(b.length, b.subarray(0, 20).toString('latin1'));
  await popup.waitForTimeout(3000);
  console.log(popup.url());
  await popup.screenshot({ path: '/tmp/journeys-dev/popup.png' });
}
