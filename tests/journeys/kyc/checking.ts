import { kycMessages } from '../../../apps/server/src/features/kyc/messages.ts';
import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { choose, dialogOf, fill, press, pressAct, sees } from '../society-day/controls.ts';
import type { Visitor } from '../visitor.ts';
import { picture } from './papers.ts';
import { openPapers, paperOf, SENDER } from './sending.ts';

export const checkingStories: readonly Story[] = [
  { title: 'who took a paper in cannot check it, by no button, key or request', walk: refuseOwn },
  { title: 'a second person verifies one and rejects one with a reason, by the keyboard', walk: decideTwo },
  { title: 'the member is told why, and sends another one', walk: sendAnother },
  { title: 'the rest is verified, and the member reads until when', walk: verifyAll },
  { title: 'the list says how members stand; a greater risk brings the review nearer', walk: raiseRisk },
  { title: 'the counter shows the face and the hand when money goes out', walk: payOut },
  { title: 'the audit log says who looked at which paper', walk: readAudit },
];

const said = ({ words: { language } }: KeptHouse) =>
  language === 'hi'
    ? { blurred: 'नाम पढ़ा नहीं जा सकता', risk: 'सोने का व्यापार, बड़ी नकद जमा' }
    : { blurred: 'The name cannot be read', risk: 'Trades in gold, large cash deposits' };

/** The desk of papers of this member alone, at this paper. */
async function deskAt(house: KeptHouse, who: 'manager' | 'loan_officer', kind: 'photo' | 'pan_card'): Promise<Visitor> {
  const desk = await house.staff(who);
  await desk.open(
    `/staff/papers-to-check?q=${house.saver(SENDER).memberNumber}&paper=${await paperOf(house, SENDER, kind)}`,
  );
  await desk.page
    .getByRole('heading', { level: 2, name: new RegExp(house.words.staff(`file.kind.${kind}`)) })
    .waitFor();
  await desk.page
    .getByRole('img', { name: house.words.staff(`file.kind.${kind}`) })
    .first()
    .waitFor();
  return desk;
}

async function refuseOwn(house: KeptHouse): Promise<void> {
  const { staff, language } = house.words;
  const desk = await deskAt(house, 'manager', 'photo');
  const { page } = desk;
  await sees(page, kycMessages[language]?.PAPER_SENT_BY_YOU ?? '');
  await desk.look('own-paper-at-the-desk');
  await page.keyboard.press('Alt+v');
  await page.keyboard.press('Alt+r');
  if ((await dialogOf(page).count()) > 0) throw new Error('The keys open what no button offers.');
  if ((await page.getByRole('button', { name: new RegExp(staff('desk.verify')) }).count()) > 0) {
    throw new Error('Who took a paper in is offered to verify it.');
  }
  const id = await paperOf(house, SENDER, 'photo');
  const asked = house.as('manager', 'POST', `/api/papers/${id}/verification`, {});
  const answer = await asked.then(
    () => 'it was verified',
    (error: Error) => error.message,
  );
  if (!answer.includes('PAPER_SENT_BY_YOU')) throw new Error(`The server did not refuse: ${answer}`);
}

async function decideTwo(house: KeptHouse): Promise<void> {
  const { staff } = house.words;
  const desk = await deskAt(house, 'loan_officer', 'photo');
  const { page } = desk;
  await desk.look('desk-photo');
  await page.keyboard.press('Alt+v');
  await sees(page, staff('desk.verified'));
  const second = await deskAt(house, 'loan_officer', 'pan_card');
  await sees(page, staff('desk.agrees'));
  await second.look('desk-pan-card');
  await page.keyboard.press('Alt+r');
  const dialog = dialogOf(page);
  await fill(dialog, staff('act.reason'), said(house).blurred);
  await second.look('desk-reject');
  await press(dialog, staff('desk.rejectNow'));
  await dialog.waitFor({ state: 'hidden' });
  await sees(page, staff('desk.rejected'));
}

async function sendAnother(house: KeptHouse): Promise<void> {
  const { papers } = house.words;
  const { blurred } = said(house);
  const phone = await house.member(SENDER);
  const { page } = phone;
  await phone.open('/notifications');
  await page
    .getByRole('link', { name: new RegExp(papers('paper.pan_card')) })
    .first()
    .waitFor();
  await phone.look('told-of-the-rejection');
  await phone.open('/papers');
  await sees(page, papers('papers.reason', { reason: blurred }));
  await phone.look('own-paper-rejected');
  await page.getByRole('button', { name: `${papers('papers.sendAnother')}: ${papers('paper.pan_card')}` }).click();
  await page.getByLabel(papers('paper.pan_card'), { exact: true }).setInputFiles(await picture('pan_card', 3));
  await page.getByRole('img', { name: papers('paper.pan_card') }).waitFor();
  await press(page, papers('papers.send'));
  await page.getByRole('img', { name: papers('paper.pan_card') }).waitFor({ state: 'hidden' });
  await sees(page, papers('kyc.state.pending'));
}

async function verifyAll(house: KeptHouse): Promise<void> {
  const { staff, papers } = house.words;
  const desk = await house.staff('loan_officer');
  const { page } = desk;
  const { memberNumber } = house.saver(SENDER);
  await desk.open(`/staff/papers-to-check?q=${memberNumber}`);
  for (let waiting = 4; waiting > 0; waiting -= 1) {
    await page
      .locator('.paper-pick')
      .nth(waiting - 1)
      .waitFor();
    await page.locator('.paper-pick').nth(waiting).waitFor({ state: 'detached' });
    await page.locator('.paper-checked .stored-paper img').waitFor();
    await pressAct(page, staff('desk.verify'));
  }
  await sees(page, staff('desk.none'));
  await desk.look('desk-is-empty');
  const phone = await house.member(SENDER);
  await phone.open('/papers');
  const { validUntil } = await house.asManager<{ validUntil: string }>(
    `/api/members/${house.saver(SENDER).memberId}/kyc`,
  );
  await sees(phone.page, papers('kyc.state.verified', { day: house.words.day(validUntil) }));
  await phone.look('own-papers-verified');
}

async function raiseRisk(house: KeptHouse): Promise<void> {
  const { staff, day } = house.words;
  const { memberId, memberNumber } = house.saver(SENDER);
  const office = await openPapers(house, SENDER);
  const { page } = office;
  await office.look('papers-in-order');
  await press(page, staff('kyc.review'));
  await office.look('review-again');
  await page.keyboard.press('Escape');
  await press(page, staff('kyc.changeRisk'));
  const dialog = dialogOf(page);
  await choose(dialog, staff('kyc.risk'), 'high');
  await fill(dialog, staff('act.reason'), said(house).risk);
  await office.look('change-the-risk');
  await press(dialog, staff('kyc.changeRisk'));
  await dialog.waitFor({ state: 'hidden' });
  await sees(page, staff('kyc.reviewEvery', { count: 12 }));
  await office.look('papers-of-a-high-risk');
  const { validUntil } = await house.asManager<{ validUntil: string }>(`/api/members/${memberId}/kyc`);
  await office.open('/staff/kyc?state=all');
  const row = page.getByRole('row', { name: new RegExp(memberNumber) });
  await sees(row, day(validUntil));
  await office.look('list-of-papers');
  await office.open('/staff/kyc');
  await sees(page, house.saver(SENDER + 1).memberNumber);
  await office.look('list-not-in-order');
}

async function payOut(house: KeptHouse): Promise<void> {
  const { staff, typed, money } = house.words;
  const cashier = await house.staff('cashier');
  const { page } = cashier;
  await cashier.open(`/staff/counter?member=${house.saver(SENDER).memberId}&desk=withdraw`);
  const { name } = await house.asManager<{ name: string }>(`/api/members/${house.saver(SENDER).memberId}`);
  await page.getByRole('img', { name: staff('counter.photoOf', { name }) }).waitFor();
  await page.getByRole('img', { name: staff('counter.signatureOf', { name }) }).waitFor();
  if ((await page.getByText(staff('kyc.photoUnverified')).count()) > 0) throw new Error('The photo was verified.');
  await fill(page, staff('counter.amountOut'), typed('500'));
  await page.getByTestId('act-preview').waitFor();
  await cashier.look('face-and-hand-at-the-counter');
  await pressAct(page, staff('counter.pay', { amount: money('500.00') }));
  await page.getByTestId('issued-receipt').waitFor();
}

async function readAudit(house: KeptHouse): Promise<void> {
  const { staff } = house.words;
  const admin = await house.staff('admin');
  const { page } = admin;
  await admin.open('/staff/audit?action=file.opened');
  await sees(page, staff('audit.file.opened'));
  await page
    .getByRole('row', { name: /The loan_officer/ })
    .first()
    .waitFor();
  await admin.look('who-looked');
  await page
    .getByRole('row', { name: /The loan_officer/ })
    .first()
    .getByRole('button')
    .click();
  await dialogOf(page).waitFor();
  await admin.look('one-look');
}
