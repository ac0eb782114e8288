import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { findAllotmentFor } from '../shares/index.ts';
import { certificatePdf } from './certificate-paper.ts';

/** A certificate of shares that were taken back is void and is not printed again. */
export async function printCertificate(
  platform: Platform,
  actor: Actor,
  allotmentId: number,
  language: Language,
): Promise<{ number: string; pdf: Uint8Array }> {
  const found = await findAllotmentFor(platform, actor, allotmentId);
  if (found === undefined) throw new Refusal('missing', 'CERTIFICATE_UNKNOWN');
  const { allotment, folio, memberName, memberNameLocal, memberNumber } = found;
  const number = allotment.certificateNumber;
  if (allotment.reversedByEntryId !== null) throw new Refusal('conflict', 'CERTIFICATE_VOID', { number });

  const member = await platform.database
    .selectFrom('member')
    .select(['gender', 'parentOrSpouseName', 'addressLine', 'locality', 'district'])
    .where('id', '=', allotment.memberId)
    .executeTakeFirstOrThrow();
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'share.certificate-printed',
      subjectKind: 'share_allotment',
      subjectId: allotment.id,
      newValues: { number },
    }),
  );
  const pdf = await certificatePdf(
    platform,
    {
      ...allotment,
      folio,
      memberName,
      memberNameLocal,
      memberNumber,
      gender: member.gender === 'female' || member.gender === 'male' ? member.gender : 'other',
      parentOrSpouseName: member.parentOrSpouseName,
      address: `${member.addressLine}, ${member.locality}, ${member.district}`,
    },
    { language, printedBy: actor.name, printedByUserId: actor.userId, printedAt: platform.clock.now() },
  );
  return { number, pdf };
}
