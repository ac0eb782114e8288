// Every route of the OpenAPI document × every role × somebody else's object.

import { checkAccess } from '../tests/access/check-access.ts';
import type { Proof } from './proof-kind.ts';

export const proof: Proof = {
  title: 'Every door, in every role, with the object of somebody else',
  run: async ({ progress, step, say }) => {
    if (progress.done > 0) return [];
    const { failures, counts } = await checkAccess();
    say(`${counts.routes} routes × ${counts.roles} roles: ${counts.cells} cells, ${counts.requests} requests.`);
    step({ ...counts, failures: failures.length });
    return failures;
  },
};
