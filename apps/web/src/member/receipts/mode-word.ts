import type { Text } from '../../shared/messages/use-text.ts';
import type { MemberKey } from '../member-text.ts';

const modes: Readonly<Record<string, MemberKey>> = {
  cash: 'mode.cash',
  cheque: 'mode.cheque',
  bank: 'mode.bank',
  upi: 'mode.upi',
  transfer: 'mode.transfer',
};

export function modeWord(mode: string, t: Text<MemberKey>): string {
  const key = modes[mode];
  return key === undefined ? mode : t(key);
}
