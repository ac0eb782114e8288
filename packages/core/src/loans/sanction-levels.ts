// Who may sanction how much: each level is a role and the most it lends; the last one has no limit.

import type { Money } from '../money/money.ts';

export interface SanctionLevel {
  readonly roleCode: string;
  /** The most that is sanctioned at this level; null: any amount. */
  readonly upTo: Money | null;
}

/** Where a society has set no levels, whoever may decide at all decides any amount. */
export const maySanction = (levels: readonly SanctionLevel[], roleCode: string | null, amount: Money): boolean =>
  levels.length === 0 || rolesThatSanction(levels, amount).some((role) => role === roleCode);

/** The roles whose level reaches the amount, the smallest level first. */
export const rolesThatSanction = (levels: readonly SanctionLevel[], amount: Money): string[] =>
  levels.filter(({ upTo }) => upTo === null || amount <= upTo).map(({ roleCode }) => roleCode);

export type SanctionLevelSlip = 'twice' | 'order' | 'last';

/**
 * What no ladder of levels can mean, with the place of the level: a role on two of them, one that is not above the one
 * before it, or no last one that decides what is above all others.
 */
export function sanctionLevelSlip(
  levels: readonly SanctionLevel[],
): { readonly slip: SanctionLevelSlip; readonly place: number } | undefined {
  for (const [place, { roleCode, upTo }] of levels.entries()) {
    if (levels.findIndex((other) => other.roleCode === roleCode) < place) return { slip: 'twice', place };
    const before = levels[place - 1];
    if (before !== undefined && (before.upTo === null || (upTo !== null && upTo <= before.upTo))) {
      return { slip: 'order', place };
    }
  }
  const last = levels.at(-1);
  return last !== undefined && last.upTo !== null ? { slip: 'last', place: levels.length - 1 } : undefined;
}
