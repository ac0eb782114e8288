import type { Page } from 'playwright-core';
import { readPdf } from '../pdf-text.ts';
import type { Visitor } from '../visitor.ts';
import { fill, follow, menuTo, optional, press, sees, title } from './controls.ts';
import type { Day } from './day.ts';

const NOTES = [500, 200, 100, 50, 20, 10, 5, 2, 1] as const;

/** Types a count of notes and coins that makes this many rupees, with as few pieces as can be. */
export async function countCash({ words }: Pick<Day, 'words'>, page: Page, rupees: number): Promise<void> {
  let left = rupees;
  for (const note of NOTES) {
    const pieces = Math.floor(left / note);
    left -= pieces * note;
    const label = words.staff('till.piecesOf', { face: words.money(`${note}.00`) });
    await fill(page, label, pieces === 0 ? '' : words.typed(String(pieces)));
  }
}

export async function openTheTill(day: Day): Promise<void> {
  const { words } = day;
  const t = words.staff;
  const cashier = day.who('cashier');
  const { page } = cashier;
  await menuTo(page, words, 'nav.counter');
  await sees(page, t('counter.noTill'));
  await cashier.look('080-counter-without-a-till');
  await follow(page, t('counter.openTill'));
  await title(page, t('till.titleNone'));
  await countCash(day, page, 15_000);
  await cashier.look('081-open-the-till');
  await press(page, t('till.openWith', { till: 'T1', amount: words.money('15000.00') }));
  day.drawer = 15_000;
  await title(page, t('till.titleOpen', { till: 'T1', amount: words.money('15000.00') }));
  await cashier.look('082-till-is-open');
}

/** Puts somebody in front of the counter. */
export async function findMember(day: Day, typed: string, name: string): Promise<void> {
  const { words } = day;
  const { page } = day.who('cashier');
  if (!/\/counter(\?.*)?$/.test(page.url())) await menuTo(page, words, 'nav.counter');
  await page.keyboard.press('F4');
  await page.keyboard.press('F2');
  const box = page.getByLabel(words.staff('counter.find'), { exact: true }).and(page.locator('input'));
  await box.fill(typed);
  await page.getByRole('option', { name: new RegExp(name) }).waitFor();
  await box.press('Enter');
  await page.getByTestId('person-card').getByRole('link', { name }).waitFor();
}

/** The line of the receipt for something that is named like this. */
export const amountFor = (_day: Day, page: Page, line: string | RegExp) =>
  page.getByRole('row', { name: line }).getByRole('textbox');

/** Two part payments; share money, funds and fee first, the last of the dues together with savings. */
export async function takeTheDuesInTwoPayments(day: Day): Promise<void> {
  const { words, cast } = day;
  const t = words.staff;
  const cashier = day.who('cashier');
  const { page } = cashier;
  await findMember(day, cast.applicant.name.split(' ')[0] ?? '', cast.applicant.name);
  await sees(page.getByTestId('person-card'), t('member.status.pending_payment'));
  await cashier.look('083-counter-with-dues');

  await fill(page, t('counter.amount'), words.typed('600'));
  await sees(page.getByTestId('act-preview'), words.money('600.00'));
  await fill(page, optional(words, t('counter.cashGiven')), words.typed('1000'));
  await sees(page, t('counter.change'));
  await page.getByTestId('act-preview').waitFor();
  await cashier.look('084-first-part-payment');
  await take(day, '600.00');
  await checkPapers(day, cashier, ['600.00']);
  await cashier.look('085-first-receipt');

  await press(page, t('counter.samePerson'));
  await press(page, t('counter.fillDues', { amount: words.money('500.00') }));
  await amountFor(day, page, new RegExp(day.known('accountNumber'))).fill(words.typed('5000'));
  await page.getByTestId('act-preview').waitFor();
  await cashier.look('086-last-part-payment');
  await take(day, '5500.00');
  await sees(page, t('counter.becameActive', { name: cast.applicant.name }));
  await cashier.look('087-member-is-active');
}

/** Presses the button of the act; what it says is what will be taken. */
export async function take(day: Day, amount: string, mode: 'cash' | 'upi' = 'cash'): Promise<void> {
  const { page } = day.who('cashier');
  await page.getByTestId('act-preview').waitFor();
  await press(page, `${day.words.staff('counter.take', { amount: day.words.money(amount) })} F9`);
  await page.getByTestId('issued-receipt').waitFor();
  if (mode === 'cash') day.drawer += Number(amount);
}

/** The paper in both sizes: the first one is the original, what comes after it says that it is a duplicate. */
async function checkPapers(day: Day, cashier: Visitor, wanted: readonly string[]): Promise<void> {
  const { words } = day;
  const t = words.staff;
  const number =
    (await cashier.page.getByTestId('issued-receipt').getByRole('article').getAttribute('aria-label')) ?? '';
  for (const [size, button] of [
    ['a5', `${t('receipt.printA5')} Ctrl P`],
    ['80mm', t('receipt.print80')],
  ] as const) {
    const text = await printed(cashier, `size=${size}`, () => press(cashier.page, button));
    for (const part of [number, day.known('memberNumber'), ...wanted]) {
      if (!text.includes(part)) throw new Error(`The receipt of ${size} does not say "${part}": ${text}`);
    }
  }
}

/** Prints something and answers the words on the paper. The window that shows it is closed again. */
export async function printed(visitor: Visitor, path: string, print: () => Promise<void>): Promise<string> {
  const { page } = visitor;
  const { promise: paper, resolve } = Promise.withResolvers<Buffer>();
  // The page takes the answer as a file, which leaves nothing to read of it afterwards; so it is read on its way.
  const onItsWay = (url: URL) => url.href.includes(path);
  await page.route(onItsWay, async (route) => {
    const response = await route.fetch();
    resolve(await response.body());
    await route.fulfill({ response });
  });
  const [sheet] = await Promise.all([page.waitForEvent('popup'), print()]);
  const { text, pages } = readPdf(await paper);
  if (pages < 1) throw new Error('The paper has no page.');
  await page.unroute(onItsWay);
  await sheet.close();
  return text;
}
