// The commission of a month on paper, with the lines that it is made of, for the agent and for the file.

import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { commissionPdf } from '../paper/index.ts';
import { getAgent } from './agent-queries.ts';
import { commissionOfMonth } from './commission-of-month.ts';

export async function printCommission(
  platform: Platform,
  actor: Actor,
  agentId: number,
  { month, language }: { readonly month: string; readonly language: Language },
): Promise<{ readonly pdf: Uint8Array; readonly name: string }> {
  const agent = await getAgent(platform, agentId);
  const counted = await commissionOfMonth(platform, platform.database, agentId, month);
  const { label, from, to } = counted.month;
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'agent.commission-printed',
      subjectKind: 'agent',
      subjectId: agentId,
      newValues: { month: label },
    }),
  );
  const pdf = await commissionPdf(
    platform,
    {
      ...counted,
      month: label,
      from,
      to,
      agentNumber: agent.number,
      agentName: agent.name,
      isPaid: counted.paidByEntryId !== null,
    },
    { language, printedBy: actor.name, printedByUserId: actor.userId, printedAt: platform.clock.now() },
  );
  return { pdf, name: `commission-${agent.number}-${label}` };
}
