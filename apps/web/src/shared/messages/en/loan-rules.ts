/** The rules of lending against one member, for staff and for the member. */
export const loanRuleMessages = {
  'loanRule.membership': 'Long enough a member',
  'loanRule.membershipIs': 'from {limit} on',
  'loanRule.shareMultiple': '{multiple} times the shares of {of}',
  'loanRule.depositMultiple': '{multiple} times the deposits of {of}',
  'loanRule.exposure': 'Owed in all, with this loan',
  'loanRule.thriftArrears': 'Thrift in arrears',
  'loanRule.moneyIs': '{value}, at most {limit}',
  'loanRule.ownOverdue': 'Days that own loans are past due',
  'loanRule.daysIs': '{value}, at most {limit}',
  'loanRule.takeHome': 'Left of the income after all instalments',
  'loanRule.percentIs': '{value}, at least {limit}',
  'loanRule.unknown': 'the income is not known',
  'loanRule.holds': 'holds',
  'loanRule.hard': 'does not hold',
  'loanRule.recommender': 'does not hold; the office may lend all the same',
  'loanRule.decider': 'does not hold; whoever decides may lend all the same',
};
