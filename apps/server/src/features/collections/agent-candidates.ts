// Who may become an agent: staff who can log in, whose role collects, and who is none yet.

import type { Reader } from '../../platform/database/dialect.ts';

export interface AgentCandidate {
  readonly id: number;
  readonly name: string;
}

export function listCandidates(reader: Reader): Promise<AgentCandidate[]> {
  return candidates(reader).execute();
}

export function findCandidate(reader: Reader, userId: number): Promise<AgentCandidate | undefined> {
  return candidates(reader).where('user.id', '=', userId).executeTakeFirst();
}

function candidates(reader: Reader) {
  return reader
    .selectFrom('user')
    .innerJoin('role_permission', (join) =>
      join
        .onRef('role_permission.roleCode', '=', 'user.roleCode')
        .on('role_permission.permission', '=', 'collections.own'),
    )
    .leftJoin('agent', 'agent.userId', 'user.id')
    .select(['user.id', 'user.name'])
    .where('user.kind', '=', 'staff')
    .where('user.status', '=', 'active')
    .where('agent.id', 'is', null)
    .orderBy('user.name')
    .orderBy('user.id');
}
