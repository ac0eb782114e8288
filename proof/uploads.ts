import { sendFilesTo } from '../tests/uploads/send-files-to.ts';
import type { Proof } from './proof-kind.ts';

const ABORTS = 1_000;
const MOST_GROWN_MIB = 256;
const KEEPERS = ['disk', 'service'] as const;
const grownMiB: Partial<Record<(typeof KEEPERS)[number], number>> = {};

export const proof: Proof = {
  title: `Poisoned files refused or made harmless, good ones taken, ${ABORTS} uploads that break off leave nothing, on the disk and in a service that speaks S3`,
  async run({ step, say }) {
    const wrong: string[] = [];
    for (const keeper of KEEPERS) {
      say(keeper);
      const { failures, grownMiB: grown, ...counts } = await sendFilesTo(keeper, { aborts: ABORTS });
      grownMiB[keeper] = grown;
      step({ ...counts });
      wrong.push(...failures.map((failure) => `${keeper}: ${failure}`));
      if (grown > MOST_GROWN_MIB) wrong.push(`${keeper}: memory grew by ${grown} MiB`);
    }
    return wrong;
  },
  figures: () => ({
    'most grown, MiB': grownMiB.disk ?? 0,
    'most grown with a service, MiB': grownMiB.service ?? 0,
  }),
};
