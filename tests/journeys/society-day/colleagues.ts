import { passwordOf, STAFF_ROLES, type StaffRole } from './cast.ts';
import { choose, dialogOf, fill, follow, menuTo, press, sees, title } from './controls.ts';
import type { Day } from './day.ts';

/** The administrator makes their log-ins; each comes in with a one-time code and a password that only they know. */
export async function bringInColleagues(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const administrator = day.who('administrator');
  const { page } = administrator;
  await menuTo(page, words, 'nav.settings', 'nav.users');
  await title(page, t('users.count', { count: 1 }));
  const codes = new Map<StaffRole, string>();
  for (const role of STAFF_ROLES) {
    await press(page, t('users.create'));
    const dialog = dialogOf(page);
    await fill(dialog, t('user.name'), cast.staff[role]);
    await fill(dialog, t('user.username'), role);
    await choose(dialog, t('user.role'), role);
    if (role === 'manager') await administrator.look('030-add-a-user');
    await press(dialog, t('users.createNow'));
    codes.set(role, await dialog.getByTestId('one-time-code').innerText());
    if (role === 'manager') await administrator.look('031-one-time-code');
    await press(dialog, t('act.close'));
    await dialog.waitFor({ state: 'hidden' });
  }
  await sees(page, cast.staff.auditor);
  await administrator.look('032-users');

  await firstLogIn(day, 'manager', codes, true);
  await Promise.all(
    STAFF_ROLES.filter((role) => role !== 'manager').map((role) => firstLogIn(day, role, codes, false)),
  );
}

async function firstLogIn(
  day: Day,
  role: StaffRole,
  codes: ReadonlyMap<StaffRole, string>,
  looks: boolean,
): Promise<void> {
  const { words } = day;
  const t = words.staff;
  // The manager's line is cut later in the day.
  const colleague = await day.comeIn(role, 'desk', { behindLine: role === 'manager' });
  const { page } = colleague;
  await colleague.open('/staff');
  await follow(page, t('login.forgotten'));
  await title(page, t('forgotten.title'));
  await fill(page, t('login.username'), role);
  await fill(page, t('forgotten.code'), codes.get(role) ?? '');
  await fill(page, t('password.new'), passwordOf(role));
  await fill(page, t('password.repeat'), passwordOf(role));
  if (looks) await colleague.look('033-password-of-ones-own');
  await press(page, t('forgotten.change'));
  await title(page, t('login.title'));
  await fill(page, t('login.username'), role);
  await fill(page, t('login.password'), passwordOf(role));
  await press(page, t('login.enter'));
  await page.getByRole('button', { name: t('account.menuOf', { name: day.cast.staff[role] }) }).waitFor();
  await sees(page, t('line.live'));
}
