// A fixed or recurring deposit is opened by the rules and the rate card of its day, which hold for it from then on. The
// counter calls this inside the transaction in which the first money comes.

import { type CalendarDate, type MaturityAct, type Money, moneyInAllowed, termAccounts } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor, dayOfTheNextAct, openBalance } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { getMember, getMemberForUpdate, type Member } from '../members/index.ts';
import { nextNumber, type Settings } from '../society/index.ts';
import { categoriesOf } from './categories-of.ts';
import { type Holding, holdTogether } from './holders.ts';
import { type AgreedTerm, agreeOnTerm } from './quote-deposit.ts';
import { insertTermDeposit } from './term-deposits.ts';

/** Plain JSON: it is also what waits while a second person is asked. */
export interface TermOpening {
  readonly memberId: number;
  readonly productCode: string;
  /** The sum; of a recurring deposit, each instalment. */
  readonly amount: Money;
  readonly months: number | null;
  readonly days: number | null;
  /** The business day it is posted on where nothing is said. */
  readonly openedOn: CalendarDate | null;
  /** What the product says where nothing is said. */
  readonly atMaturity: MaturityAct | null;
  readonly holding?: Holding | undefined;
}

export interface AgreedOpening {
  readonly member: Member;
  readonly openedOn: CalendarDate;
  readonly agreed: AgreedTerm;
}

/** The rules of the day for this member, or the sentence that says why this cannot be. Nothing is written. */
export async function agreeOnOpening(
  trx: Trx,
  platform: Platform,
  settings: Settings,
  opening: TermOpening,
): Promise<AgreedOpening> {
  const member = await getMemberForUpdate(trx, platform, opening.memberId);
  return agreeFor(trx, settings, opening, member, await businessDayFor(trx, platform));
}

/** The same for whoever only looks: nothing is locked, and no day is moved. */
export async function agreeOnPreview(
  platform: Platform,
  settings: Settings,
  opening: TermOpening,
): Promise<AgreedOpening> {
  const member = await getMember(platform.database, opening.memberId);
  return agreeFor(platform.database, settings, opening, member, await dayOfTheNextAct(platform));
}

async function agreeFor(
  reader: Reader,
  settings: Settings,
  { productCode, amount, months, days, ...opening }: TermOpening,
  member: Member,
  businessDate: CalendarDate,
): Promise<AgreedOpening> {
  if (!moneyInAllowed(member.status)) throw new Refusal('rule', 'DEPOSIT_MEMBER_STATUS');
  const openedOn = opening.openedOn ?? businessDate;
  if (openedOn > businessDate) throw new Refusal('rule', 'TERM_OPENED_LATER', { day: businessDate }, 'openedOn');
  if (openedOn < member.joinedOn) {
    throw new Refusal('rule', 'TERM_BEFORE_MEMBER', { day: member.joinedOn, number: member.number }, 'openedOn');
  }
  const agreed = await agreeOnTerm(reader, settings, {
    productCode,
    amount,
    openedOn,
    ...(months === null ? {} : { months }),
    ...(days === null ? {} : { days }),
    categories: await categoriesOf(reader, member, openedOn),
  });
  return { member, openedOn, agreed };
}

export interface OpenedTerm {
  readonly id: number;
  readonly number: string;
  readonly accountCode: string;
}

export async function openTermDeposit(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  settings: Settings,
  opening: TermOpening,
  { member, openedOn, agreed }: AgreedOpening,
): Promise<OpenedTerm> {
  const { product, rate, maturesOn } = agreed;
  const number = await nextNumber(trx, platform, settings, { sequence: 'account', on: openedOn, prefix: product.code });
  const { insertId } = await trx
    .insertInto('deposit')
    .values({
      number,
      memberId: member.id,
      productCode: product.code,
      kind: product.kind,
      status: 'active',
      openedOn,
      activeOn: openedOn,
      closedOn: null,
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  const accountCode = termAccounts(product).deposit;
  await openBalance(trx, platform, { subLedger: 'deposit', subLedgerId: id, accountCode });
  const { amount, months, days, atMaturity, holding } = opening;
  if (holding !== undefined) await holdTogether(trx, platform, { id, memberId: member.id }, holding);
  await insertTermDeposit(trx, {
    depositId: id,
    agreed,
    amount,
    months,
    days,
    openedOn,
    atMaturity: atMaturity ?? product.atMaturity,
  });
  await recordAudit(trx, platform, actor, {
    action: 'deposit.opened',
    subjectKind: 'deposit',
    subjectId: id,
    newValues: {
      number,
      memberId: member.id,
      productCode: product.code,
      amount,
      annualRate: rate.annualRate,
      maturesOn,
      openedOn,
    },
  });
  return { id, number, accountCode };
}
