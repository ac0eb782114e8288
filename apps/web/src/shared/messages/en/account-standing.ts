/** What keeps money on a member's account, and whose it is; fetched with its page. */
export const accountStandingMessages = {
  'standing.heldBy': 'Held by {names}.',
  'standing.together': 'This account is operated by all its holders together: money goes out at the counter only.',
  'standing.firstAlone': 'Only the first holder takes money out of this account.',
  'standing.nominees': 'Nominees of the account: {names}.',
  'standing.dormant':
    'The account sleeps because nothing was paid in or out for long. It earns interest, and money may come in. To take money out, come to the office with your papers.',
  'standing.held': '{amount} is kept back and cannot be withdrawn now.',
  'standing.heldUntil': '{amount} is kept back until {day} and cannot be withdrawn before.',
  'standing.lien': '{amount} is security for a loan ({reference}) and stays until it is repaid.',
  'standing.frozenOut': 'The account is frozen: nothing can be withdrawn, money may come in. The office says why.',
  'standing.frozenAll': 'The account is frozen: nothing can be withdrawn or paid in. The office says why.',
};
