// Another ladder of levels from a day on: asked for by one, agreed to by another.

import type { ChangeSanctionLevelsBody } from '@kafal/contract';
import { type CalendarDate, formatMoney, type SanctionLevel, sanctionLevelSlip } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalLine, type ApprovalRequest, changeRule, type RuleChangeBy } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { agreedChange, auditedBy, cleanWhy, refusePastRule, touched, whyLines } from '../society/index.ts';
import { rolesThatDecide, sanctionLevelsOn, THE_LADDER } from './sanction-levels.ts';

interface Ladder {
  readonly levels: readonly SanctionLevel[];
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis: string | null;
  readonly reason: string | null;
}

export async function changeSanctionLevels(
  platform: Platform,
  actor: Actor,
  command: z.output<typeof ChangeSanctionLevelsBody>,
  isPreview: boolean,
) {
  const { levels, effectiveFrom } = command;
  refuseSlip(levels);
  return platform.transact(async (trx) => {
    await refusePastRule(trx, platform, effectiveFrom);
    await refuseRolesWithoutRight(trx, levels);
    const ladder: Ladder = { levels, effectiveFrom, ...cleanWhy(command) };
    return changeRule(
      trx,
      platform,
      actor,
      {
        kind: 'sanction-levels',
        subjectKind: 'sanction_ladder',
        subjectId: 0,
        rule: THE_LADDER,
        needsSecondPerson: true,
        summary: { code: 'ASKS_SANCTION_LEVELS' },
        lines: [
          ...(await changedLines(trx, await sanctionLevelsOn(trx, effectiveFrom), levels)),
          ...touched('TOUCHED_RECOMMENDED', await waitingApplications(trx)),
          ...whyLines(ladder),
        ],
        command: ladder,
        act: (by) => addLadder(trx, platform, actor, ladder, by),
      },
      isPreview,
    );
  });
}

/** What a yes of the second person does. */
export async function applyApprovedLadder(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  const { change, by } = await agreedChange<Ladder>(trx, platform, checker, request);
  await refuseRolesWithoutRight(trx, change.levels);
  await addLadder(trx, platform, checker, change, by);
}

const SLIPS = { twice: 'SANCTION_LEVEL_TWICE', order: 'SANCTION_LEVEL_ORDER', last: 'SANCTION_LEVEL_LAST' } as const;

function refuseSlip(levels: readonly SanctionLevel[]): void {
  const wrong = sanctionLevelSlip(levels);
  if (wrong === undefined) return;
  const field = wrong.slip === 'twice' ? 'roleCode' : 'upTo';
  throw new Refusal('rule', SLIPS[wrong.slip], undefined, `levels.${wrong.place}.${field}`);
}

async function refuseRolesWithoutRight(trx: Trx, levels: readonly SanctionLevel[]): Promise<void> {
  const codes = (await rolesThatDecide(trx)).map(({ code }) => code);
  const place = levels.findIndex(({ roleCode }) => !codes.includes(roleCode));
  if (place < 0) return;
  throw new Refusal(
    'rule',
    'SANCTION_ROLE_WITHOUT_RIGHT',
    { role: levels[place]?.roleCode ?? '' },
    `levels.${place}.roleCode`,
  );
}

async function addLadder(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { levels, effectiveFrom, legalBasis, reason }: Ladder,
  by: RuleChangeBy,
): Promise<void> {
  const before = await sanctionLevelsOn(trx, effectiveFrom);
  const { insertId } = await trx
    .insertInto('sanction_ladder')
    .values({
      effectiveFrom,
      legalBasis,
      reason,
      setByUserId: by.makerUserId,
      approvedByUserId: by.checkerUserId,
      recordedAt: platform.clock.now(),
    })
    .executeTakeFirstOrThrow();
  const ladderId = Number(insertId);
  if (levels.length > 0) {
    await trx
      .insertInto('sanction_level')
      .values(levels.map(({ roleCode, upTo }, place) => ({ ladderId, place, roleCode, upTo })))
      .execute();
  }
  await recordAudit(trx, platform, actor, {
    action: 'sanction_levels.changed',
    subjectKind: 'sanction_ladder',
    subjectId: ladderId,
    oldValues: { levels: inWords(before) },
    newValues: { levels: inWords(levels), effectiveFrom, legalBasis, ...auditedBy(reason, by) },
  });
  await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: 'loan.sanction-levels' } });
}

const inWords = (levels: readonly SanctionLevel[]): string =>
  levels.map(({ roleCode, upTo }) => `${roleCode}: ${upTo === null ? '–' : formatMoney(upTo)}`).join('; ');

const ANY = { en: 'any amount', hi: 'कोई भी राशि' };
const limitWords = ({ upTo }: SanctionLevel) => (upTo === null ? ANY : formatMoney(upTo));

/** A line for each role that has, or had, a level. */
async function changedLines(
  trx: Trx,
  before: readonly SanctionLevel[],
  after: readonly SanctionLevel[],
): Promise<ApprovalLine[]> {
  const roles = await trx.selectFrom('role').select(['code', 'nameEn', 'nameHi']).execute();
  const label = (code: string) => {
    const role = roles.find((one) => one.code === code);
    return { code: 'LINE_SANCTIONS', params: { role: { en: role?.nameEn ?? code, hi: role?.nameHi ?? code } } };
  };
  const was = (code: string) => before.find(({ roleCode }) => roleCode === code);
  const gone = before.filter(({ roleCode }) => !after.some((level) => level.roleCode === roleCode));
  return [
    ...after.map((level) => {
      const old = was(level.roleCode);
      return {
        label: label(level.roleCode),
        before: old === undefined ? null : limitWords(old),
        after: limitWords(level),
      };
    }),
    ...gone.map((level) => ({ label: label(level.roleCode), before: limitWords(level), after: '–' })),
  ];
}

async function waitingApplications(trx: Trx): Promise<number> {
  const { waiting } = await trx
    .selectFrom('loan')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('status', '=', 'recommended')
    .executeTakeFirstOrThrow();
  return Number(waiting);
}
