import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { readPdf } from '../pdf-text.ts';
import { dialogOf, fill, press, sees, title } from '../society-day/controls.ts';
import { draftAndCall, openOnItsDay, propose } from './meeting-house.ts';

const FIRST = 0;
const SECOND = 1;

export const generalStories: readonly Story[] = [
  { title: 'the secretary calls the annual general meeting with its agenda', walk: call },
  { title: 'a member reads of it on the phone', walk: read },
  { title: 'its day is there: one member is seen by number, one by the code on the phone', walk: attend },
  { title: 'a resolution is put to a secret vote, and both vote, on the phone and at the desk', walk: voteInSecret },
  { title: 'the vote is counted, and the member reads the result', walk: count },
  { title: 'the minutes are written, signed by two, and read by the member', walk: keepMinutes },
];

const names = (house: KeptHouse) =>
  house.words.language === 'hi'
    ? { title: 'वार्षिक आम सभा', item: 'वर्ष का लेखा', text: 'पारित किया जाता है कि लेखे स्वीकार किए जाएँ।' }
    : {
        title: 'Annual general meeting',
        item: 'Accounts of the year',
        text: 'Resolved that the audited accounts are adopted.',
      };

async function annualOf(house: KeptHouse): Promise<string> {
  const { items } = await house.asManager<{ items: { id: string; kind: string }[] }>('/api/meetings');
  const found = items.find(({ kind }) => kind === 'annual');
  if (found === undefined) throw new Error('No annual meeting was called.');
  return found.id;
}

async function call(house: KeptHouse): Promise<void> {
  const { item, title: named } = names(house);
  const id = await draftAndCall(house, { kind: 'annual', title: named, item });
  const { text } = readPdf(await house.paper('manager', `/api/meetings/${id}/notice.pdf?language=en`));
  if (!text.includes('Agenda')) throw new Error(`The notice has no agenda: ${text}`);
  const office = await house.staff('manager');
  await office.open(`/staff/meetings/${id}/people`);
  await sees(office.page, house.saver(FIRST).memberNumber);
  await office.look('who-is-invited');
}

async function read(house: KeptHouse): Promise<void> {
  const { meetings } = house.words;
  const phone = await house.member(FIRST);
  await phone.open('/meetings');
  await title(phone.page, meetings('meeting.title'));
  await phone.look('own-meetings');
  await phone.open(`/meetings/${await annualOf(house)}`);
  await sees(phone.page, names(house).item);
  await phone.look('own-meeting-called');
}

async function attend(house: KeptHouse): Promise<void> {
  const { staff, meetings } = house.words;
  const id = await annualOf(house);
  const office = await openOnItsDay(house, id);
  const { page } = office;
  await fill(page, staff('meetings.who'), house.saver(FIRST).memberNumber);
  await press(page, staff('meetings.mark'));
  await sees(page, staff('meetings.quorate', { quorum: 1 }));
  await office.look('quorum');
  const phone = await house.member(SECOND);
  await phone.open(`/meetings/${id}`);
  const shown = phone.page.waitForResponse((answer) => answer.url().endsWith(`/api/meetings/${id}/code`));
  await press(phone.page, meetings('ownMeeting.codeShow'));
  const { code } = (await (await shown).json()) as { code: string };
  await phone.page.getByRole('img', { name: meetings('ownMeeting.codeAlt') }).waitFor();
  await phone.look('own-code');
  await fill(page, staff('meetings.who'), code);
  await press(page, staff('meetings.mark'));
  await sees(page, staff('meetings.presentOf', { present: 2, entitled: house.savers.length }));
  await phone.open(`/meetings/${id}`);
  await sees(phone.page, meetings('ownMeeting.present'));
}

async function voteInSecret(house: KeptHouse): Promise<void> {
  const { staff, meetings } = house.words;
  const id = await annualOf(house);
  const office = await house.staff('manager');
  const { page } = office;
  await propose(house, { text: names(house).text });
  const chair = await house.staff('chair');
  await chair.open(`/staff/meetings/${id}`);
  await press(chair.page, staff('meetings.openVote'));
  await chair.look('open-the-vote');
  await press(dialogOf(chair.page), staff('meetings.openVote'));
  await dialogOf(chair.page).waitFor({ state: 'hidden' });
  await sees(chair.page, staff('meetings.castSoFar', { cast: 0 }));

  const phone = await house.member(FIRST);
  await phone.open(`/meetings/${id}`);
  await phone.look('own-vote');
  const choice = meetings('meeting.choice.for');
  await press(phone.page, choice);
  await phone.look('own-vote-sure');
  await press(phone.page, meetings('ownMeeting.voteSend', { choice }));
  await sees(phone.page, meetings('ownMeeting.voted'));
  await phone.look('own-voted');

  await office.open(`/staff/meetings/${id}`);
  await press(page, staff('meetings.castAtDesk'));
  const dialog = dialogOf(page);
  await dialog.getByLabel(staff('meetings.castWho'), { exact: true }).selectOption({ index: 2 });
  await dialog.getByLabel(staff('meetings.castChoice'), { exact: true }).selectOption('abstain');
  await office.look('vote-at-the-desk');
  await press(dialog, staff('meetings.castAtDesk'));
  await dialog.waitFor({ state: 'hidden' });
  await sees(page, staff('meetings.castSoFar', { cast: 2 }));
}

async function count(house: KeptHouse): Promise<void> {
  const { staff, meetings } = house.words;
  const id = await annualOf(house);
  const chair = await house.staff('chair');
  await chair.open(`/staff/meetings/${id}`);
  await press(chair.page, staff('meetings.closeVote'));
  await sees(chair.page, staff('meeting.votes', { for: 1, against: 0, abstained: 1 }));
  await chair.look('counted');
  const phone = await house.member(FIRST);
  await phone.open(`/meetings/${id}`);
  await sees(phone.page, meetings('meeting.result.carried'));
  await phone.look('own-result');
}

async function keepMinutes(house: KeptHouse): Promise<void> {
  const { staff, meetings } = house.words;
  const id = await annualOf(house);
  const chair = await house.staff('chair');
  await press(chair.page, staff('meetings.close'));
  await press(dialogOf(chair.page), staff('meetings.close'));
  await dialogOf(chair.page).waitFor({ state: 'hidden' });
  const office = await house.staff('manager');
  await office.open(`/staff/meetings/${id}/minutes`);
  await office.look('minutes-drafted');
  await press(office.page, staff('meetings.minutesSave'));
  await sees(office.page, staff('meetings.minutesSaved'));
  for (const who of ['chair', 'committee'] as const) {
    const signer = await house.staff(who);
    await signer.open(`/staff/meetings/${id}/minutes`);
    await press(signer.page, staff('meetings.minutesSign'));
    await sees(signer.page, staff('meetings.minutesSigned'));
  }
  await office.open(`/staff/meetings/${id}/minutes`);
  await sees(office.page, staff('meetings.minutesDone'));
  await office.look('minutes-signed');
  const phone = await house.member(FIRST);
  await phone.open(`/meetings/${id}`);
  await phone.page.getByRole('button', { name: meetings('ownMeeting.minutesPdf'), exact: true }).waitFor();
  await phone.look('own-minutes');
  for (const language of ['en', 'hi'] as const) {
    const paper = await house.paper('manager', `/api/meetings/${id}/minutes.pdf?language=${language}`);
    if (paper.byteLength < 2_000) throw new Error('The minutes are an empty paper.');
  }
}
