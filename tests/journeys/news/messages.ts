// A member complains from the phone; the office answers, hands it on and closes it; the member is not content.

import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { choose, dialogOf, fill, press, sees, title } from '../society-day/controls.ts';

export const messageStories: readonly Story[] = [
  { title: 'a member complains from the phone, and the complaint has a number and a day', walk: complain },
  { title: 'the manager answers and hands it on', walk: answer },
  { title: 'the loan officer closes it with a reason', walk: close },
  { title: 'the member reads the answer and opens it again', walk: openAgain },
  { title: 'it waits for the office once more', walk: waitsAgain },
];

const said = ({ words: { language } }: KeptHouse) =>
  language === 'hi'
    ? {
        subject: 'अक्टूबर का ब्याज',
        complaint: 'मेरी पासबुक में अक्टूबर का ब्याज नहीं दिखता।',
        answer: 'ब्याज छमाही पर जमा होता है, 31 मार्च को।',
        reason: 'सदस्य को समझा दिया गया',
        again: 'पिछले वर्ष वह सितंबर में आया था।',
      }
    : {
        subject: 'Interest of October',
        complaint: 'My passbook does not show the interest of October.',
        answer: 'Interest is credited by the half-year, on 31 March.',
        reason: 'Explained to the member',
        again: 'Last year it came in September.',
      };

async function complain(house: KeptHouse): Promise<void> {
  const { news } = house.words;
  const { subject, complaint } = said(house);
  const phone = await house.member(1);
  const { page } = phone;
  await phone.open('/messages/write');
  await choose(page, news('inbox.kind'), 'complaint');
  await fill(page, news('inbox.subject'), subject);
  await fill(page, news('inbox.text'), complaint);
  await phone.look('message-write');
  await press(page, news('inbox.send'));
  await title(page, subject);
  await sees(page, news('inbox.kind.complaint'));
  await sees(page, await numberOf(house));
  await phone.look('message-sent');
}

/** The only complaint of the house. */
async function numberOf(house: KeptHouse): Promise<string> {
  const { items } = await house.asManager<{ items: { number: string }[] }>('/api/messages');
  return items[0]?.number ?? 'no number';
}

async function answer(house: KeptHouse): Promise<void> {
  const { staff, news } = house.words;
  const { subject, answer: text } = said(house);
  const desk = await house.staff('manager');
  const { page } = desk;
  await desk.open('/staff/messages');
  await sees(page, await numberOf(house));
  await desk.look('inbox');
  await page.getByRole('link', { name: subject }).click();
  await title(page, subject);
  await fill(page, staff('inbox.answer'), text);
  await press(page, staff('inbox.send'));
  await sees(page, staff('inbox.answered'));
  await sees(page, news('inbox.state.answered'));
  await page.getByLabel(staff('inbox.assigned'), { exact: true }).selectOption({ label: 'The loan_officer' });
  await sees(page, news('inbox.entry.assigned', { text: 'The loan_officer' }));
  await desk.look('message-answered');
}

async function close(house: KeptHouse): Promise<void> {
  const { staff, news } = house.words;
  const { subject, reason } = said(house);
  const desk = await house.staff('loan_officer');
  const { page } = desk;
  await desk.open('/staff/messages?whose=mine');
  await page.getByRole('link', { name: subject }).click();
  await press(page, staff('inbox.close'));
  await fill(dialogOf(page), staff('act.reason'), reason);
  await press(dialogOf(page), staff('inbox.close'));
  await sees(page, news('inbox.state.closed'));
  await desk.look('message-closed');
}

async function openAgain(house: KeptHouse): Promise<void> {
  const { news } = house.words;
  const { subject, answer: text, again } = said(house);
  const phone = await house.member(1);
  const { page } = phone;
  await phone.open('/messages');
  await phone.look('messages-of-a-member');
  await page.getByRole('link', { name: subject }).click();
  await sees(page, text);
  await fill(page, news('inbox.reopen'), again);
  await phone.look('message-open-again');
  await press(page, news('inbox.reopen'));
  await sees(page, news('inbox.state.open'));
}

async function waitsAgain(house: KeptHouse): Promise<void> {
  const { staff } = house.words;
  const { subject, again } = said(house);
  const desk = await house.staff('manager');
  const { page } = desk;
  await desk.open('/staff/messages?state=open');
  await title(page, staff('inbox.title.open'));
  await page.getByRole('link', { name: subject }).click();
  await sees(page, again);
  await desk.look('message-opened-again');
}
