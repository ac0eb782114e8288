import type { Day } from './day.ts';
export async function debug(day: Day) { 
 for (const who of ['cashier','manager','accountant']) {
 const page = day.who(who).page;
 await page.getByRole('banner').getByRole('link', {name: /notice/}).click();
 await page.waitForTimeout(1500);
 console.log(await page.locator('main').innerText());
 await day.who(who).picture('199-notices-' + who);
 }
}
