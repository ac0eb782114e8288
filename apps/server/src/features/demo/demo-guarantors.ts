// Who may borrow in the demo, and who stands surety for them.

import { MEMBER_PERMISSIONS } from '@kafal/contract';
import { addMonths, type CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Desk } from './demo-desk.ts';

export interface DemoBorrower {
  readonly id: number;
  readonly number: string;
  readonly name: string;
}

/** Before anybody is lent to, people have saved for so long. */
const MONTHS_OF_MEMBERSHIP = 6;
const MOST_GUARANTEES = 2;

/** Whoever has been here long enough, owes no loan and has asked for none. */
export function borrowersOn({ platform }: Desk, day: CalendarDate): Promise<DemoBorrower[]> {
  return platform.database
    .selectFrom('member as m')
    .innerJoin('deposit as s', 's.memberId', 'm.id')
    .select(['m.id', 'm.number', 'm.name'])
    .where('m.status', '=', 'active')
    .where('m.joinedOn', '<=', addMonths(day, -MONTHS_OF_MEMBERSHIP))
    .where('s.productCode', '=', 'SB')
    .where('s.status', '=', 'active')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('loan as l')
            .select('l.id')
            .whereRef('l.memberId', '=', 'm.id')
            .where((is) =>
              is.or([
                is('l.status', 'not in', ['closed', 'rejected', 'withdrawn', 'lapsed']),
                is('l.writtenOffOn', 'is not', null),
              ]),
            ),
        ),
      ),
    )
    .orderBy('m.id')
    .execute();
}

/** Nobody stands for more loans than the products let. */
export async function freeToStand<One extends DemoBorrower>({ platform }: Desk, people: readonly One[]) {
  const standing = await platform.database
    .selectFrom('loan_guarantor as g')
    .innerJoin('loan as l', 'l.id', 'g.loanId')
    .select('g.memberId')
    .where('g.status', '<>', 'declined')
    .where('l.status', 'not in', ['closed', 'rejected', 'withdrawn', 'lapsed'])
    .execute();
  return people.filter(({ id }) => standing.filter(({ memberId }) => memberId === id).length < MOST_GUARANTEES);
}

export async function sayYes(desk: Desk, loanId: string, sureties: readonly DemoBorrower[]): Promise<void> {
  for (const { id } of sureties) {
    await desk.ask(await memberActor(desk, id), 'PUT', `/api/loans/${loanId}/surety`, { consents: true });
  }
}

export async function memberActor({ platform }: Desk, memberId: number): Promise<Actor> {
  const user = await platform.database
    .selectFrom('user')
    .select(['id', 'name'])
    .where('memberId', '=', memberId)
    .executeTakeFirstOrThrow();
  return {
    userId: user.id,
    kind: 'member',
    memberId,
    roleCode: null,
    permissions: new Set(MEMBER_PERMISSIONS),
    sessionId: `demo-member-${memberId}`,
    name: user.name,
    language: 'en',
    address: '127.0.0.1',
    agent: 'Kafal demo',
    requestId: '',
  };
}
