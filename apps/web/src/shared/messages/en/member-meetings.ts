/** Meetings in the member app. */
export const memberMeetingMessages = {
  'ownMeeting.coming': 'Meetings to come',
  'ownMeeting.past': 'Meetings that were held',
  'ownMeeting.none': 'No meeting is called',
  'ownMeeting.noneHow': 'When a general meeting is called, it stands here with its agenda.',
  'ownMeeting.notice': 'Notice as PDF',
  'ownMeeting.codeTitle': 'Your code for the door',
  'ownMeeting.codeHow': 'Show this at the desk when you come in. It is yours alone and changes every minute.',
  'ownMeeting.codeShow': 'Show my code',
  'ownMeeting.codeAlt': 'Your code for the door, to be read by the desk',
  'ownMeeting.codeSay': 'Without a phone your member number is enough: {number}',
  'ownMeeting.present': 'You are marked as present.',
  'ownMeeting.voteTitle': 'Your vote',
  'ownMeeting.voteSecret': 'Nobody sees how you vote, and it cannot be changed afterwards.',
  'ownMeeting.voteOpen':
    'This vote is open: your vote stands in the minutes with your name. It cannot be changed afterwards.',
  'ownMeeting.voteSure': 'You vote: {choice}. Is that right?',
  'ownMeeting.voteSend': 'Yes, vote {choice}',
  'ownMeeting.voteBack': 'Choose again',
  'ownMeeting.voted': 'You have voted. The result stands here when the chair has closed the vote.',
  'ownMeeting.notPresent': 'To vote, be marked as present at the desk first.',
  'ownMeeting.minutesPdf': 'Minutes as PDF',
};
