/** What members are reminded of before its day. */
export const reminderMessages = {
  'nav.reminders': 'Reminders',
  'reminders.none': 'No reminders in the next seven days',
  'reminders.title_one': '{count} reminder in the next seven days',
  'reminders.title_other': '{count} reminders in the next seven days',
  'reminders.lead':
    'The end of a day tells members what comes, so many days before. It tells each of them once, by what they have chosen, and nobody of what is paid already.',
  'reminders.what': 'What',
  'reminders.when': 'Days before',
  'reminders.never': 'nobody is reminded',
  'reminders.week': 'The next seven days',
  'reminders.members': 'Members',
  'reminders.daySentence_one': '{day}: {count} member',
  'reminders.daySentence_other': '{day}: {count} members',
  'reminders.nobody': 'Nobody in the next seven days',
  'reminders.kind.loan-instalment': 'An instalment of a loan',
  'reminders.kind.deposit-instalment': 'An instalment of a recurring deposit',
  'reminders.kind.thrift': 'The thrift of the month',
  'reminders.kind.maturity': 'The end of a deposit',
  'reminders.kind.kyc': 'Papers that have to be renewed',
  'reminders.kind.meeting': 'A general meeting',
};
