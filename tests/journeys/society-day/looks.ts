import { follow, menuTo, title } from './controls.ts';
import { findMember } from './counter.ts';
import type { Day } from './day.ts';
import { firstName } from './member-phone.ts';

const STAFF_PAGES = [
  ['today', ['nav.today']],
  ['members', ['nav.members']],
  ['approvals', ['nav.approvals']],
  ['transactions', ['nav.books', 'nav.transactions']],
  ['trial-balance', ['nav.trialBalance']],
  ['rules', ['nav.settings', 'nav.society']],
] as const;

/** The main pages once more: in the dark, and on a screen of 768 points. */
export async function lookInTheDarkAndOnATablet(day: Day): Promise<void> {
  await lookAtTheOffice(day);
  await lookAtTheCounter(day);
  await lookAtThePhone(day);
}

async function lookAtTheOffice(day: Day): Promise<void> {
  const { words } = day;
  const t = words.staff;
  const manager = day.who('manager');
  const { page } = manager;
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const [name, way] of STAFF_PAGES) {
    await menuTo(page, words, ...way);
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await manager.look(`230-dark-${name}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 768, height: 1024 });
  const drawer = page.getByRole('dialog');
  for (const [name, way] of STAFF_PAGES) {
    // There is no room for the menu beside the page.
    for (const label of way) {
      await page.getByRole('button', { name: t('shell.menu') }).click();
      await follow(drawer, t(label));
      await drawer.waitFor({ state: 'hidden' });
    }
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await manager.look(`231-tablet-${name}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function lookAtTheCounter(day: Day): Promise<void> {
  const cashier = day.who('cashier');
  const { page } = cashier;
  await findMember(day, day.known('memberNumber'), day.cast.applicant.name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await cashier.look('232-dark-counter');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 768, height: 1024 });
  await cashier.look('233-tablet-counter');
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function lookAtThePhone(day: Day): Promise<void> {
  const t = day.words.member;
  const phone = day.who('phone');
  const { page } = phone;
  await page.emulateMedia({ colorScheme: 'dark' });
  await phone.look('234-dark-home');
  await follow(page.getByRole('main'), t('home.transfer'));
  await title(page, t('transfer.title'));
  await phone.look('235-dark-transfer');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 768, height: 1024 });
  await phone.look('236-tablet-transfer');
  await page.getByRole('link', { name: t('act.back') }).click();
  await title(page, t('home.greeting', { name: firstName(day) }));
  await phone.look('237-tablet-home');
  await page.setViewportSize({ width: 360, height: 740 });
}
