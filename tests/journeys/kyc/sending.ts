import type { Page } from 'playwright-core';
import { panOf } from '../../servers/real-society.ts';
import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { choose, dialogOf, fill, optional, press, sees, title } from '../society-day/controls.ts';
import type { Visitor } from '../visitor.ts';
import { FIRST_DIGITS, picture, requireCut } from './papers.ts';

/** Who sends from the phone, and who brings a card to the office. */
export const SENDER = 0;
export const VISITOR = 1;
/** Tries of the arrow keys between where the bar begins (30 %, 70 %, 30 % by 8 %) and the digits. */
const BY_KEYS = [
  ['kyc.barLeft', 'ArrowLeft', 14],
  ['kyc.barTop', 'ArrowLeft', 2],
  ['kyc.barWidth', 'ArrowRight', 6],
  ['kyc.barHeight', 'ArrowRight', 4],
] as const;

export const sendingStories: readonly Story[] = [
  { title: 'a member reads what is missing and sends a PAN card and a proof of address from the phone', walk: sendTwo },
  { title: 'an Aadhaar is not taken without its bar, and is sent under one', walk: sendAadhaar },
  { title: 'the office takes in photo and signature', walk: takeInPictures },
  { title: 'the office cuts an Aadhaar by the mouse and by the keyboard', walk: takeInAadhaar },
];

/** The button of the row of these papers; a row of several is called by all of them. */
const sendButton = (page: Page, act: string, paper: string) =>
  page.getByRole('button', { name: new RegExp(`^${act}: .*${paper}`) });

async function sendTwo(house: KeptHouse): Promise<void> {
  const { papers } = house.words;
  const phone = await house.member(SENDER);
  const { page } = phone;
  await phone.open('/papers');
  await title(page, papers('papers.title'));
  await sees(page, papers('kyc.state.missing'));
  await phone.look('own-papers-missing');
  await sendButton(page, papers('papers.send'), papers('paper.pan_card')).click();
  await page.getByLabel(papers('paper.pan_card'), { exact: true }).setInputFiles(await picture('pan_card', 1));
  await fill(page, optional(house.words, papers('kyc.number')), panOf(SENDER + 1));
  await phone.look('own-pan-card');
  await press(page, papers('papers.send'));
  await sees(page, papers('papers.sent'));
  await sendButton(page, papers('papers.send'), papers('paper.address_proof')).click();
  await choose(page, papers('papers.kind'), 'address_proof');
  await page
    .getByLabel(papers('paper.address_proof'), { exact: true })
    .setInputFiles(await picture('address_proof', 2));
  await page.getByRole('img', { name: papers('paper.address_proof') }).waitFor();
  await press(page, papers('papers.send'));
  await page.getByRole('img', { name: papers('paper.address_proof') }).waitFor({ state: 'hidden' });
  await phone.look('own-papers-sent');
}

async function sendAadhaar(house: KeptHouse): Promise<void> {
  const { papers, typed } = house.words;
  const phone = await house.member(SENDER);
  const { page } = phone;
  await sendButton(page, papers('papers.send'), papers('paper.identity_proof')).click();
  await choose(page, papers('papers.kind'), 'aadhaar');
  await page.getByLabel(papers('paper.aadhaar'), { exact: true }).setInputFiles(await picture('aadhaar', 3));
  await fill(page, papers('kyc.lastFour'), typed('4321'));
  await press(page, papers('papers.send'));
  await sees(page, papers('kyc.blackoutMissing'));
  await phone.look('own-aadhaar-bare');
  await drawBar(phone);
  await phone.look('own-aadhaar-cut');
  await press(page, papers('papers.send'));
  await page.locator('.blackout-frame').waitFor({ state: 'hidden' });
  await phone.look('own-aadhaar-sent');
  await requireCut(await house.paper('loan_officer', `/api/files/${await paperOf(house, SENDER, 'aadhaar')}`));
}

/** From one corner of the digits to the other, with the button of the mouse held down. */
async function drawBar({ page }: Visitor): Promise<void> {
  const frame = page.locator('.blackout-frame');
  await frame.scrollIntoViewIfNeeded();
  await frame.getByRole('img').waitFor();
  const { x, y, width, height } = (await frame.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const at = (across: number, down: number) => [x + across * width, y + down * height] as const;
  await page.mouse.move(...at(FIRST_DIGITS.left, FIRST_DIGITS.top));
  await page.mouse.down();
  await page.mouse.move(...at(0.4, 0.75));
  await page.mouse.move(...at(FIRST_DIGITS.right, FIRST_DIGITS.bottom));
  await page.mouse.up();
}

async function takeInPictures(house: KeptHouse): Promise<void> {
  const { staff } = house.words;
  const office = await openPapers(house, SENDER);
  const { page } = office;
  for (const kind of ['photo', 'signature'] as const) {
    await press(page, staff('file.add'));
    const dialog = dialogOf(page);
    await choose(dialog, staff('file.kind'), kind);
    await dialog.locator('input[type=file]').setInputFiles(await picture(kind, 5));
    await dialog.getByRole('img', { name: staff('file.preview') }).waitFor();
    await office.look(`take-in-${kind}`);
    await press(dialog, staff('file.send'));
    await dialog.waitFor({ state: 'hidden' });
  }
  await office.look('papers-of-a-member');
}

async function takeInAadhaar(house: KeptHouse): Promise<void> {
  const { staff, typed } = house.words;
  const office = await openPapers(house, VISITOR);
  const { page } = office;
  await press(page, staff('file.add'));
  const dialog = dialogOf(page);
  await choose(dialog, staff('file.kind'), 'aadhaar');
  await dialog.locator('input[type=file]').setInputFiles(await picture('aadhaar', 2));
  await fill(dialog, staff('kyc.lastFour'), typed('4321'));
  await drawBar(office);
  await office.look('aadhaar-cut-by-mouse');
  // The same bar by the keys alone, from where the slides begin.
  await choose(dialog, staff('file.kind'), 'pan_card');
  await choose(dialog, staff('file.kind'), 'aadhaar');
  await dialog.locator('input[type=file]').setInputFiles(await picture('aadhaar', 2));
  for (const [slide, key, times] of BY_KEYS) {
    await dialog.getByLabel(staff(slide), { exact: true }).focus();
    for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press(key);
  }
  await office.look('aadhaar-cut-by-keys');
  await press(dialog, staff('file.send'));
  await dialog.waitFor({ state: 'hidden' });
  await requireCut(await house.paper('loan_officer', `/api/files/${await paperOf(house, VISITOR, 'aadhaar')}`));
}

/** The page of a member with its papers, for the manager. */
export async function openPapers(house: KeptHouse, nth: number): Promise<Visitor> {
  const { staff } = house.words;
  const office = await house.staff('manager');
  await office.open(`/staff/members/${house.saver(nth).memberId}`);
  const [tab = ''] = staff('member.tabPapers').split(' (');
  await office.page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
  await sees(office.page, staff('kyc.title'));
  return office;
}

/** The newest of this kind. */
export async function paperOf(house: KeptHouse, nth: number, kind: string): Promise<string> {
  const { papers } = await house.asManager<{ papers: { id: string; kind: string; addedAt: string }[] }>(
    `/api/members/${house.saver(nth).memberId}/kyc`,
  );
  const found = papers
    .filter((paper) => paper.kind === kind)
    .sort((one, other) => (one.addedAt < other.addedAt ? 1 : -1));
  if (found[0] === undefined) throw new Error(`There is no ${kind}.`);
  return found[0].id;
}
