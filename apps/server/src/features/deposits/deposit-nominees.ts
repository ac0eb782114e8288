// Who gets a deposit when its member dies: the nominees of the deposit, or where it has none those of the membership. They
// change as those do: one person asks with the signed form, another says yes.

import type { DepositNominees, NameNomineesBody } from '@kafal/contract';
import { formatBasisPoints } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { type ApprovalRequest, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type CheckedNominee, checkedNominees, nomineesInWords, nomineesOf } from '../members/index.ts';
import { readSettings } from '../society/index.ts';
import { type DepositWithBalance, lockDeposit } from './deposit-queries.ts';

interface AskedNominees {
  readonly depositId: number;
  readonly nominees: readonly CheckedNominee[];
}

export async function nomineesOfDeposit(
  reader: Reader,
  { id, memberId }: Pick<DepositWithBalance, 'id' | 'memberId'>,
): Promise<z.input<typeof DepositNominees>> {
  const own = await ownNominees(reader, id);
  if (own.length === 0) {
    const ofMember = await nomineesOf(reader, { memberId });
    return { areOwn: false, items: ofMember.map(({ phone: _, ...nominee }) => nominee) };
  }
  return {
    areOwn: true,
    items: own.map(({ shareBasisPoints, phone: _, ...nominee }) => ({
      ...nominee,
      sharePercent: formatBasisPoints(shareBasisPoints),
    })),
  };
}

function ownNominees(reader: Reader, depositId: number): Promise<CheckedNominee[]> {
  return reader
    .selectFrom('deposit_nominee')
    .select(['name', 'relation', 'dateOfBirth', 'shareBasisPoints', 'guardianName', 'guardianRelation', 'phone'])
    .where('depositId', '=', depositId)
    .orderBy('id')
    .execute();
}

/** The id of the request that waits for a second person. */
export async function askNominees(
  platform: Platform,
  actor: Actor,
  asked: z.output<typeof NameNomineesBody> & { readonly depositId: number },
): Promise<number> {
  const settings = await readSettings(platform);
  return platform.transact(async (trx) => {
    const deposit = await lockDeposit(trx, platform, actor, asked.depositId);
    refuseClosed(deposit);
    const today = await businessDayFor(trx, platform);
    const nominees = asked.nominees.length === 0 ? [] : checkedNominees(asked.nominees, today, settings);
    const before = await ownNominees(trx, deposit.id);
    const command: AskedNominees = { depositId: deposit.id, nominees };
    return requestApproval(trx, platform, actor, {
      kind: 'deposit-nominees',
      subjectKind: 'deposit',
      subjectId: deposit.id,
      memberId: deposit.memberId,
      summary: {
        code: 'ASKS_NOMINEES',
        params: { account: deposit.number, name: deposit.memberName, number: deposit.memberNumber },
      },
      lines: [{ label: { code: 'LINE_NOMINEES' }, before: inWords(before), after: inWords(nominees) }],
      command,
    });
  });
}

export async function nameApprovedNominees(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // askNominees above wrote it.
  const { depositId, nominees } = request.command as AskedNominees;
  const deposit = await lockDeposit(trx, platform, checker, depositId);
  refuseClosed(deposit);
  const before = await ownNominees(trx, depositId);
  await trx.deleteFrom('deposit_nominee').where('depositId', '=', depositId).execute();
  await keepNominees(trx, depositId, nominees);
  await recordAudit(trx, platform, checker, {
    action: 'deposit.nominees-changed',
    subjectKind: 'deposit',
    subjectId: depositId,
    oldValues: { nominees: nomineesInWords(before) },
    newValues: { nominees: nomineesInWords(nominees) },
  });
}

/** A deposit that is renewed, or waits, has the nominees that the one before had. */
export async function copyNominees(trx: Trx, fromId: number, toId: number): Promise<void> {
  await keepNominees(trx, toId, await ownNominees(trx, fromId));
}

async function keepNominees(trx: Trx, depositId: number, nominees: readonly CheckedNominee[]): Promise<void> {
  if (nominees.length === 0) return;
  await trx
    .insertInto('deposit_nominee')
    .values(nominees.map((nominee) => ({ ...nominee, depositId })))
    .execute();
}

function refuseClosed({ status, number }: DepositWithBalance): void {
  if (status === 'closed') throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number });
}

/** Without any of its own, a deposit goes to those of the membership. */
function inWords(nominees: readonly CheckedNominee[]): string | { en: string; hi: string } {
  return nominees.length === 0
    ? { en: 'those of the membership', hi: 'सदस्यता के नामित व्यक्ति' }
    : nomineesInWords(nominees);
}
