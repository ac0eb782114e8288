import { OPERATING_MODES } from '@kafal/core';
import { z } from 'zod';
import { Id, IdInput, typedText } from './common.ts';
import { NomineeInput, NomineeView } from './members.ts';

/** Who holds a deposit, the first holder first. */
export const DepositHolding = z.object({
  mode: z.enum(OPERATING_MODES),
  holders: z.array(z.object({ memberId: Id, memberNumber: z.string(), name: z.string() })),
  guardianName: z.string().nullable(),
});

const holding = {
  mode: z.enum(OPERATING_MODES),
  /** The holders beside the first, in their order. */
  memberIds: z.array(IdInput).max(3),
  /** Of the kind `guardian`: who acts for the minor. */
  guardianName: typedText(120, 2).optional(),
};
export const HoldingInput = z.strictObject(holding);
export const ChangeHoldersBody = z
  .strictObject({ ...holding, reason: typedText(200, 5) })
  .meta({ examples: [{ mode: 'either-or-survivor', memberIds: ['1'], reason: 'Asked for by both in writing' }] });

/** Who gets the deposit when its member dies; without any of its own, those of the membership. */
export const DepositNominees = z.object({ areOwn: z.boolean(), items: z.array(NomineeView) });
/** None: the deposit goes to the nominees of the membership. */
export const NameNomineesBody = z.strictObject({ nominees: z.array(NomineeInput).max(10) }).meta({
  examples: [
    { nominees: [{ name: 'Kamla Rawat', relation: 'mother', dateOfBirth: '1958-02-11', sharePercent: '100.00' }] },
  ],
});
