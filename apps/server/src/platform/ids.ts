// Where unguessable ids come from. The demo draws them from a seed, so that two demos are alike byte for byte.

import { createHash, randomBytes } from 'node:crypto';

export interface IdSource {
  /** `bytes` random bytes as base64url text: 16 bytes are 22 characters. */
  randomToken(bytes?: number): string;
}

export const systemIds: IdSource = {
  randomToken: (bytes = 16) => randomBytes(bytes).toString('base64url'),
};

/** Never for secrets: whoever knows the seed knows every id. */
export function seededIds(seed: string): IdSource {
  let drawn = 0;

  return {
    randomToken: (bytes = 16) => {
      const blocks: Buffer[] = [];
      for (let filled = 0; filled < bytes; filled += 32) {
        blocks.push(createHash('sha256').update(`${seed}:${drawn}`).digest());
        drawn += 1;
      }
      return Buffer.concat(blocks).subarray(0, bytes).toString('base64url');
    },
  };
}
