import { normaliseName } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { DepositWithBalance } from '../deposits/index.ts';

/**
 * Whom the money would go to, before it goes. Staff and the owner of both accounts see the name; another member sees
 * enough to know a person they mean ("Sunita D. R."), and not enough to collect names by trying numbers.
 */
export function recipientName(
  actor: Pick<Actor, 'kind'>,
  from: Pick<DepositWithBalance, 'memberId'>,
  to: Pick<DepositWithBalance, 'memberId' | 'memberName'>,
): string {
  if (actor.kind !== 'member' || to.memberId === from.memberId) return to.memberName;

  const [first = '', ...others] = normaliseName(to.memberName).split(' ');
  const segments = new Intl.Segmenter('hi', { granularity: 'grapheme' });
  const initials = others.map((word) => `${[...segments.segment(word)][0]?.segment ?? ''}.`);
  return [first, ...initials].join(' ');
}
