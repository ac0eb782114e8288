// The agenda of the committee to carry into the meeting: a row for each application, with room for what is decided.

import type { CommitteeAgenda } from '@kafal/contract';
import { calendarDate, parseMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { documentPdf, type OnPaper, type PrintedDocument } from '../paper/index.ts';
import { committeeAgenda } from './committee-agenda.ts';
import { sayToCommittee } from './committee-paper-words.ts';

type Agenda = z.input<typeof CommitteeAgenda>;

export async function printAgenda(platform: Platform, actor: Actor, language: Language): Promise<Uint8Array> {
  const agenda = await committeeAgenda(platform, { ...actor, language });
  const pdf = await documentPdf(platform, (on) => agendaOnPaper(agenda, language, on), {
    language,
    printedBy: actor.name,
    printedByUserId: actor.userId,
    printedAt: platform.clock.now(),
  });
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'loan.paper-printed',
      subjectKind: 'loan',
      subjectId: 0,
      newValues: { paper: 'agenda', applications: agenda.items.length },
    }),
  );
  return pdf;
}

function agendaOnPaper(agenda: Agenda, language: Language, on: OnPaper): PrintedDocument {
  const say = (...[word, values]: Said) => sayToCommittee(language, word, values);
  const amount = (text: string) => on.amount(parseMoney(text));
  const lead =
    agenda.items.length === 0
      ? say('agendaNone')
      : say('agendaLead', { count: agenda.items.length, total: amount(agenda.total) });
  return {
    title: say('agendaTitle', { day: on.day(calendarDate(agenda.on)) }),
    facts: [],
    blocks: [
      { kind: 'text', text: lead },
      {
        kind: 'table',
        isRuled: true,
        columns: [
          { heading: say('application'), part: 17 },
          { heading: say('borrower'), part: 45 },
          { heading: say('asked', { currency: on.currency }), part: 15, isNumber: true },
          { heading: say('decision'), part: 23 },
        ],
        rows: agenda.items.map((item) => [
          item.number,
          borrowerLines(item, say, amount, on).join('\n'),
          on.figure(parseMoney(item.askedAmount)),
          // Room to write in.
          item.decidedBy.length === 0 ? '' : say('decidedBy', { who: item.decidedBy.join(', ') }),
        ]),
      },
    ],
    signatures: [say('chair'), say('secretary'), say('member')],
  };
}

type Said = [Parameters<typeof sayToCommittee>[1], Parameters<typeof sayToCommittee>[2]?];

function borrowerLines(
  item: Agenda['items'][number],
  say: (...said: Said) => string,
  amount: (text: string) => string,
  on: OnPaper,
): string[] {
  const broken = item.eligibility.filter(({ holds }) => !holds).length;
  return [
    `${item.memberName} (${item.memberNumber})`,
    say('askedLine', {
      product: item.productName,
      count: item.askedInstalments,
      rate: item.annualRate,
      day: on.day(calendarDate(item.appliedOn)),
      purpose: item.purpose,
    }),
    say('sharesLine', { shares: amount(item.shares), deposits: amount(item.deposits) }),
    ...(item.otherLoans.length === 0
      ? [say('noOtherLoan')]
      : item.otherLoans.map(({ number, outstanding, daysPastDue, classCode }) =>
          say('otherLoan', { number, owed: amount(outstanding), days: daysPastDue, class: say(classCode) }),
        )),
    say('overdueLine', { overdue: amount(item.overdue), thrift: amount(item.thriftArrears) }),
    ...(item.guarantors.length === 0
      ? []
      : [say('guarantorsLine', { names: item.guarantors.map(({ memberName }) => memberName).join(', ') })]),
    ...(broken === 0 ? [] : [say('againstRules', { count: broken })]),
    say('recommendedLine', { by: item.recommendedBy, note: item.recommendation }),
    ...item.abstained.map(({ by, reason }) => say('abstainedLine', { by, reason })),
  ];
}
