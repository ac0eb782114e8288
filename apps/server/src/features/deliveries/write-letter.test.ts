import { expect, test } from 'vitest';
import { PAYLOADS } from '../../../../../tests/journeys/script-texts/payloads.ts';
import { type LetterFacts, writeLetter } from './write-letter.ts';

const facts: LetterFacts = {
  event: 'receipt.issued',
  language: 'en',
  person: 'Asha Rawat',
  title: 'Received ₹500.00',
  text: 'Receipt RC/2026-27/00012.',
  happened: '30 Nov 2026, 10:05',
  society: { name: 'Kafal Thrift Society', lines: ['Main Bazaar, Lohaghat'] },
};
const tags = (html: string) => html.match(/<[^>]*>/g) ?? [];

test('a letter says what happened, in plain text and in HTML, and the subject no amount', () => {
  const { subject, text, html } = writeLetter(facts);
  expect(subject).toBe('Kafal Thrift Society: Money in your accounts');
  expect(text).toMatch(
    /^Namaste Asha Rawat,\n\nReceived ₹500\.00\nReceipt RC\/2026-27\/00012\.\n\n30 Nov 2026, 10:05\n\n/,
  );
  expect(html).toContain('<h1 style="margin:0 0 8px;font-size:22px;line-height:1.3">Received ₹500.00</h1>');
  expect(html).not.toMatch(/<(a|img|script|link|iframe)\b|https?:/);
});

test('the title of a notice is its subject; what must come says so', () => {
  expect(writeLetter({ ...facts, event: 'notice.published', title: 'Water supply' }).subject).toBe(
    'Kafal Thrift Society: Water supply',
  );
  expect(writeLetter({ ...facts, event: 'password.changed' }).text).toMatch(/it cannot be turned off/);
  expect(writeLetter({ ...facts, language: 'ne' }).text).toMatch(/^नमस्ते Asha Rawat,/);
});

test('60 texts that would run are text: no letter has more markup for them', () => {
  const plain = writeLetter({ ...facts, event: 'notice.published' });
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(60);
  for (const payload of PAYLOADS) {
    const letter = writeLetter({
      ...facts,
      event: 'notice.published',
      person: payload,
      title: payload,
      text: payload,
      society: { name: payload, lines: [payload] },
    });
    expect(tags(letter.html), payload).toEqual(tags(plain.html));
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.text).toContain(payload);
  }
});
