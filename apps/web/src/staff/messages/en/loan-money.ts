/** Money of loans on every day: what counts from an earlier one, and what is put right with it. */
export const loanMoneyMessages = {
  'counter.valueOn': 'Counts from',
  'counter.valueOnHow': 'Only where the money came in on an earlier day.',
  'correction.title': 'Loan {number} counted anew from {day}',
  'correction.how': 'Money was posted on it since. One entry puts right what changes by this, together with the act.',
  'correction.part': 'Paid of',
  'correction.entry': 'By this, {currency}',
  'correction.correction': 'Put right, {currency}',
  'correction.owed': 'Owed: {before} before, {after} after.',
  'correction.penal': 'Charged for being late in these days: {before} before, {after} after.',
  'correction.part.principal': 'Principal',
  'correction.part.interest': 'Interest',
  'correction.part.fee': 'Charges',
  'correction.part.penalty': 'Penal charges',
  'correction.books': 'The entry that puts it right',
  'loan.payoutAccount': 'Account',
  'loan.payoutWay': 'How it is paid out',
  'loan.payoutCashHow':
    'The cash leaves your till when a second person has agreed; the voucher stands with the approval.',
  'entry.kind.correction': 'Loan counted anew',
  'audit.loan.corrected': 'Loan counted anew',
  'audit.loan.penal-recounted': 'Penal charges of a loan counted anew',
};
