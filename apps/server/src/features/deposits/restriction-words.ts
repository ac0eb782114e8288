interface Said {
  readonly kind: 'hold' | 'lien' | 'freeze';
  readonly allowsDeposits?: boolean;
}

/** The end of the codes of its sentences: a freeze that keeps deposits out too is said in words of its own. */
export function restrictionWords({ kind, allowsDeposits }: Said): string {
  if (kind !== 'freeze') return kind.toUpperCase();
  return allowsDeposits === true ? 'FREEZE_OUT' : 'FREEZE_ALL';
}
