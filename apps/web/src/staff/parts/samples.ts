import type { ActPreview, Explanation, Receipt } from '../answers.ts';
import type { PartWord } from './messages.ts';

// Invented content for the page of parts.

type Words = (word: PartWord) => string;

export interface SampleRow {
  id: string;
  name: string;
  status: 'active' | 'dormant' | 'suspended';
  joinedOn: string;
  savings: string;
}

export const sampleRows: readonly SampleRow[] = [
  { id: '1', name: 'Sunita Rawat', status: 'active', joinedOn: '2024-01-11', savings: '107000.00' },
  { id: '2', name: 'Ram Bahadur Thapa', status: 'dormant', joinedOn: '2023-12-02', savings: '0.00' },
  { id: '3', name: 'Kamala Devi Semwal Nautiyal', status: 'suspended', joinedOn: '2026-02-06', savings: '8900.50' },
];

export const samplePreview = (t: Words): ActPreview => ({
  preview: true,
  narration: t('narration'),
  total: '1250.00',
  postedOn: '2026-11-30',
  postings: [
    {
      accountCode: '1102',
      accountName: t('drawer'),
      side: 'debit',
      amount: '1250.00',
      subLedger: null,
      subLedgerNumber: null,
    },
    {
      accountCode: '2101',
      accountName: t('savings'),
      side: 'credit',
      amount: '1250.00',
      subLedger: null,
      subLedgerNumber: null,
    },
  ],
  balances: [
    { label: t('balance'), before: '12480.50', after: '13730.50' },
    { label: t('drawer'), before: '48250.00', after: '49500.00' },
  ],
  interest: [
    {
      accountNumber: 'SB000007',
      from: '2027-01-01',
      to: '2027-03-31',
      before: '120.50',
      after: '132.75',
      difference: '12.25',
      taxDifference: '0.00',
    },
  ],
  corrections: [],
  needsApproval: true,
  warnings: [{ code: 'SAMPLE', detail: t('warning') }],
});

export const sampleReceipt = (t: Words): Receipt => ({
  id: '1',
  number: 'T1/2026-27/00042',
  entryId: '1',
  direction: 'in',
  memberId: '7',
  memberNumber: 'M-2026-0007',
  memberName: 'Sunita Rawat',
  mode: 'cash',
  reference: null,
  total: '1250.00',
  currency: 'INR',
  issuedBy: 'Kiran Bisht',
  issuedOn: '2026-11-30',
  issuedAt: '2026-11-30T05:12:00.000Z',
  tillCode: 'T1',
  prints: 0,
  reversedByEntryId: null,
  totalInWords: { en: 'Rupees one thousand two hundred and fifty only', hi: 'एक हज़ार दो सौ पचास रुपये मात्र' },
  cashGiven: '1300.00',
  change: '50.00',
  lines: [
    { kind: 'savings', label: t('savings'), amount: '1200.00' },
    { kind: 'fee', label: t('welfare'), amount: '50.00' },
  ],
});

export const sampleExplanation = (t: Words): Explanation => ({
  figure: t('balance'),
  value: '13730.50',
  lines: [
    { label: t('opening'), value: '12480.50', entryId: null, on: '2026-04-01' },
    { label: t('deposit'), value: '1250.00', entryId: null, on: '2026-11-30' },
  ],
  rule: t('explanationRule'),
});
