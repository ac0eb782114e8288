// What the demo's society told over its years: meetings, holidays, rates, words to borrowers and to the staff; one that must be
// read now, one that waits for its day, one that is still being written.

import { addDays, type CalendarDate } from '@kafal/core';
import type { Desk } from './demo-desk.ts';
import type { DemoStaff } from './seed-demo.ts';

interface Words {
  readonly title: string;
  readonly text: string;
}

interface Planned {
  /** Days before the day at which the demo stands. */
  readonly before: number;
  readonly kind: 'general' | 'important' | 'urgent' | 'event';
  readonly priority: 'low' | 'medium' | 'high';
  readonly audience: string;
  readonly en?: Words;
  readonly hi?: Words;
  readonly ne?: Words;
  /** Days from the one it is written on. */
  readonly shownFor?: number;
  readonly waitsFor?: number;
  readonly isPinned?: true;
  readonly hasPaper?: true;
  readonly becomes?: 'archived' | 'draft';
}

const PLAN: readonly Planned[] = [
  {
    ...{ before: 1_060, kind: 'general', priority: 'low', audience: 'everyone', becomes: 'archived' },
    en: { title: 'We are open', text: 'The office is open from Monday to Saturday, 10 to 4.' },
    hi: { title: 'कार्यालय खुला है', text: 'कार्यालय सोमवार से शनिवार, 10 से 4 बजे तक खुला है।' },
  },
  {
    ...{ before: 900, kind: 'event', priority: 'medium', audience: 'members', shownFor: 21 },
    en: { title: 'First general meeting', text: 'In the school hall at 11.\n\nEvery member has one vote.' },
    hi: { title: 'पहली आम सभा', text: 'विद्यालय के सभागार में 11 बजे।\n\nहर सदस्य का एक मत है।' },
  },
  {
    ...{ before: 640, kind: 'important', priority: 'medium', audience: 'members', shownFor: 60 },
    en: {
      title: 'New rates for deposits',
      text: 'The rates of fixed and recurring deposits change from the first of the month.',
    },
    hi: { title: 'जमा की नई दरें', text: 'सावधि और आवर्ती जमा की दरें महीने की पहली तारीख़ से बदल रही हैं।' },
  },
  {
    ...{ before: 420, kind: 'urgent', priority: 'high', audience: 'everyone', shownFor: 3 },
    hi: { title: 'भारी वर्षा: आज खिड़की बंद', text: 'सड़क बंद होने के कारण आज लेन-देन नहीं होगा।' },
  },
  {
    ...{ before: 300, kind: 'general', priority: 'medium', audience: 'staff', shownFor: 400 },
    en: { title: 'Count your drawer in front of a witness', text: 'As the audit of the year has asked.' },
    hi: { title: 'गल्ला गवाह के सामने गिनें', text: 'जैसा वर्ष की लेखा परीक्षा ने कहा है।' },
  },
  {
    ...{ before: 200, kind: 'important', priority: 'medium', audience: 'borrowers-in-arrears', shownFor: 30 },
    en: {
      title: 'Please speak to us',
      text: 'If an instalment is hard to pay, come to the office before the next one falls due.',
    },
    hi: { title: 'कृपया बात करें', text: 'यदि किस्त चुकाना कठिन हो, तो अगली किस्त से पहले कार्यालय आएँ।' },
  },
  {
    ...{ before: 90, kind: 'general', priority: 'low', audience: 'depositors-maturing', shownFor: 45 },
    en: { title: 'Your deposit matures soon', text: 'Tell us in time whether it should be renewed.' },
    hi: { title: 'आपकी जमा परिपक्व होने वाली है', text: 'समय रहते बताएँ कि उसे आगे रखना है या नहीं।' },
  },
  {
    ...{ before: 30, kind: 'general', priority: 'low', audience: 'everyone' },
    en: { title: 'Keep your papers current', text: 'Whoever has moved brings a paper with the new address.' },
    hi: { title: 'अपने काग़ज़ नए रखें', text: 'जिनका पता बदला है वे नए पते का काग़ज़ लाएँ।' },
    ne: { title: 'आफ्ना कागजात अद्यावधिक राख्नुहोस्', text: 'ठेगाना बदलिएका सदस्यले नयाँ ठेगानाको कागज ल्याउनुहोस्।' },
  },
  {
    ...{
      before: 12,
      kind: 'event',
      priority: 'medium',
      audience: 'everyone',
      shownFor: 33,
      isPinned: true,
      hasPaper: true,
    },
    en: {
      title: 'Annual general meeting on 20 December',
      text: 'At 11 in the school hall.\n\nThe accounts of the year, the dividend and the election of two members of the committee. The agenda is the paper below.',
    },
    hi: {
      title: '20 दिसंबर को वार्षिक आम सभा',
      text: 'विद्यालय के सभागार में 11 बजे।\n\nवर्ष का लेखा, लाभांश और समिति के दो सदस्यों का चुनाव। कार्यसूची नीचे के काग़ज़ में है।',
    },
    ne: { title: '२० डिसेम्बरमा वार्षिक साधारण सभा', text: 'विद्यालयको हलमा बिहान ११ बजे।' },
  },
  {
    ...{ before: 2, kind: 'urgent', priority: 'high', audience: 'everyone', shownFor: 12 },
    en: {
      title: 'Never tell anybody your password or a code',
      text: 'Somebody calls members in the name of the society. We never ask for a password, a code or a payment by telephone.',
    },
    hi: {
      title: 'पासवर्ड या कोड किसी को न बताएँ',
      text: 'कोई समिति के नाम पर सदस्यों को फ़ोन कर रहा है। हम फ़ोन पर पासवर्ड, कोड या भुगतान कभी नहीं माँगते।',
    },
  },
  {
    ...{ before: 1, kind: 'general', priority: 'medium', audience: 'members', waitsFor: 20, shownFor: 30 },
    en: { title: 'Closed on the first of January', text: 'The counter opens again on the second.' },
    hi: { title: 'पहली जनवरी को अवकाश', text: 'खिड़की दो तारीख़ को फिर खुलेगी।' },
  },
  {
    ...{ before: 0, kind: 'important', priority: 'medium', audience: 'borrowers', becomes: 'draft' },
    hi: { title: 'किस्त बचत से अपने आप', text: 'जो चाहें वे किस्त बचत खाते से कटवाने की सहमति दे सकते हैं।' },
  },
];

export class DemoNotices {
  readonly #desk: Desk;
  readonly #staff: DemoStaff;
  readonly #ends: CalendarDate;
  #next = 0;

  constructor(desk: Desk, staff: DemoStaff, ends: CalendarDate) {
    this.#desk = desk;
    this.#staff = staff;
    this.#ends = ends;
  }

  async workOneDay(day: CalendarDate): Promise<void> {
    for (;;) {
      const planned = PLAN[this.#next];
      if (planned === undefined || addDays(this.#ends, -planned.before) > day) return;
      this.#next += 1;
      await this.#announce(planned, day);
    }
  }

  async #announce(planned: Planned, day: CalendarDate): Promise<void> {
    const desk = this.#desk;
    const { manager, cashier, accountant } = this.#staff;
    const { kind, priority, audience, shownFor, waitsFor, isPinned = false } = planned;
    const texts = (['en', 'hi', 'ne'] as const).flatMap((language) => {
      const words = planned[language];
      return words === undefined ? [] : [{ language, ...words }];
    });
    const { id } = await desk.ask<{ id: string }>(manager, 'POST', '/api/notices', {
      ...{ kind, priority, audience, texts, isPinned },
      ...(waitsFor === undefined ? {} : { publishOn: addDays(day, waitsFor), publishTime: '09:00' }),
      ...(shownFor === undefined ? {} : { expiresOn: addDays(day, shownFor) }),
    });
    if (planned.hasPaper === true) await desk.ask(manager, 'POST', `/api/notices/${id}/file`, agenda());
    if (planned.becomes === 'draft') return;
    await desk.ask(manager, 'POST', `/api/notices/${id}/publication`);
    if (waitsFor === undefined) {
      for (const reader of [cashier, accountant]) await desk.ask(reader, 'POST', `/api/notices/${id}/reading`);
    }
    if (planned.becomes === 'archived') await desk.ask(manager, 'DELETE', `/api/notices/${id}`);
  }
}

const AGENDA = [
  'Annual general meeting, 20 December',
  '',
  '1. Minutes of the last meeting',
  '2. Accounts of the year and the report of the auditor',
  '3. Dividend',
  '4. Election of two members of the committee',
  '5. Programme of the next year',
];

/** The agenda of the meeting as the secretary hands it in: one page, in letters that every viewer has. */
function agenda(): FormData {
  const lines = AGENDA.map((line) => `(${line}) Tj T*`).join(' ');
  const drawn = `BT /F1 14 Tf 24 TL 72 760 Td ${lines} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  const form = new FormData();
  form.append('file', new File([`${pdf}${table}${end}`], 'Agenda.pdf'));
  return form;
}
