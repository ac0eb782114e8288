import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { getMember } from './find-member.ts';
import { openBankDetails, openPan } from './identity-numbers.ts';

export interface DiscloseIdentity {
  readonly memberId: number;
  readonly what: 'pan' | 'bank';
  readonly reason: string;
}

/** Shows a number in full. Who looked and why is written down first; without that nothing is shown. */
export async function discloseIdentity(platform: Platform, actor: Actor, command: DiscloseIdentity): Promise<string> {
  const { memberId, what, reason } = command;
  const member = await getMember(platform.database, memberId);
  const sealed = what === 'pan' ? member.panSealed : member.bankDetailsSealed;
  if (sealed === null) throw new Refusal('missing', 'DISCLOSURE_NOTHING');

  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'member.identity_disclosed',
      subjectKind: 'member',
      subjectId: memberId,
      newValues: { what, reason },
    }),
  );
  return what === 'pan' ? openPan(platform, sealed) : openBankDetails(platform, sealed);
}
