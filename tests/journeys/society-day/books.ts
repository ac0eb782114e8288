import { readFile } from 'node:fs/promises';
import type { Visitor } from '../visitor.ts';
import { choose, dialogOf, menuTo, press, sees, title } from './controls.ts';
import type { Day } from './day.ts';

/** The accountant's evening: the register with a filter and as a file, an entry, a ledger, the day book, the sums. */
export async function readTheBooks(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const accountant = day.who('accountant');
  const { page } = accountant;
  await menuTo(page, words, 'nav.books', 'nav.transactions');
  await title(page, new RegExp(t('transactions.count', { count: 0 }).replace('0', '\\d+')));
  await accountant.look('170-transactions');
  await choose(page, t('transactions.kind'), 'reversal');
  await title(page, t('transactions.count', { count: 1 }));
  const register = await savedText(accountant, () => press(page, t('list.csv')), /\.csv$/);
  const lines = register.trim().split('\n');
  if (lines.length !== 2 || !lines[1]?.includes(day.known('memberNumber')))
    throw new Error(`The register says ${register}`);
  await page.getByRole('table').getByRole('link').first().click();
  await sees(page, t('entry.reverses'));
  await sees(page, cast.phrases.mistake);
  await accountant.look('171-reversal-in-the-books');

  await menuTo(page, words, 'nav.dayBook');
  await sees(page, t('dayBook.total'));
  await accountant.look('172-day-book');

  await menuTo(page, words, 'nav.trialBalance');
  await title(page, new RegExp(t('trialBalance.agrees', { day: '' }).trim().slice(0, 12)));
  await sees(page, words.amount('10.00'));
  await accountant.look('173-trial-balance');
  const sums = await savedText(accountant, () => press(page, t('list.csv')), /\.csv$/);
  if (!sums.includes('5901')) throw new Error(`The trial balance knows no shortage: ${sums}`);
  await page.getByRole('link', { name: /^2101 / }).click();
  await sees(page, t('ledger.whole'));
  await accountant.look('174-ledger');

  await menuTo(page, words, 'nav.accounts');
  await sees(page, '2204');
  await accountant.look('175-chart-of-accounts');
  await menuTo(page, words, 'nav.businessDay');
  await sees(page, t('day.noOpenTills'));
  await accountant.look('176-business-day');
}

/** Who did what: the acts of this day are all there, each with its name and the values before and after. */
export async function readTheAuditLog(day: Day): Promise<void> {
  const { words } = day;
  const t = words.staff;
  const manager = day.who('manager');
  const { page } = manager;
  await menuTo(page, words, 'nav.audit');
  await title(page, t('audit.title'));
  await sees(page.getByRole('table'), t('audit.till.closed'));
  await manager.look('180-audit-log');
  for (const action of [
    'user.created',
    'user.login-failed',
    'member.approved',
    'receipt.taken',
    'savings.withdrawn',
    'entry.reversed',
    'till.opened',
  ] as const) {
    await choose(page, t('audit.action'), action);
    await sees(page.getByRole('table'), t(`audit.${action}`));
  }
  await page.getByRole('table').getByRole('button').first().click();
  await dialogOf(page).waitFor();
  await manager.look('181-audit-detail');
  await press(dialogOf(page), t('act.close'));
  await savedText(manager, () => press(page, t('list.csv')), /\.csv$/);
}

/** What the page hands over as a file. */
async function savedText(visitor: Visitor, save: () => Promise<void>, name: RegExp): Promise<string> {
  const [download] = await Promise.all([visitor.page.waitForEvent('download'), save()]);
  if (!name.test(download.suggestedFilename())) throw new Error(`The file is called ${download.suggestedFilename()}.`);
  return readFile(await download.path(), 'utf8');
}
