import { menuTo, sees, title } from './controls.ts';
import type { Day } from './day.ts';

/** Reads everything, changes nothing: no page offers the auditor an act, and an address typed by hand leads nowhere. */
export async function auditorLooksAround(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const auditor = day.who('auditor');
  const { page } = auditor;
  const pages = [
    ['nav.today'],
    ['nav.counter'],
    ['nav.counterReceipts'],
    ['nav.members'],
    ['nav.applications'],
    ['nav.approvals'],
    ['nav.savings'],
    ['nav.shares'],
    ['nav.books', 'nav.transactions'],
    ['nav.dayBook'],
    ['nav.trialBalance'],
    ['nav.accounts'],
    ['nav.businessDay'],
    ['nav.audit'],
    ['nav.settings', 'nav.society'],
    ['nav.fees'],
    ['nav.tills'],
    ['nav.users'],
    ['nav.roles'],
  ] as const;
  for (const [index, way] of pages.entries()) {
    await menuTo(page, words, ...way);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await offersNoAct(day);
    await auditor.picture(`21${String(index).padStart(2, '0')}-auditor`);
  }
  const menu = page.getByRole('navigation', { name: t('shell.pages') });
  if ((await menu.getByRole('link', { name: t('nav.vouchers') }).count()) > 0)
    throw new Error('The auditor may enter vouchers.');
  for (const checkbox of await page.getByRole('checkbox').all()) {
    if (await checkbox.isEnabled()) throw new Error('The auditor may change a role.');
  }

  await menuTo(page, words, 'nav.members');
  await page.getByRole('link', { name: cast.applicant.name, exact: true }).click();
  await sees(page, day.known('memberNumber'));
  await offersNoAct(day);
  await auditor.look('220-member-seen-by-the-auditor');

  await auditor.open('/staff/books/vouchers');
  await title(page, t('page.notPermitted'));
  await auditor.look('221-not-permitted');
}

/** The words on every button that would change something. */
const ACTS = [
  'act.preview',
  'application.approve',
  'application.return',
  'application.reject',
  'approval.approve',
  'approval.reject',
  'code.issue',
  'counter.receive',
  'day.close',
  'deposit.open',
  'entry.reverse',
  'restriction.set',
  'roles.copy',
  'rule.show',
  'share.allot',
  'status.change',
  'taxDeclaration.record',
  'tills.create',
  'users.create',
] as const;

async function offersNoAct(day: Day): Promise<void> {
  const { page } = day.who('auditor');
  const main = page.getByRole('main');
  for (const act of ACTS) {
    const buttons = await main.getByRole('button', { name: day.words.staff(act), exact: true }).count();
    if (buttons > 0) throw new Error(`The auditor is offered "${day.words.staff(act)}" at ${page.url()}.`);
  }
}
