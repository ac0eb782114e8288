import { dialogOf, fill, menuTo, pick, press, sees, title } from './controls.ts';
import type { Day } from './day.ts';

/** Rules, fees, tills, users, roles: what the administrator sets, on screens. */
export async function setTheHouseInOrder(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const administrator = day.who('administrator');
  const { page } = administrator;
  await menuTo(page, words, 'nav.settings', 'nav.society');
  await sees(page, t('settings.group.limits'));
  await administrator.look('190-rules-of-the-society');
  await page
    .getByRole('row', { name: /0135 2712345/ })
    .getByRole('button')
    .click();
  const dialog = dialogOf(page);
  await fill(dialog, t('settings.value'), '0135 2799999');
  await administrator.look('191-change-a-rule');
  await press(dialog, t('rule.show'));
  await sees(dialog, t('rule.atOnce'));
  await press(dialog, t('rule.changeNow'));
  await sees(dialog, t('rule.applied'));
  await press(dialog, t('act.close'));
  await dialog.waitFor({ state: 'hidden' });
  await sees(page.getByRole('table').first(), '0135 2799999');

  await menuTo(page, words, 'nav.fees');
  await title(page, new RegExp(t('fees.answer', { amount: '.+' })));
  await administrator.look('192-fees');

  await menuTo(page, words, 'nav.tills');
  await press(page, t('tills.create'));
  await fill(dialog, t('tills.code'), 'T2');
  await fill(dialog, t('tills.name'), '2');
  await press(dialog, t('tills.createNow'));
  await dialog.waitFor({ state: 'hidden' });
  await sees(page.getByRole('table'), 'T2');
  await administrator.look('193-tills');

  await menuTo(page, words, 'nav.users');
  await press(page, cast.staff.cashier);
  await sees(dialog, t('sessions.title'));
  await administrator.look('194-a-user');
  await press(dialog, t('act.close'));

  await menuTo(page, words, 'nav.roles');
  await title(page, t('roles.title'));
  await administrator.look('195-roles');

  await page.getByRole('button', { name: t('account.menuOf', { name: cast.administrator }) }).click();
  await sees(page, t('density.label'));
  await administrator.look('196-account-menu');
  await pick(page, t('density.compact'));
  await page.getByRole('link', { name: t('nav.account'), exact: true }).click();
  await title(page, t('account.title', { name: cast.administrator }));
  await administrator.look('197-my-account');
  await page.getByRole('link', { name: t('notifications.title'), exact: true }).click();
  await title(page, t('notifications.title'));
}
