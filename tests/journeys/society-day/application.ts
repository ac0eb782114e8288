import type { Page } from 'playwright-core';
import type { Visitor } from '../visitor.ts';
import { AADHAAR, type Applicant, PAN } from './cast.ts';
import { dialogOf, fill, fillDay, follow, menuTo, optional, press, sees, title } from './controls.ts';
import type { Day } from './day.ts';

/** At home, on a phone of 360 points: the application, its tracking number, and what has become of it. */
export async function applyOnThePhone(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.member;
  const phone = await day.comeIn('phone', 'phone', { behindLine: true });
  const { page } = phone;
  await phone.open('/');
  await title(page, t('login.title'));
  await phone.look('040-member-log-in');
  await follow(page, t('apply.title'));

  await title(page, t('apply.step.identity'));
  await press(page, t('act.next'));
  await sees(page, t('field.required'));
  await phone.look('041-apply-what-is-missing');
  await fillIdentity(day, phone, cast.applicant);
  await phone.look('042-apply-identity');
  await press(page, t('act.next'));

  await title(page, t('apply.step.address'));
  await fill(page, t('apply.addressLine'), cast.applicant.addressLine);
  for (const name of ['locality', 'district', 'state', 'postalCode'] as const) {
    await fill(
      page,
      t(`apply.${name}`),
      name === 'postalCode' ? words.typed(cast.applicant[name]) : cast.applicant[name],
    );
  }
  await phone.look('043-apply-address');
  await press(page, t('act.next'));

  await title(page, t('apply.step.work'));
  await fill(page, t('apply.occupation'), cast.applicant.occupation);
  await phone.look('044-apply-work');
  await press(page, t('act.next'));

  await title(page, t('apply.step.nominees'));
  await fillNominees(day, phone, cast.applicant);
  await phone.look('045-apply-nominees');
  await press(page, t('act.next'));

  await title(page, t('apply.step.photo'));
  await phone.look('0451-apply-photo');
  await press(page, t('act.next'));

  await title(page, t('apply.step.review'));
  await page.getByRole('checkbox', { name: t('apply.consent', { society: societyName(day) }) }).check();
  await phone.look('046-apply-review');
  await press(page, t('apply.send'));

  await title(page, t('apply.doneTitle'));
  day.keep('trackingNumber', (await page.getByTestId('tracking-number').innerText()).trim());
  await phone.look('047-apply-done');

  await follow(page, t('status.title'));
  await lookUp(day);
  await sees(page.getByTestId('application-status'), t('status.submitted'));
  await phone.look('048-application-submitted');
}

/** A colleague who has the house open is told at once, and asks for what is missing. */
export async function returnTheApplication(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const manager = day.who('manager');
  const { page } = manager;
  // The manager has not touched the page since the log-in.
  await sees(page.getByRole('status'), t('notice.application.submitted'));
  await title(page, t('today.title', { count: 1 }));
  await manager.look('050-today-with-an-application');

  await menuTo(page, words, 'nav.applications');
  await title(page, t('applications.count.submitted', { count: 1 }));
  await manager.look('051-applications');
  await follow(page, cast.applicant.name);
  await title(page, t('application.title.submitted', { name: cast.applicant.name }));
  await sees(page, day.known('trackingNumber'));
  await manager.look('052-application');
  await press(page, t('application.return'));
  await fill(dialogOf(page), t('act.reason'), cast.phrases.bring);
  await manager.look('053-return-an-application');
  await press(dialogOf(page), t('application.returnNow'));
  await title(page, t('application.title.returned', { name: cast.applicant.name }));
}

export async function correctTheApplication(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.member;
  const phone = day.who('phone');
  const { page } = phone;
  await press(page, t('status.look'));
  const standing = page.getByTestId('application-status');
  await sees(standing, t('status.returned'));
  await sees(standing, cast.phrases.bring);
  await phone.look('054-application-returned');
  await press(page, t('status.correct'));
  await title(page, t('apply.step.identity'));
  await phone.look('055-correct-the-application');
  await press(page, t('act.next'));
  await title(page, t('apply.step.address'));
  await fill(page, t('apply.addressLine'), cast.applicant.correctedAddressLine);
  for (const step of ['work', 'nominees', 'photo', 'review'] as const) {
    await press(page, t('act.next'));
    await title(page, t(`apply.step.${step}`));
  }
  await press(page, t('apply.send'));
  await sees(page.getByTestId('application-status'), t('status.submitted'));
}

/** Approval makes the member, the number, the log-in and the dues; the page the manager had left open shows it is back. */
export async function approveTheApplication(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const manager = day.who('manager');
  const { page } = manager;
  await title(page, t('application.title.submitted', { name: cast.applicant.name }));
  await sees(page, cast.applicant.correctedAddressLine);
  await fill(page, optional(words, t('application.resolution')), 'MC/2026/31');
  await press(page, t('application.approve'));
  await title(page, t('application.title.approved', { name: cast.applicant.name }));
  const { memberNumber, accountNumber } = await newNumbers(day, page);
  day.keep('memberNumber', memberNumber);
  day.keep('accountNumber', accountNumber);
  day.keep('memberCode', await page.getByTestId('one-time-code').innerText());
  await sees(page, words.money('1100.00'));
  await manager.look('056-application-approved');

  await follow(page, t('approved.toMember'));
  await sees(page, t('member.status.pending_payment'));
  await manager.look('057-member-who-owes-the-dues');
}

/** The same questions for somebody who stands in the office. */
export async function registerAWalkIn(day: Day): Promise<void> {
  const { words, cast } = day;
  const { walkIn } = cast;
  const t = words.staff;
  const cashier = day.who('cashier');
  const { page } = cashier;
  await menuTo(page, words, 'nav.applications');
  await follow(page, t('applications.register'));
  await title(page, t('register.title'));
  await press(page, t('register.submit'));
  await sees(page, t('field.required'));
  await fill(page, t('member.name'), walkIn.name);
  await fill(page, optional(words, t('member.nameLocal')), walkIn.nameLocal);
  await fill(
    page.getByRole('region', { name: t('application.person'), exact: true }),
    t('member.dateOfBirth'),
    words.typed(walkIn.born.join('-')),
  );
  await page.getByLabel(t('member.gender'), { exact: true }).selectOption('male');
  for (const name of ['occupation', 'addressLine', 'locality', 'district', 'state', 'postalCode', 'phone'] as const) {
    await fill(page, t(`member.${name}`), walkIn[name]);
  }
  const nominees = page.getByRole('region', { name: t('nominee.title'), exact: true });
  await fill(nominees, t('nominee.name'), walkIn.spouse.name);
  await fill(nominees, t('nominee.relation'), walkIn.spouse.relation);
  await fill(nominees, t('member.dateOfBirth'), words.typed('09-02-1978'));
  await cashier.look('060-register-a-walk-in');
  await press(page, t('register.submit'));
  const done = page.getByRole('heading', { level: 1, name: new RegExp(t('register.done', { number: '\\S+' })) });
  await done.waitFor();
  await cashier.look('061-walk-in-registered');

  // Nobody decides on what they wrote down themselves: the cashier may not, a member of the committee may.
  const committee = day.who('committee');
  await menuTo(committee.page, words, 'nav.applications');
  await follow(committee.page, walkIn.name);
  await press(committee.page, t('application.approve'));
  const { memberNumber, accountNumber } = await newNumbers(day, committee.page);
  day.keep('otherMemberNumber', memberNumber);
  day.keep('otherAccountNumber', accountNumber);
}

/** The numbers that an approval made, as it tells them. */
async function newNumbers({ words }: Day, page: Page): Promise<{ memberNumber: string; accountNumber: string }> {
  const number = '([A-Z]+[-0-9]+)';
  const told = page.getByTestId('member-number').locator('xpath=../..');
  await told.waitFor();
  const text = await told.innerText();
  const found = (sentence: string) => new RegExp(sentence).exec(text)?.[1];
  const memberNumber = found(words.staff('approved.title', { number }));
  const accountNumber = found(words.staff('approved.account', { number }));
  if (memberNumber === undefined || accountNumber === undefined) throw new Error(`No numbers are told: ${text}`);
  return { memberNumber, accountNumber };
}

async function fillIdentity(day: Day, { page }: Visitor, person: Applicant): Promise<void> {
  const { words } = day;
  const t = words.member;
  await fill(page, t('apply.name'), person.name);
  await fill(page, optional(words, t('apply.nameLocal')), person.nameLocal);
  await fillDay(page, words, t('apply.dateOfBirth'), person.born);
  await page.getByRole('radio', { name: t('apply.female') }).check();
  await fill(page, t('apply.phone'), words.typed(person.phone));
  await fill(page, optional(words, t('apply.pan')), PAN);
  await fill(page, optional(words, t('apply.aadhaar')), words.typed(AADHAAR));
}

/** Two nominees, one of them a child; the shares are first one short of the whole. */
async function fillNominees(day: Day, { page }: Visitor, person: Applicant): Promise<void> {
  const { words } = day;
  const t = words.member;
  const nominee = (number: number) => page.getByRole('group', { name: t('apply.nominee', { number }), exact: true });
  await fill(nominee(1), t('apply.nomineeName'), person.spouse.name);
  await fill(nominee(1), t('apply.nomineeRelation'), person.spouse.relation);
  await fillDay(nominee(1), words, t('apply.dateOfBirth'), ['2', '3', '1985']);
  await fill(nominee(1), t('apply.nomineeShare'), words.typed('60'));
  await press(page, t('apply.addNominee'));
  await fill(nominee(2), t('apply.nomineeName'), person.child.name);
  await fill(nominee(2), t('apply.nomineeRelation'), person.child.relation);
  await fillDay(nominee(2), words, t('apply.dateOfBirth'), ['5', '6', '2015']);
  await fill(nominee(2), t('apply.nomineeShare'), words.typed('39'));
  await press(page, t('act.next'));
  await sees(page, t('apply.sharesNotWhole'));
  await sees(page, t('apply.guardianNeeded'));
  await fill(nominee(2), t('apply.guardianName'), person.spouse.name);
  await fill(nominee(2), optional(words, t('apply.guardianRelation')), person.child.guardianRelation);
  await fill(nominee(2), t('apply.nomineeShare'), words.typed('40'));
}

async function lookUp(day: Day): Promise<void> {
  const { words, cast } = day;
  const { page } = day.who('phone');
  await title(page, words.member('status.title'));
  await fill(page, words.member('status.trackingNumber'), day.known('trackingNumber').toLowerCase());
  await fill(page, words.member('apply.phone'), words.typed(cast.applicant.phone));
  await press(page, words.member('status.look'));
}

/** As the member's pages name it: in the reader's language where the society has such a name. */
export const societyName = (day: Day) => (day.language === 'hi' ? day.cast.society.nameLocal : day.cast.society.name);
