// People who apply and join, for tests. Only tests import this file.

import { RegisterWalkInBody } from '@kafal/contract';
import type { Money } from '@kafal/core';
import type { SignedIn } from '../../platform/http/test-app.ts';
import type { Platform } from '../../platform/platform.ts';
import { type ApprovedApplication, activateWhenComplete, approveApplication, memberDues, payDue } from './index.ts';
import { registerWalkIn } from './register-member.ts';

let applicants = 0;

/** A different person each time, with a phone of their own. */
export function applicantBody(change: Record<string, unknown> = {}): Record<string, unknown> {
  applicants += 1;
  return {
    name: `Sunita Devi Rawat ${String.fromCharCode(65 + (applicants % 26))}${applicants}`,
    dateOfBirth: '1988-04-12',
    gender: 'female',
    phone: String(9_811_000_000 + applicants),
    addressLine: 'House 14, Lane 3',
    locality: 'Nehru Colony',
    district: 'Dehradun',
    state: 'Uttarakhand',
    postalCode: '248001',
    occupation: 'Teacher',
    accountType: 'savings',
    language: 'en',
    nominees: [{ name: 'Mohan Rawat', relation: 'husband', dateOfBirth: '1985-01-20', sharePercent: '100.00' }],
    ...change,
  };
}

/** Registered by one clerk and approved by another. */
export async function admitMember(
  platform: Platform,
  people: { clerk: SignedIn; manager: SignedIn },
  change: Record<string, unknown> = {},
): Promise<ApprovedApplication> {
  const body = RegisterWalkInBody.parse(applicantBody(change));
  const { applicationId } = await registerWalkIn(platform, people.clerk.actor, body);
  return approveApplication(platform, people.manager.actor, { applicationId, acceptFlags: true });
}

/** Counts payments towards the dues, as a receipt does, without the money itself. */
export async function payDues(
  platform: Platform,
  payer: SignedIn,
  memberId: number,
  amountOf: (due: { feeCode: string; outstanding: Money }) => Money = (due) => due.outstanding,
): Promise<boolean> {
  const dues = await memberDues(platform.database, memberId);
  return platform.transact(async (trx) => {
    for (const due of dues) {
      const amount = amountOf(due);
      if (amount > 0) await payDue(trx, platform, { memberId, dueId: due.id, amount });
    }
    return activateWhenComplete(trx, platform, payer.actor, memberId);
  });
}
