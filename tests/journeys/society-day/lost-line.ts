import type { Locator } from 'playwright-core';
import { menuTo, sees, title } from './controls.ts';
import { amountFor, findMember, take } from './counter.ts';
import type { Day } from './day.ts';
import { hasSavings, notificationsTitle } from './member-phone.ts';

/** The manager looks on; a colleague posts; the figures move by themselves. */
export async function watchTheDashboard(day: Day): Promise<void> {
  const { words, cast } = day;
  const manager = day.who('manager');
  await menuTo(manager.page, words, 'nav.today');
  await sees(manager.page, words.money('20750.50'));
  await manager.look('140-dashboard-before');
  await findMember(day, day.known('memberNumber'), cast.applicant.name);
  await amountFor(day, day.who('cashier').page, new RegExp(day.known('accountNumber'))).fill(words.typed('100'));
  await take(day, '100.00');
  // 20,100.50 of this member and 750.00 of the other one.
  await sees(
    manager.page.getByRole('region', { name: words.staff('today.figures'), exact: true }),
    words.money('20850.50'),
  );
  await manager.look('141-dashboard-after');
}

/** The cable is pulled and put back: both pages say so, and what was missed comes in once. */
export async function loseTheLine(day: Day): Promise<void> {
  const { words, cast } = day;
  const manager = day.who('manager');
  const phone = day.who('phone');
  const cashier = day.who('cashier');
  const figures = manager.page.getByRole('region', { name: words.staff('today.figures'), exact: true });
  await hasSavings(day, '20100.50');
  for (const visitor of [manager, phone]) visitor.lineIsCut = true;
  day.line.cut();
  await sees(manager.page.getByRole('status'), words.staff('line.lost'));
  await sees(phone.page.getByRole('status'), words.member('line.none'));

  await findMember(day, day.known('memberNumber'), cast.applicant.name);
  await amountFor(day, cashier.page, new RegExp(day.known('accountNumber'))).fill(words.typed('300'));
  await take(day, '300.00');
  const receipt =
    (await cashier.page.getByTestId('issued-receipt').getByRole('article').getAttribute('aria-label')) ?? '';
  // What was there stays in sight meanwhile.
  await sees(figures, words.money('20850.50'));
  await hasSavings(day, '20100.50');
  await manager.look('142-line-lost-at-the-desk');
  await phone.look('143-line-lost-on-the-phone');

  day.line.mend();
  await sees(manager.page.getByRole('status'), words.staff('line.live'));
  await sees(phone.page.getByRole('status'), words.member('line.live'));
  for (const visitor of [manager, phone]) visitor.lineIsCut = false;
  await sees(figures, words.money('21150.50'));
  await hasSavings(day, '20400.50');
  await once(phone.page.getByTestId('latest-entries').getByText(receipt, { exact: false }), 'the entry on the phone');
  await once(phone.page.getByText(words.member('live.accountChanged')), 'the word that the account has changed');

  await phone.page
    .getByRole('navigation', { name: words.member('shell.tools') })
    .getByRole('link')
    .first()
    .click();
  await title(phone.page, notificationsTitle(words));
  await once(phone.page.getByRole('listitem').getByText(words.money('300.00'), { exact: false }), 'the notification');
  await phone.look('144-notifications-that-waited');
  await phone.page.getByRole('banner').getByRole('link').first().click();
  await hasSavings(day, '20400.50');
}

async function once(what: Locator, name: string): Promise<void> {
  await what.first().waitFor();
  const times = await what.count();
  if (times !== 1) throw new Error(`${name} is there ${times} times instead of once.`);
}
