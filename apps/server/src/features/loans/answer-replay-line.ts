import { daysBetween, formatMoney, type InstalmentState, type Money, replayLoan, sum } from '@kafal/core';
import { z } from 'zod';
import type { AnswerLine } from '../../platform/cli/answer-lines.ts';
import { readReplayCase } from './read-replay-line.ts';

/** What a loan owes after its events, every figure as text. */
export const answerReplayLine: AnswerLine = (question) => {
  const { terms, agreedOn, events, asOf } = readCase(question);
  const { instalments } = replayLoan(terms, agreedOn, events, asOf);
  return { instalments: instalments.map(row), totals: totalsOf(instalments) };
};

function readCase(question: unknown) {
  try {
    return readReplayCase(question);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new Error(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  }
}

function row(instalment: InstalmentState) {
  return {
    n: instalment.number,
    due: instalment.due,
    days: daysBetween(instalment.start, instalment.due),
    principal: formatMoney(instalment.principal),
    interest: formatMoney(instalment.interest),
    fees: formatMoney(instalment.fee),
    penalties: formatMoney(instalment.penalty),
    totalDue: formatMoney(instalment.totalDue),
    balance: formatMoney(instalment.balance),
    paid: formatMoney(instalment.paid),
    paidOn: instalment.paidOn,
    inAdvance: formatMoney(instalment.paidInAdvance),
    late: formatMoney(instalment.paidLate),
    outstanding: formatMoney(instalment.outstanding),
  };
}

function totalsOf(instalments: readonly InstalmentState[]) {
  const total = (part: (instalment: InstalmentState) => Money) => formatMoney(sum(instalments.map(part)));
  return {
    principal: total(({ principal }) => principal),
    interest: total(({ interest }) => interest),
    fees: total(({ fee }) => fee),
    penalties: total(({ penalty }) => penalty),
    totalDue: total(({ totalDue }) => totalDue),
    paid: total(({ paid }) => paid),
    inAdvance: total(({ paidInAdvance }) => paidInAdvance),
    late: total(({ paidLate }) => paidLate),
    outstanding: total(({ outstanding }) => outstanding),
  };
}
