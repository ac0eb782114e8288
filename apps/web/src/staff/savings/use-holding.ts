import { isJointMode, type OperatingMode } from '@kafal/core';
import { useState } from 'react';
import type { DepositHolding, FoundMember } from '../answers.ts';

/** A holder beside the first, as far as a form needs to know them. */
export type OtherHolder = Pick<FoundMember, 'id' | 'memberNumber' | 'name'>;

export interface TypedHolding {
  mode: OperatingMode;
  others: readonly OtherHolder[];
  guardian: string;
}

/** Who holds an account, as it is being typed; what a mode does not want is kept and not sent. */
export function useHolding(held?: DepositHolding) {
  const [typed, setTyped] = useState<TypedHolding>(() => ({
    mode: held?.mode ?? 'single',
    others: (held?.holders ?? []).slice(1).map(({ memberId, ...holder }) => ({ id: memberId, ...holder })),
    guardian: held?.guardianName ?? '',
  }));
  const { mode, others, guardian } = typed;
  const isJoint = isJointMode(mode);
  const holding = {
    mode,
    memberIds: isJoint ? others.map(({ id }) => id) : [],
    ...(mode === 'guardian' ? { guardianName: guardian.trim() } : {}),
  };
  const isReady = isJoint ? others.length > 0 : mode !== 'guardian' || guardian.trim().length >= 2;
  return { typed, setTyped, holding, isReady };
}
