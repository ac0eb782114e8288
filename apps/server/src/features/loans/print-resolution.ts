// The resolution on a loan: what was decided, by whom, and who abstained. It stays with the office.

import { invariant } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { documentPdf, type Printing } from '../paper/index.ts';
import { sayToCommittee } from './committee-paper-words.ts';
import { overridesOf } from './loan-eligibility.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { stepsOf } from './loan-steps.ts';
import { abstentionsOf } from './who-may-decide.ts';

interface Head {
  /** In the language of the paper. */
  readonly memberName: string;
  readonly product: string;
}

export async function resolutionPdf(
  platform: Platform,
  loan: LoanWithBalance,
  { memberName, product }: Head,
  printing: Printing,
): Promise<Uint8Array> {
  const reader = platform.database;
  const { sanctionedAmount, instalments, annualRate, sanctionedOn } = loan;
  invariant(
    sanctionedAmount !== null && instalments !== null && annualRate !== null && sanctionedOn !== null,
    'a sanction says all of it',
  );
  const steps = await stepsOf(reader, loan.id);
  const by = (act: string) => steps.findLast((step) => step.act === act);
  const abstained = await abstentionsOf(reader, loan.id);
  const overrides = await overridesOf(reader, loan.id);
  const resolution = loan.resolutionNumber ?? '';
  const language: Language = printing.language;
  const say = (word: Parameters<typeof sayToCommittee>[1], values?: Readonly<Record<string, string | number>>) =>
    sayToCommittee(language, word, values);
  return documentPdf(
    platform,
    (on) => ({
      title: say('resolutionTitle', { resolution, number: loan.number }),
      facts: [
        { label: say('resolutionNumber'), text: resolution },
        { label: say('decidedOn'), text: on.day(sanctionedOn) },
        { label: say('loanNumber'), text: loan.number },
      ],
      blocks: [
        {
          kind: 'text',
          text: say('resolved', {
            name: memberName,
            memberNumber: loan.memberNumber,
            product,
            amount: on.amount(sanctionedAmount),
            rate: annualRate,
            count: instalments,
            asked: on.amount(loan.askedAmount),
            askedCount: loan.askedInstalments,
            purpose: loan.purpose,
          }),
        },
        { kind: 'heading', text: say('whoDecided') },
        { kind: 'text', text: say('decidedName', { name: by('sanctioned')?.by ?? '', day: on.day(sanctionedOn) }) },
        {
          kind: 'text',
          text: say('recommendedName', { name: by('recommended')?.by ?? '', note: by('recommended')?.note ?? '' }),
        },
        { kind: 'heading', text: say('whoAbstained') },
        ...(abstained.length === 0
          ? [{ kind: 'text' as const, text: say('nobodyAbstained') }]
          : abstained.map(({ name, note }) => ({
              kind: 'text' as const,
              text: say('abstainedName', { name, reason: note ?? '' }),
            }))),
        ...(overrides.length === 0 ? [] : [{ kind: 'heading' as const, text: say('against') }]),
        ...overrides.map(({ by: name, note }) => ({
          kind: 'text' as const,
          text: say('againstLine', { by: name, note }),
        })),
      ],
      signatures: [say('chair'), say('secretary'), say('member')],
    }),
    printing,
  );
}
