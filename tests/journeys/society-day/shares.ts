import { dialogOf, fill, follow, menuTo, optional, press, sees, title } from './controls.ts';
import { printed } from './counter.ts';
import type { Day } from './day.ts';
import { firstName, savesFile } from './member-phone.ts';

/** The money that waits becomes shares by a resolution: a folio, distinctive numbers, a certificate. */
export async function allotShares(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const manager = day.who('manager');
  const { page } = manager;
  await menuTo(page, words, 'nav.shares');
  await title(page, new RegExp(t('shares.count', { count: 2, amount: '.+' })));
  await manager.look('120-shares');
  await page
    .getByRole('row', { name: new RegExp(day.known('memberNumber')) })
    .getByRole('button', { name: t('share.allot') })
    .click();
  const dialog = dialogOf(page);
  await sees(dialog, t('share.allotTo', { name: cast.applicant.name }));
  await fill(dialog, optional(words, t('share.resolution')), 'MC/2026/32');
  await press(dialog, t('act.preview'));
  await sees(dialog, t('share.willAllot', { count: 2 }));
  await manager.look('121-allot-shares');
  await press(dialog, t('share.allotNow'));
  await sees(dialog, t('share.stillPending', { amount: words.money('0.00') }));
  await manager.look('122-shares-are-allotted');
  const text = await printed(manager, '/api/share-certificates/', () => press(dialog, t('share.printCertificate')));
  for (const part of [day.known('memberNumber'), 'MC/2026/32']) {
    if (!text.includes(part)) throw new Error(`The certificate does not say "${part}": ${text}`);
  }
  await press(dialog.getByRole('status'), t('act.close'));

  const phone = day.who('phone');
  await sees(phone.page, words.member('home.sharesHeld', { count: 2, amount: words.money('200.00') }));
  await follow(phone.page.getByRole('main'), words.member('home.shares'));
  await title(phone.page, words.member('shares.title'));
  await sees(phone.page, words.member('shares.held', { count: 2 }));
  await phone.look('123-shares-of-the-member');
  await savesFile(
    day,
    () => phone.page.getByRole('button', { name: new RegExp(words.member('file.savePdf')) }).click(),
    /\.pdf$/,
  );
  await phone.page.getByRole('link', { name: words.member('act.back') }).click();
  await title(phone.page, words.member('home.greeting', { name: firstName(day) }));
}
