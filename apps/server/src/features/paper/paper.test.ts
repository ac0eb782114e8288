import { Worker } from 'node:worker_threads';
import { calendarDate, money, parseMoney, ZERO } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { certificateSheet } from './certificate-paper.ts';
import { PAPER_TEXTS } from './paper-texts.ts';
import { openPress } from './press.ts';
import { type PrintedReceipt, receiptSheet } from './receipt-paper.ts';
import type { SocietyOnPaper } from './society-on-paper.ts';
import { statementSheet } from './statement-paper.ts';
import { taxCertificateSheet } from './tax-certificate-paper.ts';
import { termCertificateSheet } from './term-certificate-paper.ts';

const society: SocietyOnPaper = {
  name: 'Nehru Colony Thrift and Credit Society',
  nameLocal: 'नेहरू कॉलोनी थ्रिफ्ट एंड क्रेडिट सोसायटी',
  registrationNumber: 'UK/DDN/1987/221',
  address: 'Nehru Colony, Dehradun 248001',
  phone: '+91 135 2700000',
  email: null,
  website: null,
  logo: null,
  currency: 'INR',
  calendar: 'AD',
  timeZone: 'Asia/Kolkata',
};
const receipt: PrintedReceipt = {
  direction: 'in',
  number: 'T1/2026-27/00042',
  issuedOn: calendarDate('2026-11-30'),
  memberNumber: 'M-2026-0042',
  memberName: 'Sunita Devi Rawat',
  memberNameLocal: 'सुनीता देवी रावत',
  lines: [{ labelEn: 'Share money', labelHi: 'अंश राशि', amount: parseMoney('123456.50') }],
  total: parseMoney('123456.50'),
  mode: 'cash',
  reference: null,
  referenceOn: null,
  drawnOn: null,
  cashGiven: parseMoney('124000.00'),
  change: parseMoney('543.50'),
  tillCode: 'T1',
  issuedBy: 'Kavita Bisht',
  reversedByNumber: null,
  print: 1,
};
const certificate = {
  certificateNumber: 'SC-2026-0042',
  folio: 'F-0042',
  allottedOn: calendarDate('2026-11-30'),
  memberName: 'Sunita *Devi* Rawat',
  memberNameLocal: null,
  gender: 'female',
  parentOrSpouseName: 'Mohan Rawat',
  memberNumber: 'M-2026-0042',
  address: 'Nehru Colony, Dehradun',
  shares: 20,
  faceValue: parseMoney('100.00'),
  amount: parseMoney('2000.00'),
  distinctiveFrom: 1001,
  distinctiveTo: 1020,
  resolutionNumber: null,
} as const;
const printing = {
  language: 'en',
  size: 'a5',
  printedBy: 'Kavita Bisht',
  printedByUserId: 1,
  printedAt: Date.UTC(2026, 10, 30, 10, 2),
} as const;

describe('what stands on a receipt', () => {
  test('letterhead, number, member, amounts grouped by lakh, words in both languages, and the time of the society', () => {
    expect(receiptSheet(society, receipt, printing)).toMatchObject({
      title: 'Receipt',
      letterhead: {
        name: 'Nehru Colony Thrift and Credit Society',
        nameBeneath: 'नेहरू कॉलोनी थ्रिफ्ट एंड क्रेडिट सोसायटी',
        lines: ['Reg. no. UK/DDN/1987/221 · Nehru Colony, Dehradun 248001', '+91 135 2700000'],
      },
      duplicateMark: null,
      reversedMark: null,
      number: { label: 'No.', text: 'T1/2026-27/00042' },
      date: { text: '30-11-2026' },
      person: {
        label: 'Received with thanks from',
        text: 'Sunita Devi Rawat · सुनीता देवी रावत',
        detail: 'Member no. M-2026-0042',
      },
      rows: [{ label: 'Share money', amount: '1,23,456.50' }],
      total: { label: 'Total', text: '₹1,23,456.50' },
      words: {
        texts: [
          'Rupees One Lakh Twenty-Three Thousand Four Hundred Fifty-Six and Fifty Paise Only',
          'रुपये एक लाख तेईस हज़ार चार सौ छप्पन और पचास पैसे मात्र',
        ],
      },
      payment: [
        { label: 'Mode', text: 'Cash' },
        { label: 'Cash given', text: '₹1,24,000.00' },
        { label: 'Change returned', text: '₹543.50' },
        { label: 'Till', text: 'T1' },
      ],
      qr: 'T1/2026-27/00042',
      foot: 'Printed 30-11-2026 15:32 by Kavita Bisht',
    });
  });

  test('a second print is a duplicate, and a reversed receipt says by what', () => {
    const sheet = receiptSheet(society, { ...receipt, print: 2, reversedByNumber: 'T1/2026-27/00050' }, printing);
    expect(sheet).toMatchObject({ duplicateMark: 'DUPLICATE – print 2', reversedMark: 'REVERSED by T1/2026-27/00050' });
    const hindi = receiptSheet(society, { ...receipt, print: 3 }, { ...printing, language: 'hi' });
    expect(hindi).toMatchObject({ title: 'रसीद', duplicateMark: 'प्रतिलिपि – छपाई 3', total: { label: 'कुल' } });
    expect(hindi.letterhead.name).toBe('नेहरू कॉलोनी थ्रिफ्ट एंड क्रेडिट सोसायटी');
    expect(hindi.rows).toEqual([{ label: 'अंश राशि', amount: '1,23,456.50' }]);
  });

  test('a payment by cheque is a voucher with the number of the cheque', () => {
    const sheet = receiptSheet(
      society,
      {
        ...receipt,
        direction: 'out',
        mode: 'cheque',
        reference: '000123',
        drawnOn: 'State Bank',
        cashGiven: null,
        change: null,
      },
      printing,
    );
    expect(sheet).toMatchObject({ title: 'Payment voucher', person: { label: 'Paid to' } });
    expect(sheet.payment).toEqual([
      { label: 'Mode', text: 'Cheque' },
      { label: 'Cheque no.', text: '000123' },
      { label: 'Drawn on', text: 'State Bank' },
      { label: 'Till', text: 'T1' },
    ]);
  });

  test('in Nepal the day stands in both calendars, and rupees are written Rs.', () => {
    const nepal: SocietyOnPaper = { ...society, currency: 'NPR', calendar: 'BS', timeZone: 'Asia/Kathmandu' };
    expect(receiptSheet(nepal, receipt, printing)).toMatchObject({
      date: { text: '30-11-2026 (2083-08-14 BS)' },
      total: { text: 'Rs. 1,23,456.50' },
      foot: 'Printed 30-11-2026 15:47 by Kavita Bisht',
    });
  });

  test('another currency is spelt once, and grouped by thousands', () => {
    const sheet = receiptSheet({ ...society, currency: 'KES' }, receipt, printing);
    expect(sheet.words.texts).toEqual(['KES One Hundred Twenty-Three Thousand Four Hundred Fifty-Six and 50/100 Only']);
    expect(sheet.rows[0]?.amount).toBe('123,456.50');
  });
});

test('a statement adds up: opening 1,000 + 500 - 300 = closing 1,200', () => {
  const sheet = statementSheet(
    society,
    {
      accountNumber: 'SB000042',
      product: 'Savings account',
      openedOn: calendarDate('2024-04-01'),
      memberName: 'Sunita Devi Rawat',
      memberNumber: 'M-2026-0042',
      address: 'Nehru Colony',
      from: calendarDate('2026-12-01'),
      to: calendarDate('2026-12-31'),
      opening: parseMoney('1000.00'),
      closing: parseMoney('1200.00'),
      rows: [
        {
          ...{ postedOn: calendarDate('2026-12-01'), narration: 'Cash deposit', voucher: 'T1/2026-27/00001' },
          ...{ withdrawal: null, deposit: parseMoney('500.00'), balance: parseMoney('1500.00') },
        },
        {
          ...{ postedOn: calendarDate('2026-12-02'), narration: 'Cash withdrawal', voucher: 'T1/2026-27/00002' },
          ...{ withdrawal: parseMoney('300.00'), deposit: null, balance: parseMoney('1200.00') },
        },
      ],
    },
    printing,
  );
  expect(sheet).toMatchObject({
    title: 'Statement of account SB000042',
    period: 'From 01-12-2026 to 31-12-2026',
    opening: { label: 'Opening balance on 30-11-2026', balance: '1,000.00' },
    totals: { withdrawal: '300.00', deposit: '500.00' },
    closing: { label: 'Closing balance on 31-12-2026', balance: '1,200.00' },
    pageOfPages: 'Page {page} of {pages}',
  });
});

test('a certificate names holder, shares, distinctive numbers and resolution', () => {
  const sheet = certificateSheet(society, certificate, printing);
  expect(sheet.sentence).toBe(
    'This is to certify that *Sunita Devi Rawat*, daughter or wife of *Mohan Rawat*, of Nehru Colony, Dehradun, ' +
      'member no. *M-2026-0042*, is the registered holder of *20* fully paid-up shares of *₹100.00* each in this ' +
      'society, subject to its Act, rules and by-laws.',
  );
  expect(sheet.table.map(({ text }) => text)).toEqual(['20', '₹100.00', '₹2,000.00', '1001 – 1020', '–']);
});

test('the certificate of tax says what was withheld of what, by account and by quarter, and in words', () => {
  const sheet = taxCertificateSheet(
    society,
    {
      financialYear: '2026-27',
      from: calendarDate('2026-04-01'),
      until: calendarDate('2026-11-30'),
      memberName: 'Sunita Devi Rawat',
      memberNumber: 'M000002',
      address: 'Village Chamba, Tehri',
      panMasked: 'XXXXXX234F',
      accounts: [{ number: 'FD000042', interest: money(2_682_418), tax: money(268_242), accrued: ZERO }],
      interest: money(2_682_418),
      tax: money(268_242),
      quarters: [
        { from: calendarDate('2026-04-01'), to: calendarDate('2026-06-30'), tax: ZERO },
        { from: calendarDate('2026-10-01'), to: calendarDate('2026-12-31'), tax: money(268_242) },
      ],
    },
    printing,
  );
  expect(sheet.sentence).toBe(
    'This is to certify that of the interest of *₹26,824.18* that the society gave *Sunita Devi Rawat*, of Village Chamba, ' +
      'Tehri, member no. *M000002*, on deposits from 01-04-2026 to 30-11-2026, *₹2,682.42* was withheld as tax. By account: ' +
      '*FD000042* ₹2,682.42 of ₹26,824.18.',
  );
  expect(sheet.table).toEqual([
    { label: 'From 01-04-2026 to 30-06-2026', text: '₹0.00' },
    { label: 'From 01-10-2026 to 31-12-2026', text: '₹2,682.42' },
    { label: 'Tax withheld', text: '₹2,682.42' },
  ]);
  expect(sheet.words[0]?.texts[0]).toContain('Two Thousand Six Hundred Eighty-Two');
});

test('the certificate of a deposit says amount and value in words, the nominee, and what is held', () => {
  const deposit = {
    number: 'FD000042',
    kind: 'fixed',
    product: 'Fixed deposit',
    memberName: 'Sunita *Devi* Rawat',
    memberNumber: 'M-2026-0042',
    address: 'Nehru Colony, Dehradun',
    amount: parseMoney('100000.00'),
    months: 36,
    days: null,
    annualRate: '8',
    openedOn: calendarDate('2026-11-30'),
    maturesOn: calendarDate('2029-11-30'),
    maturityValue: parseMoney('126824.00'),
    rule: 'Interest is added to the deposit quarterly.',
    nominees: [{ name: 'Mohan Rawat', relation: 'husband', percent: '100' }],
    hold: parseMoney('50000.00'),
  } as const;
  const sheet = termCertificateSheet(society, deposit, printing);
  expect(sheet.sentence).toBe(
    'This is to certify that *Sunita Devi Rawat*, of Nehru Colony, Dehradun, member no. *M-2026-0042*, has deposited ' +
      '*₹1,00,000.00* with this society as *Fixed deposit* for *36 months* at *8 %* a year. On *30-11-2029* the society ' +
      'pays *₹1,26,824.00* against this certificate. Interest is added to the deposit quarterly. Nominee: *Mohan Rawat* ' +
      '(husband). *Held as security: ₹50,000.00.*',
  );
  expect(sheet.words.map(({ texts }) => texts[0])).toEqual([
    'Rupees One Lakh Only',
    'Rupees One Lakh Twenty-Six Thousand Eight Hundred Twenty-Four Only',
  ]);
  const instalments = {
    ...deposit,
    kind: 'recurring',
    amount: parseMoney('1000.00'),
    hold: ZERO,
    nominees: [],
  } as const;
  const recurring = termCertificateSheet(society, instalments, printing);
  expect(recurring.sentence).toContain('pays *₹1,000.00* a month into this society');
  expect(recurring.sentence).toMatch(/Nominee: none\.$/);
});

test('every word on paper is there in both languages, with the same places to fill', () => {
  const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
  expect(Object.keys(PAPER_TEXTS.hi)).toEqual(Object.keys(PAPER_TEXTS.en));
  for (const [name, text] of Object.entries(PAPER_TEXTS.en)) {
    expect(slots(PAPER_TEXTS.hi[name as keyof typeof PAPER_TEXTS.hi])).toEqual(slots(text));
  }
});

describe('the drawing thread', () => {
  test('a sheet that cannot be drawn fails alone, and a thread that dies is replaced', async () => {
    const press = openPress();
    const sheet = receiptSheet(society, receipt, printing);
    const broken = { ...sheet, rows: null } as never;
    const [first, second] = await Promise.allSettled([press.print(broken, 1), press.print(sheet, 1)]);
    expect(first.status).toBe('rejected');
    expect(second.status).toBe('fulfilled');
    await press.rest();
    expect((await press.print(sheet, 1)).subarray(0, 5)).toEqual(new TextEncoder().encode('%PDF-'));
    await press.rest();
  });

  test('when a thread ends, whoever waits is told, and the next sheet starts a new one', async () => {
    let started = 0;
    const press = openPress(() => {
      started += 1;
      return new Worker('process.exit(1)', { eval: true });
    });
    const sheet = receiptSheet(society, receipt, printing);
    await expect(press.print(sheet, 1)).rejects.toThrow('The drawing thread ended.');
    await expect(press.print(sheet, 1)).rejects.toThrow('The drawing thread ended.');
    expect(started).toBe(2);
  });

  test('a picture that is none does not keep a member from a receipt', async () => {
    const press = openPress();
    const sheet = receiptSheet({ ...society, logo: new Uint8Array([1, 2, 3]) }, receipt, printing);
    expect((await press.print(sheet, 1)).byteLength).toBeGreaterThan(1000);
    await press.rest();
  });

  test('no more than 200 sheets wait', async () => {
    const press = openPress(() => new Worker('setInterval(() => {}, 1000)', { eval: true }));
    const sheet = receiptSheet(society, receipt, printing);
    const waiting = Array.from({ length: 200 }, (_, userId) => press.print(sheet, userId).catch(() => undefined));
    await expect(press.print(sheet, 201)).rejects.toMatchObject({ code: 'PAPER_BUSY', kind: 'unavailable' });
    await press.rest();
    await Promise.all(waiting);
  });

  test('ten sheets of one person wait, and another person is still served', async () => {
    const press = openPress(() => new Worker('setInterval(() => {}, 1000)', { eval: true }));
    const sheet = receiptSheet(society, receipt, printing);
    const waiting = Array.from({ length: 10 }, () => press.print(sheet, 7).catch(() => undefined));
    await expect(press.print(sheet, 7)).rejects.toMatchObject({ code: 'PAPER_OWN_WAITING', kind: 'too_many' });
    waiting.push(press.print(sheet, 8).catch(() => undefined));
    await press.rest();
    await Promise.all(waiting);
  });

  test('a receipt is drawn before the statements that wait', async () => {
    const answers = "require('node:worker_threads').parentPort";
    const press = openPress(
      () =>
        new Worker(`${answers}.on('message', ({ id }) => ${answers}.postMessage({ id, pdf: new Uint8Array(1) }))`, {
          eval: true,
        }),
    );
    const drawn: string[] = [];
    const print = (name: string, sheet: Parameters<typeof press.print>[0]) =>
      press.print(sheet, 1).then(() => drawn.push(name));
    const slip = receiptSheet(society, receipt, printing);
    const long = certificateSheet(society, certificate, printing);
    await Promise.all([print('first', long), print('second', long), print('third', long), print('receipt', slip)]);
    expect(drawn).toEqual(['first', 'receipt', 'second', 'third']);
    await press.rest();
  });
});

describe('the share certificate', () => {
  let counter: TestCounter;
  let sunita: AdmittedMember;
  let allotment: { id: string; certificateNumber: string; entryId: string };
  beforeEach(async () => {
    counter = await openTestCounter();
    await counter.openTill();
    sunita = await counter.admitActive('Sunita Devi Rawat');
    const answer = await counter.post(`/api/members/${sunita.id}/share-allotments`, {}, counter.manager);
    allotment = answer.json().allotment;
  });
  afterEach(() => counter.close());

  test('is printed for its holder and for staff, in both languages, and each print is written down', async () => {
    for (const [by, query] of [
      [sunita.signedIn, ''],
      [counter.manager, '?language=hi'],
    ] as const) {
      const answer = await counter.get(`/api/share-certificates/${allotment.id}/pdf${query}`, by);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-disposition']).toBe(`inline; filename="${allotment.certificateNumber}.pdf"`);
      expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    }
    const trail = await counter.platform.database
      .selectFrom('audit')
      .select('id')
      .where('action', '=', 'share.certificate-printed')
      .execute();
    expect(trail).toHaveLength(2);
  });

  test('is not there for another member, and void once its allotment was taken back', async () => {
    const url = `/api/share-certificates/${allotment.id}/pdf`;
    const mohan = await counter.admit('Mohan Rawat');
    expect((await counter.get(url, mohan.signedIn)).json()).toMatchObject({ status: 404, code: 'CERTIFICATE_UNKNOWN' });

    const reversal = { reason: 'Allotted to the wrong member' };
    await counter.post(`/api/journal-entries/${allotment.entryId}/reversal`, reversal, counter.manager);
    expect((await counter.get(url)).json()).toMatchObject({ status: 409, code: 'CERTIFICATE_VOID' });
  });
});
