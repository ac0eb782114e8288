/** Who may take money out of a deposit that several hold, and what becomes of it when one dies. */
export const OPERATING_MODES = ['single', 'either-or-survivor', 'former-or-survivor', 'jointly', 'guardian'] as const;
export type OperatingMode = (typeof OPERATING_MODES)[number];

export const isJointMode = (mode: OperatingMode): boolean => mode !== 'single' && mode !== 'guardian';

/** Whether a holder may take money out alone, from their own phone. What takes all of them takes a counter. */
export function mayOperateAlone(mode: OperatingMode, isFirstHolder: boolean): boolean {
  switch (mode) {
    case 'either-or-survivor':
      return true;
    case 'jointly':
      return false;
    case 'single':
    case 'former-or-survivor':
    case 'guardian':
      return isFirstHolder;
  }
}
