/**
 * What waits for a member after a term is kept like this. Nobody opens such an account, so it is no row of the products; it
 * earns what savings earn.
 */
export const UNCLAIMED = {
  code: 'UNCLAIMED',
  kind: 'unclaimed',
  nameEn: 'Matured deposit, unclaimed',
  nameHi: 'परिपक्व जमा, बिना दावे की',
  accountCode: '2141',
  numberPrefix: 'UD',
} as const;
