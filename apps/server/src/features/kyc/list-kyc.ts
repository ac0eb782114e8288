// Members by how their papers stand. The conditions are those of kycStanding in the core, asked of the database; the rows of a page
// are then told by kycStanding itself.

import type { FileKind, KycList, KycQuery, KycRow, KycState } from '@kafal/contract';
import { addDays, type CalendarDate } from '@kafal/core';
import type { Expression, ExpressionBuilder, Nullable, SqlBool } from 'kysely';
import type { z } from 'zod';
import type { Schema } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { readIdCursor } from '../deposits/index.ts';
import { paperName } from '../files/index.ts';
import { membersTyped } from '../search/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { kycRule, type MemberKind } from './kyc-rules.ts';
import { knownPapers, LOOKED_AFTER, standing } from './member-kyc.ts';
import { say } from './say.ts';

type Query = z.output<typeof KycQuery>;
type Row = z.input<typeof KycRow>;
type Where = ExpressionBuilder<Schema & { m: Schema['member']; k: Nullable<Schema['member_kyc']> }, 'm' | 'k'>;

const USUAL_LIMIT = 50;
const STATES: Readonly<Record<NonNullable<Query['state']>, readonly KycState[]>> = {
  attention: ['missing', 'expired', 'pending', 'expiring'],
  all: ['missing', 'expired', 'pending', 'expiring', 'verified'],
  missing: ['missing'],
  expired: ['expired'],
  pending: ['pending'],
  expiring: ['expiring'],
  verified: ['verified'],
};

export async function listKyc(platform: Platform, query: Query): Promise<z.input<typeof KycList>> {
  const { limit = USUAL_LIMIT } = query;
  const today = await calendarToday(platform);
  const settings = await readSettings(platform);
  const after = readIdCursor(query.cursor);
  const filtered = await members(platform, settings, query, today);
  const rows = await filtered
    .select(['m.id', 'm.number', 'm.name', 'm.phone', 'm.status', 'm.memberClass', 'k.riskClass', 'k.reviewDueOn'])
    .$if(after !== undefined, (select) => select.where('m.id', '>', after ?? 0))
    .orderBy('m.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const papers = await knownPapers(
    platform.database,
    shown.map(({ id }) => id),
  );
  return {
    items: shown.map(({ id, memberClass, reviewDueOn, number, riskClass, status, ...row }): Row => {
      const on = { reviewDueOn, today };
      const { state, validUntil, wanted } = standing(settings, memberClass, papers.get(id) ?? [], on);
      return {
        ...row,
        ...{ memberId: String(id), memberNumber: number, riskClass: riskClass ?? 'low', state, validUntil },
        // Only values of this type are written into the column.
        status: status as Row['status'],
        open: wanted
          .filter((one) => one.state !== 'verified')
          .map(({ kinds, ...one }) => ({ ...one, kinds: [...kinds] })),
      };
    }),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
    ...(query.total === true ? { total: await countMembers(platform, settings, query, today) } : {}),
  };
}

async function countMembers(platform: Platform, settings: Settings, query: Query, today: CalendarDate) {
  const filtered = await members(platform, settings, query, today);
  const { members: count } = await filtered.select(({ fn }) => fn.countAll().as('members')).executeTakeFirstOrThrow();
  return Number(count);
}

async function members(platform: Platform, settings: Settings, query: Query, today: CalendarDate) {
  const { state = 'attention', risk } = query;
  const typed = await membersTyped(platform, query.q);
  const all = platform.database
    .selectFrom('member as m')
    .leftJoin('member_kyc as k', 'k.memberId', 'm.id')
    .where('m.status', 'in', [...LOOKED_AFTER]);
  const ofRisk =
    risk === undefined
      ? all
      : all.where((where) =>
          where.or([where('k.riskClass', '=', risk), ...(risk === 'low' ? [where('k.riskClass', 'is', null)] : [])]),
        );
  const found = typed === undefined ? ofRisk : ofRisk.where('m.id', 'in', typed);
  return state === 'all' ? found : found.where((where) => inStates(where, settings, STATES[state], today));
}

const CLASSES: Readonly<Record<MemberKind, (where: Where) => Expression<SqlBool>>> = {
  minor: (where) => where('m.memberClass', '=', 'minor'),
  institution: (where) => where('m.memberClass', '=', 'institution'),
  person: (where) => where('m.memberClass', 'not in', ['minor', 'institution']),
};

function inStates(where: Where, settings: Settings, states: readonly KycState[], today: CalendarDate) {
  const kinds = ['person', 'minor', 'institution'] as const;
  return where.or(
    kinds.map((kind) => where.and([CLASSES[kind](where), isOneOf(where, kycRule(settings, kind), states, today)])),
  );
}

function isOneOf(
  where: Where,
  rule: ReturnType<typeof kycRule>,
  states: readonly KycState[],
  today: CalendarDate,
): Expression<SqlBool> {
  const soon = addDays(today, rule.expiringDays);
  const has = (kinds: readonly FileKind[], checked: 'pending' | 'verified', lasts?: CalendarDate) => {
    const papers = where
      .selectFrom('person_file as f')
      .select('f.id')
      .whereRef('f.memberId', '=', 'm.id')
      .where('f.loanId', 'is', null)
      .where('f.status', 'in', ['current', 'waiting'])
      .where('f.kind', 'in', [...kinds])
      .where('f.checkState', '=', checked);
    return where.exists(
      lasts === undefined
        ? papers
        : papers.where((one) => one.or([one('f.expiresOn', 'is', null), one('f.expiresOn', '>=', lasts)])),
    );
  };
  const none = (...conditions: Expression<SqlBool>[]) => where.not(where.or(conditions));
  const any = (condition: (kinds: readonly FileKind[]) => Expression<SqlBool>) => where.or(rule.wanted.map(condition));
  const review = (condition: '<' | '<=', day: CalendarDate) =>
    where.and([where('k.reviewDueOn', 'is not', null), where('k.reviewDueOn', condition, day)]);

  // Each state is the first of these that is true, and the last is that none is.
  const steps: readonly (readonly [KycState, Expression<SqlBool>])[] = [
    ['missing', any((kinds) => none(has(kinds, 'verified'), has(kinds, 'pending')))],
    [
      'expired',
      where.or([
        any((kinds) => where.and([has(kinds, 'verified'), none(has(kinds, 'verified', today), has(kinds, 'pending'))])),
        review('<', today),
      ]),
    ],
    ['pending', where.or([any((kinds) => none(has(kinds, 'verified', today))), where('k.reviewDueOn', 'is', null)])],
    ['expiring', where.or([any((kinds) => none(has(kinds, 'verified', addDays(soon, 1)))), review('<=', soon)])],
  ];
  // The first so many together are that any of their conditions is true; that none of the earlier ones is would be asked in vain.
  const first = steps.slice(0, states.length);
  if (first.length === states.length && first.every(([name]) => states.includes(name))) {
    return where.or(first.map(([, condition]) => condition));
  }
  return where.or(states.map((state) => isState(where, steps, state)));
}

function isState(
  where: Where,
  steps: readonly (readonly [KycState, Expression<SqlBool>])[],
  state: KycState,
): Expression<SqlBool> {
  const at = steps.findIndex(([name]) => name === state);
  const own = steps[at]?.[1];
  const before = steps.slice(0, own === undefined ? steps.length : at).map(([, condition]) => where.not(condition));
  return where.and(own === undefined ? before : [...before, own]);
}

export function exportKyc(
  platform: Platform,
  actor: Actor,
  { cursor: _cursor, limit: _limit, total: _total, ...filter }: Query,
): Promise<AsyncGenerator<string>> {
  const { language } = actor;
  return exportList(platform, actor, {
    ...{ action: 'kyc.exported', subjectKind: 'member', filter },
    heads: ['NUMBER', 'NAME', 'PHONE', 'RISK', 'STATE', 'UNTIL', 'OPEN'].map((head) =>
      say(language, `KYC_HEAD_${head}`),
    ),
    page: (cursor) => listKyc(platform, { ...filter, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: ({ memberNumber, name, phone, riskClass, state, validUntil, open }) => [
      ...[memberNumber, name, phone],
      ...[say(language, `KYC_RISK_${riskClass.toUpperCase()}`), say(language, `KYC_STATE_${state.toUpperCase()}`)],
      validUntil,
      open
        .map(
          ({ kinds, state: how }) =>
            `${kinds.map((kind) => paperName(language, kind)).join(' / ')}: ${say(language, `PAPER_IS_${how.toUpperCase()}`)}`,
        )
        .join('; '),
    ],
  });
}
