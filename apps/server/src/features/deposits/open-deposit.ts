import { type CalendarDate, formatMoney, type Goal, type MemberStatus, moneyInAllowed } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { underKeyIfSent } from '../../platform/http/with-idempotency.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor, moveBusinessDayIfDue, openBalance } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { ApprovedMember, MemberOpening } from '../members/index.ts';
import { nextNumber, readSettings, type Settings } from '../society/index.ts';
import { type DepositProduct, productsOffered, productsOn } from './deposit-products.ts';
import { type Holding, holdTogether } from './holders.ts';

export interface NewGoal extends Goal {
  readonly purpose: string;
}

export interface OpenDeposit {
  readonly memberId: number;
  readonly productCode: string;
  readonly goal?: NewGoal | undefined;
  readonly holding?: Holding | undefined;
  /** A daily deposit lies on the route of an agent, who gets it from whoever opens it there. */
  readonly isOnRoute?: boolean;
}

export interface OpenedDeposit {
  readonly id: number;
  readonly number: string;
}

/** Opens an account without a term at the counter, or a member's own from their phone. The first money comes by a receipt. */
export async function openDepositFor(
  platform: Platform,
  actor: Actor,
  command: Omit<OpenDeposit, 'memberId' | 'isOnRoute'> & { readonly memberId?: number | undefined },
  idempotency: Idempotency | undefined,
): Promise<OpenedDeposit> {
  const memberId = actor.kind === 'member' ? actor.memberId : command.memberId;
  if (memberId === undefined || memberId === null) {
    throw new Refusal('malformed', 'DEPOSIT_MEMBER_NAMED', undefined, 'memberId');
  }
  // A member who names somebody else gets the answer of a member who is not there.
  if (actor.kind === 'member' && command.memberId !== undefined && command.memberId !== memberId) {
    throw new Refusal('missing', 'DEPOSIT_MEMBER_UNKNOWN');
  }
  if (actor.kind === 'member' && command.holding !== undefined)
    throw new Refusal('forbidden', 'HOLDERS_AT_COUNTER', undefined, 'holding');
  const settings = await readSettings(platform, await moveBusinessDayIfDue(platform));

  const open = (trx: Trx) =>
    openDeposit(trx, platform, actor, settings, {
      memberId,
      productCode: command.productCode,
      goal: command.goal,
      holding: command.holding,
    });
  return (await underKeyIfSent(platform, actor, idempotency, open)).answer;
}

/** The same inside a transaction of the caller's, such as an approval that admits a member with their first account. */
export async function openDeposit(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  settings: Settings,
  { memberId, productCode, goal, holding, isOnRoute = false }: OpenDeposit,
): Promise<OpenedDeposit> {
  await lockMember(trx, platform, memberId);
  const openedOn = await businessDayFor(trx, platform);
  const product = await getProduct(trx, productCode, openedOn);
  if (product.kind === 'daily' && !isOnRoute) {
    throw new Refusal('rule', 'DAILY_NEEDS_ROUTE', undefined, 'productCode');
  }
  checkGoal(product, goal, openedOn);
  // Somebody may save for several goals at once.
  if (product.kind !== 'goal') await refuseSecond(trx, memberId, productCode);

  const number = await nextNumber(trx, platform, settings, { sequence: 'account', on: openedOn, prefix: product.code });
  const { insertId } = await trx
    .insertInto('deposit')
    .values({
      number,
      memberId,
      productCode: product.code,
      kind: product.kind,
      status: 'active',
      openedOn,
      activeOn: openedOn,
      closedOn: null,
      minimumDeposit: product.minimumDeposit,
      withdrawal: product.withdrawal,
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  await openBalance(trx, platform, {
    subLedger: 'deposit',
    subLedgerId: id,
    accountCode: product.accountCode,
    floor: product.minimumBalance,
  });
  if (holding !== undefined) await holdTogether(trx, platform, { id, memberId }, holding);
  if (goal !== undefined)
    await trx
      .insertInto('deposit_goal')
      .values({ depositId: id, ...goal })
      .execute();
  await recordAudit(trx, platform, actor, {
    action: 'deposit.opened',
    subjectKind: 'deposit',
    subjectId: id,
    newValues: {
      number,
      memberId,
      productCode: product.code,
      ...(goal === undefined ? {} : { ...goal, target: formatMoney(goal.target) }),
    },
  });
  return { id, number };
}

/** The account a new member asked for, opened by the approval that admits them. */
export async function openFirstDeposit(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  member: ApprovedMember,
): Promise<MemberOpening | undefined> {
  if (member.accountType !== 'savings') return undefined;
  const savings = (await productsOffered(trx, member.on)).find((product) => product.kind === 'savings');
  if (savings === undefined) return undefined;
  const { memberId, settings } = member;
  const { number } = await openDeposit(trx, platform, actor, settings, { memberId, productCode: savings.code });
  return { depositNumber: number };
}

/** Two openings for one member at the same moment come one after the other. */
async function lockMember(trx: Trx, platform: Platform, memberId: number): Promise<void> {
  const member = await platform.dialect.one<{ status: MemberStatus }>(
    trx,
    `SELECT status FROM member WHERE id = ?${platform.dialect.forUpdateText}`,
    [memberId],
  );
  if (member === undefined) throw new Refusal('missing', 'DEPOSIT_MEMBER_UNKNOWN');
  if (!moneyInAllowed(member.status)) throw new Refusal('rule', 'DEPOSIT_MEMBER_STATUS');
}

async function getProduct(trx: Trx, code: string, on: CalendarDate): Promise<DepositProduct> {
  const product = (await productsOn(trx, on)).find((offered) => offered.code === code);
  if (product === undefined) throw new Refusal('rule', 'DEPOSIT_PRODUCT_UNKNOWN', undefined, 'productCode');
  if (product.isOffered === 0) throw new Refusal('rule', 'DEPOSIT_NOT_OFFERED', undefined, 'productCode');
  return product;
}

function checkGoal({ kind }: DepositProduct, goal: NewGoal | undefined, openedOn: CalendarDate): void {
  if (kind === 'goal' && goal === undefined) throw new Refusal('rule', 'GOAL_NAMED', undefined, 'goal');
  if (kind !== 'goal' && goal !== undefined) throw new Refusal('rule', 'GOAL_OF_ANOTHER_KIND', undefined, 'goal');
  if (goal !== undefined && goal.targetOn <= openedOn) {
    throw new Refusal('rule', 'GOAL_DAY_PAST', { day: openedOn }, 'goal.targetOn');
  }
}

async function refuseSecond(trx: Trx, memberId: number, productCode: string): Promise<void> {
  const there = await trx
    .selectFrom('deposit')
    .select('number')
    .where('memberId', '=', memberId)
    .where('productCode', '=', productCode)
    .where('status', '!=', 'closed')
    .orderBy('id')
    .executeTakeFirst();
  if (there !== undefined) throw new Refusal('conflict', 'DEPOSIT_ALREADY_OPEN', { number: there.number });
}
