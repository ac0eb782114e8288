import type { Words } from '../words.ts';
import { passwordOf } from './cast.ts';
import { fill, follow, press, sees, title } from './controls.ts';
import { amountFor, findMember, take } from './counter.ts';
import type { Day } from './day.ts';

/** Accepted: with the code from the office the member chooses a password, and sees what there is. */
export async function comeInWithTheCode(day: Day): Promise<void> {
  const { words } = day;
  const t = words.member;
  const phone = day.who('phone');
  const { page } = phone;
  await press(page, t('status.look'));
  await sees(page.getByTestId('application-status'), t('status.memberNumber', { number: day.known('memberNumber') }));
  await phone.look('090-application-approved');
  await follow(page, t('forgotten.haveCode'));
  await title(page, t('forgotten.title'));
  await phone.look('091-two-ways-to-a-code');
  await press(page, t('forgotten.haveCode'));
  await title(page, t('forgotten.codeTitle'));
  await fill(page, t('login.identifier'), day.known('memberNumber'));
  await fill(page, t('forgotten.code'), day.known('memberCode'));
  await fill(page, t('password.new'), passwordOf('member'));
  await fill(page, t('password.repeat'), passwordOf('member'));
  await phone.look('092-code-and-new-password');
  await press(page, t('forgotten.act'));
  await sees(page.getByRole('status'), t('forgotten.done'));

  await fill(page, t('login.identifier'), words.typed(day.cast.applicant.phone));
  await fill(page, t('login.password'), passwordOf('somebody else'));
  phone.expectRefusal(401, '/api/auth/member/login');
  await press(page, t('login.act'));
  await page.getByRole('alert').waitFor();
  await phone.look('093-wrong-password');
  await fill(page, t('login.password'), passwordOf('member'));
  await press(page, t('login.act'));
  await title(page, t('home.greeting', { name: firstName(day) }));
  await hasSavings(day, '5000.00');
  await sees(page, t('home.sharesPending', { amount: words.money('200.00') }));
  await sees(page, t('line.live'));
  await phone.look('094-member-home');
}

/** With however many are new. */
export function notificationsTitle({ member }: Words): RegExp {
  const withCount = member('notifications.newTitle', { count: 1 }).replace('1', '\\d+');
  return new RegExp(`${member('notifications.title')}|${withCount}`);
}

/** The cashier takes a deposit; the page that is open on the phone shows it by itself. */
export async function watchADepositArrive(day: Day): Promise<void> {
  const { words, cast } = day;
  const phone = day.who('phone');
  await findMember(day, day.known('memberNumber'), cast.applicant.name);
  await amountFor(day, day.who('cashier').page, new RegExp(day.known('accountNumber'))).fill(words.typed('1250'));
  await take(day, '1250.00');
  await hasSavings(day, '6250.00');
  await sees(phone.page.getByRole('status'), words.member('live.accountChanged'));
  await phone.look('095-deposit-has-arrived');
}

/** Every page of the member, as they look at it once a week. */
export async function lookAroundOnThePhone(day: Day): Promise<void> {
  const { words } = day;
  const t = words.member;
  const phone = day.who('phone');
  const { page } = phone;
  const home = async () => {
    await page.getByRole('banner').getByRole('link').first().click();
    await title(page, t('home.greeting', { name: firstName(day) }));
  };

  await follow(page.getByRole('main'), t('home.passbook'));
  await title(page, t('accounts.title'));
  await phone.look('100-accounts');
  await page.getByRole('link', { name: day.known('accountNumber') }).click();
  await page.getByTestId('passbook').waitFor();
  await page.getByRole('button', { name: t('account.why') }).click();
  await sees(page.locator('.note'), words.money('6250.00'));
  await phone.look('101-account');
  await savesFile(day, () => press(page, t('file.savePdf')), /\.pdf$/);

  await home();
  await follow(page.getByRole('main'), t('home.receipts'));
  await title(page, t('receipts.title'));
  await phone.look('102-receipts');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await title(page, new RegExp(t('receipt.numbered', { number: 'T1/' })));
  await phone.look('103-receipt');
  await savesFile(day, () => press(page, t('file.savePdf')), /^T1.*\.pdf$/);

  await home();
  await page.getByTestId('latest-entries').getByRole('link').first().click();
  await title(page, new RegExp(t('receipt.numbered', { number: 'T1/' })));

  await home();
  await page
    .getByRole('navigation', { name: t('shell.tools') })
    .getByRole('link')
    .first()
    .click();
  await title(page, notificationsTitle(words));
  await phone.look('104-notifications');

  await home();
  await follow(page.getByRole('main'), t('home.profile'));
  await title(page, t('profile.title'));
  await phone.look('105-profile');
  await press(page, t('profile.editContact'));
  await fill(page, t('apply.occupation'), `${day.cast.applicant.occupation} 2`);
  await phone.look('106-change-contact');
  await press(page, t('profile.save'));
  await sees(page.getByRole('status'), t('profile.changed'));
  await press(page, t('profile.requestChange'));
  await phone.look('107-ask-for-a-change');
  await press(page, t('act.cancel'));
  await follow(page, t('security.open'));
  await title(page, t('security.title'));
  await sees(page, t('security.thisOne'));
  await phone.look('108-security');
  await home();
}

/** What the phone shows as the one big number. */
export const hasSavings = (day: Day, amount: string) =>
  sees(day.who('phone').page.getByTestId('big-number'), day.words.money(amount));

export const firstName = (day: Day) => {
  const { name, nameLocal } = day.cast.applicant;
  return (day.language === 'hi' ? nameLocal : name).split(' ')[0] ?? name;
};

export async function savesFile(day: Day, save: () => Promise<void>, name: RegExp): Promise<void> {
  const [download] = await Promise.all([day.who('phone').page.waitForEvent('download'), save()]);
  if (!name.test(download.suggestedFilename())) throw new Error(`The file is called ${download.suggestedFilename()}.`);
}
