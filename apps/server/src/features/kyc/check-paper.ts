// A second person says yes or no to a paper. A picture that a member sent waits as a question to the office; whoever may answer
// those answers it here too, and it is one answer.

import type { RejectPaperBody, VerifyPaperBody } from '@kafal/contract';
import { type CalendarDate, invariant } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { type ApprovalRequest, approveRequest, rejectRequest } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { acceptWaitingFile, markRejected, markVerified, type PaperDetails } from '../files/index.ts';
import { getMemberForUpdate, maskedNumber, type PictureCommand, refuseExpired } from '../members/index.ts';
import { readSettings } from '../society/index.ts';
import { hasExpiry } from './kyc-rules.ts';
import { mayNotCheck } from './may-check.ts';
import { renewReview } from './member-kyc.ts';
import { getPaper, type WaitingPaper } from './papers-to-check.ts';

type Details = Partial<PaperDetails>;

export async function verifyPaper(
  platform: Platform,
  actor: Actor,
  fileId: string,
  body: z.output<typeof VerifyPaperBody>,
): Promise<void> {
  const approvalId = await waitingRequest(platform, fileId);
  if (approvalId !== undefined) {
    await refuseUnlessMayCheck(platform, actor, await getPaper(platform.database, fileId));
    await approveRequest(platform, actor, { approvalId, note: body.note }, undefined);
    return;
  }
  const settings = await readSettings(platform);
  const today = await calendarToday(platform);
  await platform.transact(async (trx) => {
    const paper = await lockPaper(trx, platform, actor, fileId);
    const details = readOff(paper, body, { country: settings['phone.country'], today });
    await markVerified(trx, platform, actor, { ...paper, fileId, note: body.note ?? null, details });
    await recordAudit(trx, platform, actor, {
      ...{ action: 'paper.verified', subjectKind: 'member', subjectId: paper.memberId },
      newValues: { fileId, kind: paper.kind, note: body.note ?? null, ...details },
    });
    await renewReview(trx, platform, actor, paper.memberId);
    await tellPaper(trx, platform, 'paper.verified', { ...paper, fileId });
  });
}

export async function rejectPaper(
  platform: Platform,
  actor: Actor,
  fileId: string,
  { reason }: z.output<typeof RejectPaperBody>,
): Promise<void> {
  const approvalId = await waitingRequest(platform, fileId);
  if (approvalId !== undefined) {
    await refuseUnlessMayCheck(platform, actor, await getPaper(platform.database, fileId));
    await rejectRequest(platform, actor, { approvalId, reason });
    return;
  }
  await platform.transact(async (trx) => {
    const paper = await lockPaper(trx, platform, actor, fileId);
    await reject(trx, platform, actor, { ...paper, fileId, note: reason });
  });
}

async function reject(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  paper: Omit<Parameters<typeof markRejected>[3], 'note'> & { note: string; addedByUserId: number | null },
): Promise<void> {
  const { memberId, fileId, kind, note } = paper;
  await markRejected(trx, platform, actor, paper);
  await recordAudit(trx, platform, actor, {
    ...{ action: 'paper.rejected', subjectKind: 'member', subjectId: memberId },
    newValues: { fileId, kind, reason: note },
  });
  await tellPaper(trx, platform, 'paper.rejected', paper);
}

/** Locked with its owner's row, as every change of a person's files is. */
async function lockPaper(trx: Trx, platform: Platform, actor: Actor, fileId: string): Promise<WaitingPaper> {
  const { memberId } = await getPaper(trx, fileId);
  await getMemberForUpdate(trx, platform, memberId);
  const paper = await getPaper(trx, fileId);
  await refuseUnlessMayCheck({ database: trx }, actor, paper);
  if (paper.checkState !== 'pending' || paper.status === 'replaced') throw new Refusal('conflict', 'PAPER_CHECKED');
  invariant(paper.status === 'current', 'what waits for the office has a question of its own');
  return paper;
}

async function refuseUnlessMayCheck(
  { database }: Pick<Platform, 'database'>,
  actor: Actor,
  paper: WaitingPaper,
): Promise<void> {
  const why = await mayNotCheck(database, actor, paper);
  if (why !== undefined) throw new Refusal('forbidden', why);
}

/** What whoever looks reads off the paper, where whoever sent it left it out. */
function readOff(
  { kind, expiresOn }: WaitingPaper,
  body: z.output<typeof VerifyPaperBody>,
  { country, today }: { readonly country: 'IN' | 'NP' | 'INTL'; readonly today: CalendarDate },
): Details {
  const lastDay = body.expiresOn ?? (expiresOn as CalendarDate | null);
  if (hasExpiry(kind) && lastDay === null) throw new Refusal('rule', 'PAPER_EXPIRY_WANTED', undefined, 'expiresOn');
  refuseExpired(lastDay, today);
  if (body.issuedOn !== undefined && body.issuedOn > today) {
    throw new Refusal('rule', 'PAPER_ISSUED_LATER', undefined, 'issuedOn');
  }
  return {
    ...(body.number === undefined ? {} : { numberMasked: maskedNumber({ kind, country }, body.number) }),
    ...(body.issuedOn === undefined ? {} : { issuedOn: body.issuedOn }),
    ...(body.expiresOn === undefined ? {} : { expiresOn: body.expiresOn }),
  };
}

/** The question with which a picture waits. */
async function waitingRequest({ database }: Platform, fileId: string): Promise<number | undefined> {
  const { memberId, status } = await getPaper(database, fileId);
  if (status !== 'waiting') return undefined;
  const rows = await database
    .selectFrom('approval_request')
    .select(['id', 'command'])
    .where('kind', '=', 'member-picture')
    .where('memberId', '=', memberId)
    .where('status', '=', 'pending')
    .execute();
  return rows.find(({ command }) => (JSON.parse(command) as PictureCommand).fileId === fileId)?.id;
}

/** The member hears of it; so does a colleague who took the paper in, when it comes back. */
export async function tellPaper(
  trx: Trx,
  platform: Platform,
  name: 'paper.verified' | 'paper.rejected',
  paper: {
    readonly memberId: number;
    readonly fileId: string;
    readonly kind: string;
    readonly addedByUserId: number | null;
  },
): Promise<void> {
  const { memberId, fileId, kind, addedByUserId } = paper;
  await recordEvent(trx, platform, { name, memberId, payload: { memberId, fileId, kind } });
  if (name === 'paper.verified' || addedByUserId === null) return;
  const sender = await trx.selectFrom('user').select('kind').where('id', '=', addedByUserId).executeTakeFirst();
  if (sender?.kind !== 'staff') return;
  await recordEvent(trx, platform, {
    ...{ name: 'paper.sent-back', userId: addedByUserId },
    payload: { memberId, fileId, kind },
  });
}

/** What a yes of the office to a picture does. Whoever says it is the second person who has looked. */
export async function applyApprovedPicture(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  const { fileId, kind } = pictureOf(request);
  const memberId = request.subjectId;
  await getMemberForUpdate(trx, platform, memberId);
  await acceptWaitingFile(trx, platform, memberId, fileId);
  await markVerified(trx, platform, checker, { memberId, fileId, kind, replacesFileId: null, note: null });
  await recordAudit(trx, platform, checker, {
    action: 'member.picture_changed',
    subjectKind: 'member',
    subjectId: memberId,
    newValues: { fileId, kind, requestedByUserId: request.requestedByUserId },
  });
  await renewReview(trx, platform, checker, memberId);
  await tellPaper(trx, platform, 'paper.verified', { memberId, fileId, kind, addedByUserId: null });
}

export async function forgetRefusedPicture(
  platform: Platform,
  trx: Trx,
  request: ApprovalRequest,
  became: 'rejected' | 'withdrawn',
  { by, reason }: { readonly by: Actor; readonly reason: string | null },
): Promise<void> {
  const { fileId, kind } = pictureOf(request);
  const memberId = request.subjectId;
  await markRejected(trx, platform, by, { memberId, fileId, kind, replacesFileId: null, note: reason });
  if (became === 'withdrawn') return;
  await recordAudit(trx, platform, by, {
    ...{ action: 'paper.rejected', subjectKind: 'member', subjectId: memberId },
    newValues: { fileId, kind, reason },
  });
  await tellPaper(trx, platform, 'paper.rejected', { memberId, fileId, kind, addedByUserId: null });
}

function pictureOf({ command }: ApprovalRequest): PictureCommand {
  // Written by members/member-files.ts when it was asked.
  return command as PictureCommand;
}
