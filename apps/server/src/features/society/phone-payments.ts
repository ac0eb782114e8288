import type { Settings } from './setting-registry.ts';

type PaymentSettings = Pick<Settings, 'payments.scheme' | 'payments.upiAddress' | 'payments.nepalCode'>;

/** The scheme by which members pay from their phones; null until the society has said where that money goes. */
export function phonePaymentsOf(settings: PaymentSettings): 'upi' | 'nepal-qr' | null {
  const scheme = settings['payments.scheme'];
  const address = scheme === 'upi' ? settings['payments.upiAddress'] : settings['payments.nepalCode'];
  return address === null ? null : scheme;
}
