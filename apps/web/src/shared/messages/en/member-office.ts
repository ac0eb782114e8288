import { meetingMessages } from './meetings.ts';
import { memberMeetingMessages } from './member-meetings.ts';
import { officeMessageMessages } from './office-messages.ts';

/** Whatever a member reads of the office and of the meetings, in one file to fetch. */
export const memberOfficeMessages = { ...officeMessageMessages, ...meetingMessages, ...memberMeetingMessages };
