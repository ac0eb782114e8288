// Accounts of members with their balances. Rows of a member's own are asked for with the actor, so that somebody else's
// account answers exactly like one that does not exist.

import type { DepositQuery, DepositStatus, MemberStatus } from '@kafal/contract';
import {
  availableBalance,
  type CalendarDate,
  formatMoney,
  type Goal,
  invariant,
  isWithdrawable,
  type Money,
  money,
  type OperatingMode,
  type WithdrawalRule,
  ZERO,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Flag } from '../../platform/database/schema.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { getMemberForUpdate } from '../members/index.ts';
import { membersTyped } from '../search/index.ts';
import { readSettings } from '../society/index.ts';
import { type NamedProduct, productNames } from './deposit-products.ts';
import { isHeldBy, jointHoldersOf, jointlyHeldIds } from './holders.ts';
import { termFactsOf } from './term-deposits.ts';

export interface DepositWithBalance {
  readonly id: number;
  readonly number: string;
  readonly memberId: number;
  readonly memberNumber: string;
  readonly memberName: string;
  readonly memberNameLocal: string | null;
  readonly memberStatus: z.infer<typeof MemberStatus>;
  readonly productCode: string;
  readonly kind: string;
  readonly status: z.infer<typeof DepositStatus>;
  readonly openedOn: CalendarDate;
  readonly version: number;
  readonly accountCode: string;
  readonly balance: Money;
  readonly hold: Money;
  readonly floor: Money;
  readonly withdrawal: WithdrawalRule;
  readonly minimumDeposit: Money;
  /** What it is saved for, of the kind `goal`. */
  readonly goalPurpose: string | null;
  readonly goalTarget: Money | null;
  readonly goalOn: CalendarDate | null;
  /** False while a freeze keeps deposits out too. */
  readonly takesMoney: Flag;
  readonly operatingMode: OperatingMode;
  readonly guardianName: string | null;
}

const READ =
  'SELECT d.id, d.number, d.memberId, m.number AS memberNumber, m.name AS memberName, m.nameLocal AS memberNameLocal, ' +
  'm.status AS memberStatus, d.productCode, d.kind, d.status, d.openedOn, d.version, b.accountCode, ' +
  'b.amount AS balance, b.hold, b.floor, d.takesMoney, d.operatingMode, d.guardianName, d.withdrawal, d.minimumDeposit, ' +
  'g.purpose AS goalPurpose, g.target AS goalTarget, g.targetOn AS goalOn ' +
  'FROM deposit d JOIN member m ON m.id = d.memberId ' +
  "JOIN balance b ON b.subLedger = 'deposit' AND b.subLedgerId = d.id " +
  'LEFT JOIN deposit_goal g ON g.depositId = d.id';
const READ_BY_ID = `${READ} WHERE d.id = ?`;
const READ_BY_NUMBER = `${READ} WHERE d.number = ?`;
const READ_OF_MEMBER = `${READ} WHERE d.memberId = ? ORDER BY d.id`;

type DepositsPlatform = Pick<Platform, 'dialect' | 'database'>;

export function findDeposit(
  platform: DepositsPlatform,
  id: number,
  reader: Reader = platform.database,
): Promise<DepositWithBalance | undefined> {
  return platform.dialect.one<DepositWithBalance>(reader, READ_BY_ID, [id]);
}

export function findDepositByNumber(
  platform: DepositsPlatform,
  number: string,
  reader: Reader = platform.database,
): Promise<DepositWithBalance | undefined> {
  return platform.dialect.one<DepositWithBalance>(reader, READ_BY_NUMBER, [number]);
}

/** The account, for whoever may see it. */
export async function getDepositFor(
  platform: DepositsPlatform,
  actor: Pick<Actor, 'kind' | 'memberId'>,
  id: number,
  reader: Reader = platform.database,
): Promise<DepositWithBalance> {
  const deposit = await findDeposit(platform, id, reader);
  if (deposit === undefined || !(await maySee(reader, actor, deposit))) throw new Refusal('missing', 'DEPOSIT_UNKNOWN');
  return deposit;
}

type Withdrawable = Pick<
  DepositWithBalance,
  'kind' | 'balance' | 'hold' | 'floor' | 'withdrawal' | 'goalTarget' | 'goalOn'
>;

export function availableOf(deposit: Withdrawable, on: CalendarDate): Money {
  return availableBalance({ ...deposit, goal: goalOf(deposit) }, on);
}

/** What a reader is told can be taken out: nothing while the account is frozen or sleeps. */
export function takenOutNow(deposit: Withdrawable & Pick<DepositWithBalance, 'status'>, on: CalendarDate): Money {
  return isStopped(deposit) ? ZERO : availableOf(deposit, on);
}

export const isStopped = ({ status }: Pick<DepositWithBalance, 'status'>): boolean =>
  status === 'frozen' || status === 'dormant';

/** Whether the rule of the account lets money go out on a day. */
export function isLetGo(deposit: Withdrawable, on: CalendarDate): boolean {
  return isWithdrawable({ ...deposit, goal: goalOf(deposit) }, on);
}

export function goalOf({ goalTarget, goalOn }: Pick<Withdrawable, 'goalTarget' | 'goalOn'>): Goal | null {
  return goalTarget === null || goalOn === null ? null : { target: goalTarget, targetOn: goalOn };
}

/** A joint holder sees the account as their own. */
export async function maySee(
  reader: Reader,
  actor: Pick<Actor, 'kind' | 'memberId'>,
  { id, memberId }: DepositWithBalance,
): Promise<boolean> {
  if (actor.kind !== 'member' || memberId === actor.memberId) return true;
  return actor.memberId !== null && isHeldBy(reader, id, actor.memberId);
}

/**
 * The account as it stands, its member locked first, as everybody does who takes money out of it: what is decided now is
 * not overtaken.
 */
export async function lockDeposit(
  trx: Trx,
  platform: DepositsPlatform,
  actor: Pick<Actor, 'kind' | 'memberId'>,
  id: number,
): Promise<DepositWithBalance> {
  const { memberId } = await getDepositFor(platform, actor, id, trx);
  await getMemberForUpdate(trx, platform, memberId);
  return getDepositFor(platform, actor, id, trx);
}

export interface MemberDeposit {
  readonly id: string;
  readonly accountNumber: string;
  readonly product: string;
  readonly kind: string;
  readonly status: string;
  readonly balance: string;
  readonly available: string;
  readonly withdrawal: WithdrawalRule;
}

/** The accounts of one member as the member's page and the counter show them, the oldest first. */
export async function memberDeposits(
  platform: DepositsPlatform,
  memberId: number,
  language: Language,
  reader: Reader = platform.database,
): Promise<MemberDeposit[]> {
  const rows = await platform.dialect.all<DepositWithBalance>(reader, READ_OF_MEMBER, [memberId]);
  const names = await productNames(platform, reader);
  const today = await currentBusinessDay(platform, reader);
  return rows.map((row) => ({
    id: String(row.id),
    accountNumber: row.number,
    product: productName(names, row, language),
    kind: row.kind,
    status: row.status,
    balance: formatMoney(row.balance),
    available: formatMoney(takenOutNow(row, today)),
    withdrawal: row.withdrawal,
  }));
}

export function productName(
  names: ReadonlyMap<string, NamedProduct>,
  deposit: Pick<DepositWithBalance, 'productCode'>,
  language: Language,
): string {
  const product = names.get(deposit.productCode);
  return (language === 'hi' ? product?.nameHi : product?.nameEn) ?? deposit.productCode;
}

export async function depositView(platform: Platform, deposit: DepositWithBalance, language: Language) {
  const settings = await readSettings(platform);
  const terms = await termFactsOf(platform.database, [deposit]);
  const today = await currentBusinessDay(platform);
  const others = await jointHoldersOf(platform.database, [deposit]);
  const currency = settings['money.currency'];
  return toDepositView(deposit, await productNames(platform), terms, others, currency, today, language);
}

function toDepositView(
  deposit: DepositWithBalance,
  names: ReadonlyMap<string, NamedProduct>,
  terms: Awaited<ReturnType<typeof termFactsOf>>,
  others: Awaited<ReturnType<typeof jointHoldersOf>>,
  currency: string,
  today: CalendarDate,
  language: Language,
) {
  const { goalPurpose, goalTarget, goalOn } = deposit;
  return {
    id: String(deposit.id),
    accountNumber: deposit.number,
    memberId: String(deposit.memberId),
    memberNumber: deposit.memberNumber,
    memberName: deposit.memberName,
    jointHolders: (others.get(deposit.id) ?? []).map(({ name }) => name),
    productCode: deposit.productCode,
    product: productName(names, deposit, language),
    kind: deposit.kind,
    status: deposit.status,
    balance: formatMoney(deposit.balance),
    hold: formatMoney(deposit.hold),
    minimumBalance: formatMoney(deposit.floor),
    available: formatMoney(takenOutNow(deposit, today)),
    withdrawal: deposit.withdrawal,
    minimumDeposit: formatMoney(deposit.minimumDeposit),
    goal:
      goalPurpose === null || goalTarget === null || goalOn === null
        ? null
        : { purpose: goalPurpose, target: formatMoney(goalTarget), targetOn: goalOn },
    openedOn: deposit.openedOn,
    term: terms.get(deposit.id) ?? null,
    currency,
    version: deposit.version,
  };
}

const LAST_CHARACTER = '\u{10FFFF}';

const SORTS = {
  accountNumber: { by: 'd.number', id: 'd.id', order: 'asc' },
  '-accountNumber': { by: 'd.number', id: 'd.id', order: 'desc' },
  openedOn: { by: 'd.openedOn', id: 'd.id', order: 'asc' },
  '-openedOn': { by: 'd.openedOn', id: 'd.id', order: 'desc' },
  maturesOn: { by: 't.maturesOn', id: 't.depositId', order: 'asc' },
  '-maturesOn': { by: 't.maturesOn', id: 't.depositId', order: 'desc' },
} as const;

interface Cursor {
  readonly value: string;
  readonly id: number;
}

/** A member sees their own; staff all, by account number, member number or the words of the member's name. */
export async function listDeposits(platform: Platform, actor: Actor, query: z.output<typeof DepositQuery>) {
  const { limit = 50, sort = 'accountNumber', q = '' } = query;
  const { by, id, order } = SORTS[sort];
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor);

  let select = platform.database
    .selectFrom('deposit as d')
    .innerJoin('member as m', 'm.id', 'd.memberId')
    .innerJoin('balance as b', (join) => join.on('b.subLedger', '=', 'deposit').onRef('b.subLedgerId', '=', 'd.id'))
    .leftJoin('term_deposit as t', 't.depositId', 'd.id')
    .leftJoin('deposit_goal as g', 'g.depositId', 'd.id')
    .select([
      'd.id',
      'd.number',
      'd.memberId',
      'm.number as memberNumber',
      'm.name as memberName',
      'm.nameLocal as memberNameLocal',
      'm.status as memberStatus',
      'd.productCode',
      'd.kind',
      'd.status',
      'd.openedOn',
      't.maturesOn',
      'd.version',
      'b.accountCode',
      'b.amount as balance',
      'b.hold',
      'b.floor',
      'd.withdrawal',
      'd.minimumDeposit',
      'g.purpose as goalPurpose',
      'g.target as goalTarget',
      'g.targetOn as goalOn',
      'd.takesMoney',
      'd.operatingMode',
      'd.guardianName',
    ]);
  if (actor.kind === 'member') {
    const memberId = actor.memberId ?? 0;
    const shared = await jointlyHeldIds(platform.database, memberId);
    select = select.where((is) =>
      shared.length === 0
        ? is('d.memberId', '=', memberId)
        : is.or([is('d.memberId', '=', memberId), is('d.id', 'in', shared)]),
    );
  }
  if (query.memberId !== undefined) select = select.where('d.memberId', '=', query.memberId);
  if (query.status !== undefined) select = select.where('d.status', '=', query.status);
  if (query.kind !== undefined) select = select.where('d.kind', '=', query.kind);
  if (query.irregular === true) {
    select = select.where('d.status', '=', 'active').where('d.id', 'in', irregularIds(platform.database));
  }
  if (query.maturesFrom !== undefined) select = select.where('t.maturesOn', '>=', query.maturesFrom);
  if (query.maturesTo !== undefined) select = select.where('t.maturesOn', '<=', query.maturesTo);
  // What has no day of maturity has no place in that order; so said, the index of the day leads.
  if (by === 't.maturesOn') select = select.where('t.maturesOn', 'is not', null);
  const members = await membersTyped(platform, q);
  if (members !== undefined) {
    const typed = q.trim();
    select = select.where((is) =>
      is.or([
        // A range finds what begins with the text, on every database, by the index of the column.
        ...[typed, typed.toUpperCase()].map((number) =>
          is.and([is('d.number', '>=', number), is('d.number', '<', `${number}${LAST_CHARACTER}`)]),
        ),
        is('d.memberId', 'in', members),
      ]),
    );
  }
  const asked = select;
  if (cursor !== undefined) {
    const beyond = order === 'asc' ? '>' : '<';
    select = select.where((is) =>
      is.or([
        is(by, beyond, cursor.value as CalendarDate),
        is.and([is(by, '=', cursor.value as CalendarDate), is(id, beyond, cursor.id)]),
      ]),
    );
  }

  const totalsOf = async () => {
    const { accounts, balance, hold } = await asked
      .clearSelect()
      .select(({ fn }) => [
        fn.countAll().as('accounts'),
        platform.dialect.sum('b.amount').as('balance'),
        platform.dialect.sum('b.hold').as('hold'),
      ])
      .executeTakeFirstOrThrow();
    return {
      total: Number(accounts),
      totals: { balance: formatMoney(money(balance)), hold: formatMoney(money(hold)) },
    };
  };

  const rows = await select
    .orderBy(by, order)
    .orderBy(id, order)
    .limit(limit + 1)
    .execute();
  const [settings, names] = [await readSettings(platform), await productNames(platform)];
  const shown = rows.slice(0, limit);
  const terms = await termFactsOf(platform.database, shown);
  const others = await jointHoldersOf(platform.database, shown);
  const today = await currentBusinessDay(platform);
  const last = shown.at(-1);
  return {
    items: shown.map((row) =>
      // The columns are those of DepositWithBalance; status texts are kept to their lists by the tables' checks.
      toDepositView(row as DepositWithBalance, names, terms, others, settings['money.currency'], today, actor.language),
    ),
    nextCursor:
      rows.length > limit && last !== undefined ? writeCursor({ value: placeOf(last, by), id: last.id }) : null,
    ...(query.total === true ? await totalsOf() : {}),
  };
}

/** By what stands now: an instalment that is paid late makes its deposit regular again. */
function irregularIds(reader: Reader) {
  return reader
    .selectFrom('term_instalment as i')
    .innerJoin('term_deposit as t', 't.depositId', 'i.depositId')
    .innerJoin('term_product as p', 'p.id', 't.termProductId')
    .select('i.depositId')
    .where('i.missedOn', 'is not', null)
    .where('i.paidOn', 'is', null)
    .groupBy(['i.depositId', 'p.irregularAfterMissed'])
    .having(({ eb, fn }) => eb(fn.countAll<number>(), '>=', eb.ref('p.irregularAfterMissed')));
}

function placeOf(
  row: { readonly number: string; readonly openedOn: CalendarDate; readonly maturesOn: CalendarDate | null },
  by: (typeof SORTS)[keyof typeof SORTS]['by'],
): string {
  switch (by) {
    case 'd.number':
      return row.number;
    case 'd.openedOn':
      return row.openedOn;
    case 't.maturesOn':
      invariant(row.maturesOn !== null, 'what stands in the order of maturity has its day');
      return row.maturesOn;
  }
}

function writeCursor({ value, id }: Cursor): string {
  return Buffer.from(`${id} ${value}`).toString('base64url');
}

function readCursor(text: string): Cursor {
  const [, id, value] = /^([1-9]\d{0,14}) (.{1,40})$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (id === undefined || value === undefined) throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
  return { id: Number(id), value };
}
