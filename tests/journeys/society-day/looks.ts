import { menuTo } from './controls.ts';
import type { Day } from './day.ts';

/** The main pages once more: in the dark, and on a screen of 768 points. */
export async function lookInTheDarkAndOnATablet(day: Day): Promise<void> {
  const { words } = day;
  const t = words.staff;
  const manager = day.who('manager');
  const pages = [
    ['today', ['nav.today']],
    ['applications', ['nav.applications']],
    ['shares', ['nav.shares']],
    ['transactions', ['nav.books', 'nav.transactions']],
    ['trial-balance', ['nav.trialBalance']],
    ['rules', ['nav.settings', 'nav.society']],
  ] as const;
  const { page } = manager;
  for (const look of ['dark', 'tablet'] as const) {
    if (look === 'dark') await page.emulateMedia({ colorScheme: 'dark' });
    else {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 768, height: 1024 });
    }
    for (const [name, way] of pages) {
      if (look === 'tablet') {
        for (const label of way) {
          await page.getByRole('button', { name: t('shell.menu') }).click();
          await page.getByRole('dialog').getByRole('link', { name: t(label), exact: true }).click();
          await page.getByRole('dialog').waitFor({ state: 'hidden' });
        }
      } else {
        await menuTo(page, words, ...way);
      }
      await page.getByRole('heading', { level: 1 }).waitFor();
      await manager.look(`230-${look}-${name}`);
    }
  }
}
