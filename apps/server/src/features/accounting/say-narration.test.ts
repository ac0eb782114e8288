import { expect, test } from 'vitest';
import { narrationInEnglish, narrationInHindi } from './say-narration.ts';

const names = new Map([
  ['Savings account', 'बचत खाता'],
  ['Admission fee', 'प्रवेश शुल्क'],
  ['Share money', 'अंश राशि'],
]);

test.each([
  [
    'receipt',
    'Received in cash from M-2026-0007: Admission fee, Share money, Savings account SB000007',
    'M-2026-0007 से नकद प्राप्त: प्रवेश शुल्क, अंश राशि, बचत खाता SB000007',
  ],
  [
    'receipt',
    'Received by UPI from M-1: Loan PL000004, penal charge, Loan PL000004 of M-2, as guarantor, principal, Share money',
    'M-1 से यूपीआई द्वारा प्राप्त: ऋण PL000004, दंड शुल्क, ऋण PL000004 (M-2), जमानतदार, मूलधन, अंश राशि',
  ],
  ['withdrawal', 'Paid by cheque to M-2026-0007 from SB000007', 'M-2026-0007 को खाता SB000007 से चेक द्वारा भुगतान'],
  ['transfer', 'Transfer from SB000007 to SB000009: Shop: rent', 'खाता SB000007 से खाता SB000009 में अंतरण: Shop: rent'],
  ['transfer', 'Transfer from SB000007 to dues of M-1', 'खाता SB000007 से M-1 की देय राशि में अंतरण'],
  ['transfer', 'Transfer from SB000007 to share money of M-1', 'खाता SB000007 से M-1 की अंश राशि में अंतरण'],
  ['allotment', 'Allotment of 1 share to Asha Devi, folio F0003', 'Asha Devi को 1 अंश आवंटित, फ़ोलियो F0003'],
  ['interest', 'Interest of MIS000012 on 2026-12-31', '31 दिस॰ 2026 को MIS000012 का ब्याज'],
  ['maturity', 'Maturity of FD000012, to FD000034 and SB000007', 'FD000012 की परिपक्वता, FD000034 और SB000007 में'],
  ['interest', 'Interest from 2026-10-01 to 2026-12-31', '1 अक्तू॰ 2026 से 31 दिस॰ 2026 तक का ब्याज'],
  ['till', 'Cash from the vault to till T1', 'तिजोरी से गल्ला T1 में नकद'],
  ['till', 'Cash short at the closing of till T1: counted twice', 'गल्ला T1 बंद करते समय नकद कम: counted twice'],
  ['till', 'Cash in excess at the closing of till T1', 'गल्ला T1 बंद करते समय नकद अधिक'],
  ['till', 'Cash from till T1 to the vault', 'गल्ला T1 से तिजोरी में नकद'],
  [
    'transfer',
    'Standing instruction: due of 2026-12-05 from SB000007 to RD000003',
    'स्थायी निर्देश: 5 दिस॰ 2026 को देय, SB000007 से RD000003 में',
  ],
  ['transfer', 'Loan PL000004 paid by guarantor M-2 from SB000009', 'ऋण PL000004 जमानतदार M-2 ने SB000009 से चुकाया'],
  [
    'bank',
    'Statement of account 1201 from 2026-12-01 to 2026-12-31, 1 credit',
    'खाते 1201 का विवरण, 1 दिस॰ 2026 से 31 दिस॰ 2026, 1 जमा',
  ],
  [
    'bank',
    'Credit of 2026-12-05 on account 1201, not identified: UPI/CR/633: A MEMBER',
    '5 दिस॰ 2026 को खाते 1201 में जमा, पहचान नहीं: UPI/CR/633: A MEMBER',
  ],
  ['bank', 'Credit of 2026-12-05 on account 1201, sent back: NEFT', '5 दिस॰ 2026 को खाते 1201 में जमा, लौटाया गया: NEFT'],
  [
    'bank',
    'Credit of 2026-12-05 on account 1201, received with T1/2026-27/00003: NEFT',
    '5 दिस॰ 2026 को खाते 1201 में जमा, रसीद T1/2026-27/00003 में प्राप्त: NEFT',
  ],
  ['reversal', 'Reversal of T1/2026-27/00003: typed twice', 'T1/2026-27/00003 की उलट प्रविष्टि: typed twice'],
])('%s: %s', (kind, narration, hindi) => {
  expect(narrationInHindi({ kind, narration }, names)).toBe(hindi);
});

test('the days of an interest are written as people write them; what a person typed stays', () => {
  const interest = { kind: 'interest', narration: 'Interest from 2026-10-01 to 2026-12-31' };
  expect(narrationInEnglish(interest)).toBe('Interest from 1 Oct 2026 to 31 Dec 2026');
  const bank = { kind: 'bank', narration: 'Credit of 2026-12-05 on account 1201, sent back: NEFT of 2026-12-04' };
  expect(narrationInEnglish(bank)).toBe('Credit of 5 Dec 2026 on account 1201, sent back: NEFT of 2026-12-04');
  const typed = { kind: 'voucher', narration: 'Bill of 2026-10-01' };
  expect(narrationInEnglish(typed)).toBe('Bill of 2026-10-01');
});

test('what a person typed stays as it was typed, also where it reads like a sentence of the program', () => {
  for (const narration of ['Printing of receipt books', 'Transfer from SB000007 to SB000009']) {
    expect(narrationInHindi({ kind: 'voucher', narration }, names)).toBe(narration);
  }
  const cut = { kind: 'receipt', narration: 'Received in cash from M-1: A fee nobody knows any more' };
  expect(narrationInHindi(cut, names)).toBe('M-1 से नकद प्राप्त: A fee nobody knows any more');
});
