// What the society tells: an urgent notice in two languages with a paper, from its draft to the archive, and one that waits for
// its day. Whom it is for reads it; the office sees who has.

import { Buffer } from 'node:buffer';
import { addDays } from '@kafal/core';
import { noticeLanguageNames } from '../../../apps/web/src/shared/messages/messages.ts';
import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { dialogOf, fill, follow, noLonger, press, sees, title } from '../society-day/controls.ts';
import type { Visitor } from '../visitor.ts';

export const noticeStories: readonly Story[] = [
  { title: 'the manager writes an urgent notice in two languages with a paper, and publishes it', walk: publish },
  { title: 'a member finds it above everything, reads it in both languages, and is bothered no more', walk: read },
  { title: 'whoever comes by without a log-in reads it too', walk: passBy },
  { title: 'the manager sees who has read it', walk: seeReaders },
  { title: 'a notice that waits for its day is taken back', walk: schedule },
  { title: 'in the archive only the office sees it', walk: archive },
];

const TITLES = { en: 'The office is closed on Saturday', hi: 'शनिवार को कार्यालय बंद रहेगा' } as const;
const TEXTS = {
  en: 'The road is being mended.\n\nCome on Monday, or pay from your phone.',
  hi: 'सड़क की मरम्मत हो रही है।\n\nसोमवार को आएँ, या फ़ोन से भुगतान करें।',
} as const;

async function write(house: KeptHouse, desk: Visitor, titles: Readonly<Record<'en' | 'hi', string>>): Promise<void> {
  const { staff } = house.words;
  const { page } = desk;
  const add = staff('board.addLanguage', { language: noticeLanguageNames.hi });
  await desk.open('/staff/notice-board/new');
  await press(page, add);
  for (const language of ['en', 'hi'] as const) {
    const part = page.getByRole('group', { name: staff('board.inThis', { language: noticeLanguageNames[language] }) });
    await fill(part, staff('board.titleIn'), titles[language]);
    await fill(part, staff('board.textIn'), TEXTS[language]);
  }
  await page.getByRole('combobox', { name: staff('board.kind'), exact: true }).selectOption('urgent');
  await page.getByRole('combobox', { name: staff('board.audience'), exact: true }).selectOption('everyone');
  await page.getByRole('combobox', { name: staff('board.priority'), exact: true }).selectOption('high');
}

const whenOf = (house: KeptHouse, label: 'board.publishOn' | 'board.expiresOn') =>
  `${house.words.staff(label)} (${house.words.staff('field.optional')})`;
const typedDay = (house: KeptHouse, after: number) =>
  house.words.typed(addDays(house.today, after).split('-').reverse().join('-'));

async function publish(house: KeptHouse): Promise<void> {
  const { staff, language } = house.words;
  const desk = await house.staff('manager');
  const { page } = desk;
  await write(house, desk, TITLES);
  await fill(page, whenOf(house, 'board.expiresOn'), typedDay(house, 3));
  await desk.look('notice-form');
  await press(page, staff('board.save'));
  await title(page, TITLES[language]);
  const chooser = page.waitForEvent('filechooser');
  await press(page, staff('board.paperAdd'));
  await (await chooser).setFiles({ name: 'notice.pdf', mimeType: 'application/pdf', buffer: onePage() });
  await sees(page, staff('board.paperSaved'));
  await press(page, staff('board.publish'));
  await dialogOf(page)
    .getByRole('button', { name: staff('board.publish') })
    .waitFor();
  await desk.look('notice-publish');
  await press(dialogOf(page), staff('board.publish'));
  await sees(page, staff('board.published'));
  await sees(page, staff('board.state.published'));
  await desk.look('notice-published');
}

async function read(house: KeptHouse): Promise<void> {
  const { news, language } = house.words;
  const phone = await house.member(0);
  const { page } = phone;
  await phone.open('/');
  await sees(page, news('board.urgentTitle'));
  await phone.look('notice-banner');
  await follow(page, news('board.read'));
  await title(page, TITLES[language]);
  const other = language === 'en' ? 'hi' : 'en';
  await press(page, noticeLanguageNames[other]);
  await page.getByRole('heading', { name: TITLES[other] }).waitFor();
  await phone.look('notice-read');
  await phone.open('/');
  await page.getByRole('heading', { name: news('board.newest') }).waitFor();
  await noLonger(page.getByText(news('board.urgentTitle')));
  await phone.open('/notices');
  await sees(page, TITLES[language]);
  await phone.look('notices-of-a-member');
}

async function passBy(house: KeptHouse): Promise<void> {
  const { language } = house.words;
  const door = await house.stranger();
  const { page } = door;
  await door.open('/notices');
  await sees(page, TITLES[language]);
  await door.look('notices-of-everyone');
  await page.getByRole('link', { name: TITLES[language] }).click();
  await title(page, TITLES[language]);
  await door.look('notice-of-everyone');
}

async function seeReaders(house: KeptHouse): Promise<void> {
  const { staff, language } = house.words;
  const desk = await house.staff('manager');
  const { page } = desk;
  await desk.open('/staff/notice-board');
  await page.getByRole('link', { name: TITLES[language] }).first().click();
  const readers = page.getByRole('table', { name: staff('board.readers') });
  await readers.getByText(house.saver(0).memberNumber).waitFor();
  await desk.look('notice-readers');
}

async function schedule(house: KeptHouse): Promise<void> {
  const { staff, language } = house.words;
  const desk = await house.staff('manager');
  const { page } = desk;
  const titles = { en: 'General meeting', hi: 'आम सभा' };
  await write(house, desk, titles);
  await fill(page, whenOf(house, 'board.publishOn'), typedDay(house, 2));
  await press(page, staff('board.save'));
  await title(page, titles[language]);
  await press(page, staff('board.publish'));
  await press(dialogOf(page), staff('board.publish'));
  await sees(page, staff('board.scheduled'));
  await sees(page, staff('board.state.scheduled'));
  await desk.look('notice-scheduled');
  await press(page, staff('board.takeBack'));
  await sees(page, staff('board.state.draft'));
}

async function archive(house: KeptHouse): Promise<void> {
  const { staff, news, language } = house.words;
  const desk = await house.staff('manager');
  const { page } = desk;
  await desk.open('/staff/notice-board');
  await page.getByRole('link', { name: TITLES[language] }).first().click();
  await press(page, staff('board.archive'));
  await press(dialogOf(page), staff('board.archive'));
  await sees(page, staff('board.state.archived'));
  await desk.open('/staff/notice-board?state=archived');
  await sees(page, TITLES[language]);
  await desk.look('notices-archived');
  const door = await house.stranger();
  await door.open('/notices');
  await sees(door.page, news('board.none'));
}

/** A whole PDF of one empty page. */
function onePage(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, place) => {
    const offset = text.length;
    text += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const table = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.map((offset) => `${offset} 00000 n \n`).join('')}`;
  return Buffer.from(`${text}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`, 'latin1');
}
