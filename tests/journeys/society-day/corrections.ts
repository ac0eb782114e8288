import { dialogOf, fill, follow, followRequest, menuTo, noLonger, press, sees, title } from './controls.ts';
import { amountFor, findMember, take } from './counter.ts';
import type { Day } from './day.ts';
import { hasSavings } from './member-phone.ts';

/** A mistake is never rubbed out: a second entry takes it back, with a reason, and both name each other. */
export async function reverseAMistake(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const cashier = day.who('cashier');
  const { page } = cashier;
  await findMember(day, day.known('memberNumber'), cast.applicant.name);
  await amountFor(day, page, new RegExp(day.known('accountNumber'))).fill(words.typed('50'));
  await take(day, '50.00');
  await hasSavings(day, '20050.50');
  await follow(page, t('counter.openReceipt'));
  await title(page, t('receipt.titleIn', { name: cast.applicant.name, amount: words.money('50.00') }));
  await cashier.look('130-receipt-to-reverse');
  await press(page, t('entry.reverse'));
  const dialog = dialogOf(page);
  await fill(dialog, t('act.reason'), cast.phrases.mistake);
  await press(dialog, t('act.preview'));
  await dialog.getByTestId('act-preview').waitFor();
  await cashier.look('131-what-the-reversal-will-do');
  await press(dialog, t('entry.reverseNow'));
  const done = dialog.getByRole('status');
  await done.first().waitFor();
  await cashier.look('132-reversed');
  day.drawer -= 50;
  await press(done, t('act.close'));
  await sees(page, t('receipt.reversedBy'));
  await noLonger(page.getByRole('button', { name: t('entry.reverse'), exact: true }));
  await hasSavings(day, '20000.50');
}

/** Asked for by one person, decided by another; it acts at once on the phone in the member's hand. */
export async function suspendTheMember(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const manager = day.who('manager');
  await menuTo(manager.page, words, 'nav.members');
  await title(manager.page, t('members.count', { count: 2 }));
  await manager.look('200-members');
  await follow(manager.page, cast.applicant.name);
  await press(manager.page, t('status.change'));
  const dialog = dialogOf(manager.page);
  await dialog.getByLabel(t('status.to'), { exact: true }).selectOption('suspended');
  await fill(dialog, t('act.reason'), cast.phrases.suspicion);
  await manager.look('201-suspend');
  await press(dialog, t('status.ask'));
  await sees(dialog, t('status.waits'));
  await press(dialog.getByRole('status'), t('act.close'));

  const committee = day.who('committee');
  await menuTo(committee.page, words, 'nav.approvals');
  await title(committee.page, t('approvals.count.pending', { count: 1 }));
  await followRequest(committee.page, words, 'member-status');
  await sees(committee.page, cast.phrases.suspicion);
  const phone = day.who('phone');
  // What the page still asks for, it is refused.
  phone.mayBeRefused(401);
  await press(committee.page, t('approval.approve'));
  await sees(committee.page, t('approval.nowApproved'));

  await sees(phone.page, words.member('login.ended'));
  await phone.look('202-logged-out-by-the-society');
  phone.mayBeRefused(undefined);
  await sees(manager.page, t('member.status.suspended'));
  await manager.page.getByRole('tab', { name: t('member.tabHistory') }).click();
  await sees(manager.page, cast.phrases.suspicion);
  await manager.look('203-status-history');

  const cashier = day.who('cashier');
  await findMember(day, day.known('memberNumber'), cast.applicant.name);
  await cashier.page.keyboard.press('F7');
  await sees(cashier.page, t('counter.moneyOutStopped'));
  await cashier.look('204-no-money-out');
}
