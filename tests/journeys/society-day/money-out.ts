import { fill, follow, followRequest, menuTo, pick, press, sees, title } from './controls.ts';
import { amountFor, findMember, take } from './counter.ts';
import type { Day } from './day.ts';
import { hasSavings } from './member-phone.ts';

/** A large deposit by UPI: its reference counts once. */
export async function takeMoneyByUpi(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const cashier = day.who('cashier');
  const { page } = cashier;
  await findMember(day, cast.applicant.phone, cast.applicant.name);
  await pick(page, t('mode.upi'));
  await amountFor(day, page, new RegExp(day.known('accountNumber'))).fill(words.typed('40000.50'));
  await fill(page, t('counter.reference.upi'), '632100000417');
  await page.getByTestId('act-preview').waitFor();
  await cashier.look('110-upi');
  await take(day, '40000.50', 'upi');

  await press(page, t('counter.samePerson'));
  await pick(page, t('mode.upi'));
  cashier.expectRefusal(409, '/api/receipts');
  await amountFor(day, page, new RegExp(day.known('accountNumber'))).fill(words.typed('40000.50'));
  await fill(page, t('counter.reference.upi'), '632100000417');
  await page.getByRole('alert').waitFor();
  await cashier.look('111-upi-reference-used-before');
  await page.keyboard.press('F4');
}

export async function payOutWithinTheLimit(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const cashier = day.who('cashier');
  const { page } = cashier;
  await findMember(day, day.known('memberNumber'), cast.applicant.name);
  await page.keyboard.press('F7');
  await sees(page, t('counter.withdrawFrom'));
  await fill(page, t('counter.amountOut'), words.typed('500'));
  await page.getByTestId('act-preview').waitFor();
  await cashier.look('112-pay-out');
  await press(page, `${t('counter.pay', { amount: words.money('500.00') })} F9`);
  await page.getByTestId('issued-receipt').waitFor();
  day.drawer -= 500;
  await cashier.look('113-paid-out');
  await hasSavings(day, '45750.50');
}

/** Above the society's limit a second person agrees before any money moves. */
export async function payOutAboveTheLimit(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const cashier = day.who('cashier');
  const { page } = cashier;
  await findMember(day, day.known('memberNumber'), cast.applicant.name);
  await page.keyboard.press('F7');
  await pick(page, t('mode.bank'));
  await fill(page, t('counter.reference.bank'), 'UTR2026112200001');
  await fill(page, t('counter.amountOut'), words.typed('25000'));
  await sees(page, t('act.needsApproval'));
  await cashier.look('114-pay-out-above-the-limit');
  await press(page, `${t('counter.askApproval')} F9`);
  await sees(page, t('counter.waits'));
  await follow(page, t('approval.open'));
  await sees(page, t('approval.withdraw'));
  await cashier.look('115-own-request');

  const committee = day.who('committee');
  await sees(committee.page.getByRole('status'), t('notice.approval.requested'));
  await menuTo(committee.page, words, 'nav.approvals');
  await followRequest(committee.page, words, 'withdrawal');
  await sees(committee.page, words.money('25000.00'));
  await committee.look('116-approve-the-withdrawal');
  await press(committee.page, t('approval.approve'));
  await sees(committee.page, t('approval.nowApproved'));
  await hasSavings(day, '20750.50');
  // The cashier still looks at the request and sees that it is decided.
  await sees(page, cast.staff.committee);
}

/** The member sends money to another member from the phone, and sees whose account it is before anything is sent. */
export async function transferFromThePhone(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.member;
  const phone = day.who('phone');
  const { page } = phone;
  await follow(page.getByRole('main'), t('home.transfer'));
  await title(page, t('transfer.title'));
  await press(page, t('transfer.look'));
  await sees(page, t('field.chooseOne'));
  await page.getByRole('radio', { name: t('transfer.toMember') }).check();
  await fill(page, t('transfer.accountNumber'), day.known('otherAccountNumber').toLowerCase());
  await fill(page, t('transfer.amount'), words.typed('750'));
  await phone.look('117-transfer');
  await press(page, t('transfer.look'));
  await title(page, t('transfer.previewTitle', { amount: words.money('750.00') }));
  await sees(page, words.money('20000.50'));
  await phone.look('118-what-the-transfer-will-do');
  await press(page, t('transfer.send'));
  await title(page, t('transfer.doneTitle'));
  await sees(page, words.money('20000.50'));
  await phone.look('119-transferred');
  await follow(page, t('transfer.home'));
  await hasSavings(day, '20000.50');

  const cashier = day.who('cashier');
  await findMember(day, day.known('otherMemberNumber'), cast.walkIn.name);
  await sees(cashier.page.getByTestId('person-card'), words.money('750.00'));
}
