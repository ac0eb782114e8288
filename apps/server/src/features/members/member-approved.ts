// What else comes to exist when somebody becomes a member: a savings account, a share folio. The features that keep
// those stand above this one, so they say here what they do instead of being called by name.

import type { CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { Settings } from '../society/index.ts';

export interface ApprovedMember {
  readonly memberId: number;
  readonly memberNumber: string;
  /** Which account the applicant asked for. */
  readonly accountType: 'savings' | 'none';
  /** The business date of the admission. */
  readonly on: CalendarDate;
  /** The rules of that date, read before the transaction. */
  readonly settings: Settings;
}

export interface MemberOpening {
  /** The number of the account that was opened. */
  readonly depositNumber?: string;
}

/** Runs inside the transaction that makes the member; a refusal takes the member back with it. */
export type AtApproval = (
  trx: Trx,
  platform: Platform,
  actor: Actor,
  member: ApprovedMember,
) => Promise<MemberOpening | undefined>;

const acts = new Map<string, AtApproval>();

/** Called where a feature is put together. One act per name, always run in the order of the names. */
export function onMemberApproved(name: string, act: AtApproval): void {
  acts.set(name, act);
}

export async function runAtApproval(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  member: ApprovedMember,
): Promise<MemberOpening> {
  let opened: MemberOpening = {};
  for (const name of [...acts.keys()].sort()) {
    opened = { ...opened, ...(await acts.get(name)?.(trx, platform, actor, member)) };
  }
  return opened;
}
