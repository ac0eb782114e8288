import type { Day } from './day.ts';
export async function debug(day: Day) { 
 const page = day.who('cashier').page;
 console.log(await page.locator('.desk input:not([type="radio"])').count(), await page.locator('.desk input:not([type="radio"]):visible').count());
 console.log(await page.evaluate("document.activeElement.outerHTML.slice(0,300)"));
}
