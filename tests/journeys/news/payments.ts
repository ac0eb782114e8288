// Money from a phone, from both sides: asked for, said to be paid, found on the statement of the bank or told by a gateway, and
// receipted; what nobody is known for is given out by two, and a number counts once.

import { createHmac } from 'node:crypto';
import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { dialogOf, fill, press, sees, title } from '../society-day/controls.ts';
import type { Visitor } from '../visitor.ts';

export const paymentStories: readonly Story[] = [
  { title: 'a member asks for a code and says what was paid', walk: payAndTell },
  {
    title: 'the accountant takes the statement of the bank in, and the receipt comes by itself',
    walk: importStatement,
  },
  { title: 'a number that came in is refused to another member', walk: numberOfAnother },
  { title: 'what nobody is known for is given to its member by two', walk: giveByTwo },
  { title: 'a gateway is named by two, and what it tells is a receipt at once', walk: hearGateway },
];

const UTR = '633411110001';
const OTHER_UTR = '633411110002';
const TOLD_UTR = '633411110003';
const SECRET = 'known-to-both-sides-of-the-journey';

async function payAndTell(house: KeptHouse): Promise<void> {
  const { news, typed } = house.words;
  await offerPhonePayments(house);
  const phone = await house.member(0);
  const { page } = phone;
  await askFor(house, phone, '500');
  await phone.look('pay-code');
  await press(page, news('pay.paid'));
  await fill(page, news('pay.number'), typed(UTR));
  await phone.look('pay-claim');
  await press(page, news('pay.send'));
  await page.getByRole('button', { name: news('pay.correct') }).waitFor();
  await phone.look('pay-claimed');
}

/** The society's address, as two people set it. */
async function offerPhonePayments(house: KeptHouse): Promise<void> {
  const { approvalId } = await house.as<{ approvalId: string }>('admin', 'PUT', '/api/settings/payments.upiAddress', {
    value: 'society.demo@examplebank',
    effectiveFrom: house.today,
  });
  await house.as('manager', 'POST', `/api/approvals/${approvalId}/approval`, {});
}

async function askFor(house: KeptHouse, phone: Visitor, rupees: string): Promise<void> {
  const { news, typed, money, member } = house.words;
  const { page } = phone;
  await phone.open('/pay');
  const savings = page.getByRole('region', { name: news('pay.savings') });
  await savings.getByRole('textbox').first().fill(typed(rupees));
  await press(page, news('pay.look'));
  await page.getByRole('heading', { name: news('pay.check', { amount: money(`${rupees}.00`) }) }).waitFor();
  await phone.look('pay-look');
  await press(page, news('pay.make'));
  await title(page, news('pay.codeTitle', { amount: money(`${rupees}.00`) }));
  await page.getByRole('img').first().waitFor();
  await sees(page, member('line.live'));
}

async function requestOf(house: KeptHouse, memberNumber: string) {
  const { items } = await house.asManager<{
    items: { id: string; reference: string; memberNumber: string; status: string }[];
  }>('/api/payment-requests');
  const request = items.find((one) => one.memberNumber === memberNumber);
  if (request === undefined) throw new Error(`${memberNumber} has asked for nothing.`);
  return request;
}

async function importStatement(house: KeptHouse): Promise<void> {
  const { staff, news } = house.words;
  const { reference } = await requestOf(house, house.saver(0).memberNumber);
  const desk = await house.staff('accountant');
  const { page } = desk;
  await desk.open('/staff/payments/requests');
  await desk.look('payment-requests');
  await desk.open('/staff/payments/statements');
  await press(page, staff('bank.import'));
  const chooser = page.waitForEvent('filechooser');
  await press(dialogOf(page), staff('file.choose'));
  const day = house.today.split('-').reverse().join('/');
  const csv = [
    'Date,Description,Reference,Debit,Credit',
    `${day},UPI/CR/${UTR}/${reference},${UTR},,500.00`,
    `${day},UPI/CR/${OTHER_UTR}/SOMEBODY,${OTHER_UTR},,300.00`,
  ].join('\n');
  await (await chooser).setFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const act = dialogOf(page).getByRole('button', { name: staff('bank.importNow', { count: 2 }) });
  await act.waitFor();
  await desk.look('statement-seen');
  await act.click();
  await page.getByRole('link', { name: 'bank.csv' }).click();
  await sees(page, staff('bank.status.received'));
  await desk.look('statement');

  const phone = await house.member(0);
  await sees(phone.page, news('pay.receipted'));
  await phone.look('pay-receipted');
  await phone.page.getByRole('link', { name: /BR\// }).click();
  await sees(phone.page, UTR);
  await phone.look('pay-receipt');
}

async function numberOfAnother(house: KeptHouse): Promise<void> {
  const { news, typed } = house.words;
  const phone = await house.member(1);
  const { page } = phone;
  await askFor(house, phone, '300');
  await press(page, news('pay.paid'));
  await fill(page, news('pay.number'), typed(UTR));
  phone.expectRefusal(409, '/claim');
  await press(page, news('pay.send'));
  await page.getByRole('alert').first().waitFor();
  await phone.look('pay-number-taken');
}

async function giveByTwo(house: KeptHouse): Promise<void> {
  const { staff, money } = house.words;
  const { memberNumber } = house.saver(1);
  const desk = await house.staff('accountant');
  const { page } = desk;
  await desk.open('/staff/payments/desk');
  await sees(page, OTHER_UTR);
  await desk.look('payment-desk');
  await press(page, staff('bank.allot'));
  const dialog = dialogOf(page);
  // Her request is of this very amount, so she is suggested.
  await dialog.getByText(memberNumber).first().waitFor();
  await press(dialog, staff('bank.choose'));
  await dialog.getByRole('table').first().waitFor();
  await fill(dialog, staff('bank.allotWhy'), house.words.language === 'hi' ? 'उनके ऐप में देखा' : 'Seen in her app');
  await press(dialog, staff('act.preview'));
  await press(dialog, staff('bank.ask'));
  await dialog.getByRole('link').first().waitFor();
  await desk.look('payment-desk-asked');
  await house.agree('manager', [money('300.00')], 'payment-desk-agreed');
  await desk.open('/staff/payments/desk');
  await title(page, staff('bank.deskNone'));
}

async function hearGateway(house: KeptHouse): Promise<void> {
  const { staff, news, money } = house.words;
  const desk = await house.staff('admin');
  const { page } = desk;
  await desk.open('/staff/payments/gateway');
  await press(page, staff('gateway.set'));
  await fill(page, staff('gateway.name'), 'Hill Bank');
  await fill(page, staff('gateway.secret'), SECRET);
  await desk.look('gateway-form');
  await press(page, staff('rule.show'));
  await press(page, staff('rule.ask'));
  await page.getByRole('link', { name: staff('rule.openRequest') }).waitFor();
  await house.agree('manager', ['Hill Bank'], 'gateway-agreed');

  const phone = await house.member(2);
  await askFor(house, phone, '200');
  const { reference } = await requestOf(house, house.saver(2).memberNumber);
  await tell(phone.origin, { number: TOLD_UTR, reference, amount: '200.00' });
  await sees(phone.page, news('pay.receipted'));
  await phone.look('pay-receipted-by-gateway');
  await phone.page.getByRole('link', { name: /BR\// }).click();
  await sees(phone.page, TOLD_UTR);
  await sees(phone.page, money('200.00'));
  await phone.look('receipt-of-nobody');
  await desk.open('/staff/payments/gateway');
  await title(page, staff('gateway.title', { name: 'Hill Bank' }));
  await sees(page, TOLD_UTR);
  await desk.look('gateway');
  await page.getByRole('link', { name: /BR\// }).first().click();
  await sees(page, TOLD_UTR);
  await desk.look('receipt-of-nobody-for-staff');
}

/** As the gateway does it, from outside. */
async function tell(origin: string, payment: Readonly<Record<string, string>>): Promise<void> {
  const paidAt = new Date().toISOString();
  const body = JSON.stringify({ id: 'evt_1', type: 'payment.received', currency: 'INR', paidAt, ...payment });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
  const answer = await fetch(`${origin}/api/payment-gateway/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'kafal-timestamp': timestamp, 'kafal-signature': signature },
    body,
  });
  if (answer.status !== 200) throw new Error(`The gateway was answered ${answer.status}: ${await answer.text()}`);
}
