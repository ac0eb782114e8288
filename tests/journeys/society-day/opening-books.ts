import { choose, fill, follow, followRequest, menuTo, pick, press, sees, title } from './controls.ts';
import type { Day } from './day.ts';

/** Cash and bank the books begin with: entered by the accountant, in the books only when the manager has agreed. */
export async function enterTheOpeningBalances(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const accountant = day.who('accountant');
  const { page } = accountant;
  await menuTo(page, words, 'nav.books', 'nav.vouchers');
  await pick(page, t('voucher.kind.opening'));
  await title(page, t('voucher.title.opening'));
  await press(page, t('voucher.addDebit'));
  const lines = [
    { account: '1101', side: 'debit', amount: '50000' },
    { account: '3201', side: 'credit', amount: '250000' },
    { account: '1201', side: 'debit', amount: '200000' },
  ];
  for (const [index, { account, side, amount }] of lines.entries()) {
    const number = index + 1;
    await choose(page, t('voucher.accountOf', { number }), account);
    await choose(page, t('voucher.sideOf', { number }), side);
    await fill(page, t('voucher.amountOf', { number }), words.typed(amount));
  }
  await fill(page, t('entry.narration'), cast.phrases.opening);
  await press(page, t('act.preview'));
  await page.getByTestId('act-preview').waitFor();
  await accountant.look('070-opening-voucher');
  await press(page, t('voucher.enter'));
  await sees(page, t('voucher.entered'));
  await accountant.look('071-opening-voucher-waits');

  const manager = day.who('manager');
  await sees(manager.page.getByRole('status'), t('notice.approval.requested'));
  await menuTo(manager.page, words, 'nav.approvals');
  await title(manager.page, t('approvals.count.pending', { count: 1 }));
  await manager.look('072-approvals');
  await followRequest(manager.page, words, 'voucher');
  await sees(manager.page, t('approval.decide'));
  await manager.look('073-approval-of-the-voucher');
  await press(manager.page, t('approval.approve'));
  await sees(manager.page, t('approval.nowApproved'));
  await follow(manager.page, t('entry.open'));
  await sees(manager.page, t('entry.chain'));
  await manager.look('074-journal-entry');

  // The accountant may not have decided it; what came of it is in their own day book at once.
  await menuTo(page, words, 'nav.dayBook');
  await sees(page, cast.phrases.opening);
}
