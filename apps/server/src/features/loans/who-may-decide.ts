// Nobody decides on a loan they have a part in: their own, one they answer for, one of their family, one they
// recommended, or one they said they abstain from.

import { formatMoney } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { mergeMessages } from '../../platform/http/sentences.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { readSettings } from '../society/index.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { loansMessages } from './messages.ts';
import { relativesOf } from './named-relatives.ts';
import { sanctionLevelsOn } from './sanction-levels.ts';

type Deciding = Pick<LoanWithBalance, 'id' | 'memberId' | 'recommendedByUserId'>;

/** A member of the staff or the committee is a member too: one's own loan, and a loan one answers for, are another's to decide. */
export async function refuseOwn(
  reader: Reader,
  { userId }: Pick<Actor, 'userId'>,
  loan: Pick<Deciding, 'id' | 'memberId'>,
): Promise<void> {
  const own = await memberBehind(reader, userId);
  if (own === null) return;
  if (own === loan.memberId) throw new Refusal('forbidden', 'LOAN_OWN');
  if ((await guarantorsOf(reader, loan.id)).includes(own)) throw new Refusal('forbidden', 'LOAN_OWN_SURETY');
}

/** Beside one's own: one of whoever belongs to the family, and one that was abstained from. */
export async function refuseInterested(reader: Reader, actor: Pick<Actor, 'userId'>, loan: Deciding): Promise<void> {
  await refuseOwn(reader, actor, loan);
  const own = await memberBehind(reader, actor.userId);
  if (own !== null) {
    const concerned = [loan.memberId, ...(await guarantorsOf(reader, loan.id))].map(String);
    const relative = (await relativesOf(reader, own)).find(({ memberId }) => concerned.includes(memberId));
    if (relative !== undefined) {
      const { memberName: name } = relative;
      const code = relative.memberId === String(loan.memberId) ? 'LOAN_OF_RELATIVE' : 'LOAN_SURETY_OF_RELATIVE';
      throw new Refusal('forbidden', code, { name });
    }
  }
  const abstained = (await abstentionsOf(reader, loan.id)).some(({ userId }) => userId === actor.userId);
  if (abstained) throw new Refusal('forbidden', 'LOAN_ABSTAINED');
}

export function refuseOwnRecommendation({ userId }: Pick<Actor, 'userId'>, { recommendedByUserId }: Deciding): void {
  if (recommendedByUserId === userId) throw new Refusal('forbidden', 'LOAN_RECOMMENDED_BY_YOU');
}

/** Who said that they do not decide on it, in the order they said so. */
export function abstentionsOf(reader: Reader, loanId: number) {
  return reader
    .selectFrom('loan_step as s')
    .innerJoin('user as u', 'u.id', 's.userId')
    .select(['s.userId', 's.note', 'u.name'])
    .where('s.loanId', '=', loanId)
    .where('s.act', '=', 'abstained')
    .orderBy('s.id')
    .execute();
}

/** For whoever may decide on loans at all: why not on this one, and the most that their level sanctions. */
export async function mayDecide(platform: Platform, actor: Actor, loan: Deciding) {
  const reader = platform.database;
  if (actor.kind !== 'staff' || !actor.permissions.has('loan.decide')) {
    return { mayNotDecideBecause: null, sanctionsUpTo: null };
  }
  const levels = await sanctionLevelsOn(reader, await currentBusinessDay(platform));
  const own = levels.find(({ roleCode }) => roleCode === actor.roleCode);
  const refusal =
    levels.length > 0 && own === undefined
      ? new Refusal('forbidden', 'LOAN_ROLE_WITHOUT_LEVEL')
      : await refusalOf(async () => {
          await refuseInterested(reader, actor, loan);
          refuseOwnRecommendation(actor, loan);
        });
  const upTo = own?.upTo ?? null;
  return {
    mayNotDecideBecause: refusal === undefined ? null : await inWords(platform, actor, refusal),
    sanctionsUpTo: upTo === null ? null : formatMoney(upTo),
  };
}

async function refusalOf(check: () => Promise<void>): Promise<Refusal | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

async function inWords(platform: Platform, { language }: Actor, { code, params }: Refusal): Promise<string> {
  const currency = (await readSettings(platform))['money.currency'];
  return mergeMessages([loansMessages]).say(language, code, params, currency) ?? code;
}

async function memberBehind(reader: Reader, userId: number): Promise<number | null> {
  const user = await reader.selectFrom('user').select('memberId').where('id', '=', userId).executeTakeFirst();
  return user?.memberId ?? null;
}

async function guarantorsOf(reader: Reader, loanId: number): Promise<number[]> {
  const rows = await reader.selectFrom('loan_guarantor').select('memberId').where('loanId', '=', loanId).execute();
  return rows.map(({ memberId }) => memberId);
}
