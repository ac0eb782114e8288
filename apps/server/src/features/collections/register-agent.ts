import type { RegisterAgentBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { businessDayFor, openBalance } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { findMember } from '../members/index.ts';
import { takeNumbers } from '../society/index.ts';
import { findCandidate } from './agent-candidates.ts';
import { AGENT_ACCOUNT } from './agent-row.ts';

/** Somebody with a log-in becomes an agent, with receipts and cash of their own. */
export async function registerAgent(
  platform: Platform,
  actor: Actor,
  { userId, memberId = null }: z.output<typeof RegisterAgentBody>,
): Promise<number> {
  return platform.transact(async (trx) => {
    const user = await findCandidate(trx, userId);
    if (user === undefined) throw new Refusal('rule', 'AGENT_USER_UNFIT', undefined, 'userId');
    await refuseStranger(trx, memberId);

    const number = `AG-${await takeNumbers(trx, platform, 'agent', 1)}`;
    const { insertId } = await trx
      .insertInto('agent')
      .values({
        number,
        userId,
        memberId,
        status: 'active',
        registeredOn: await businessDayFor(trx, platform),
        retiredOn: null,
      })
      .executeTakeFirstOrThrow();
    const id = Number(insertId);
    await openBalance(trx, platform, { subLedger: 'agent', subLedgerId: id, accountCode: AGENT_ACCOUNT });
    await recordAudit(trx, platform, actor, {
      action: 'agent.registered',
      subjectKind: 'agent',
      subjectId: id,
      newValues: { number, name: user.name, memberId },
    });
    await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `agent.${number}` } });
    return id;
  });
}

export async function refuseStranger(reader: Reader, memberId: number | null): Promise<void> {
  if (memberId === null) return;
  if ((await findMember(reader, memberId)) === undefined) {
    throw new Refusal('rule', 'AGENT_MEMBER_UNKNOWN', undefined, 'memberId');
  }
}
