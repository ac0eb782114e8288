/** Words of the accounts that keep their money, fetched with their page. */
export const goalMessages = {
  'goal.of': 'Saving for: {purpose}',
  'goal.share': '{percent} %',
  'goal.savedOf': '{saved} of {target} by {day}',
  'goal.reached': 'The goal is reached. The money can be withdrawn.',
  'goal.dayHasCome': 'The day of the goal has come. The money can be withdrawn.',
  'goal.each_one': 'Put by {amount} in the month that is left, and the goal is reached.',
  'goal.each_other': 'Put by {amount} in each of the {count} months that are left, and the goal is reached.',
  'goal.atOnce': '{amount} are missing, and less than a month is left.',
  'goal.byItself': 'What is saved grows to {amount} by then. Nothing more has to be put by.',
  'goal.how': 'Counted with {rate} a year: what is saved grows to {amount} by then.',
  'goal.kept': 'It can be withdrawn on {day}, or once the goal is reached.',
  'account.keptToEnd': 'This money is paid out when the membership ends.',
  'account.keptDaily': 'This money is paid out when the daily deposit ends.',
};
