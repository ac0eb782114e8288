import type { MeetingRow } from '../answers.ts';

export const meetingKinds = ['annual', 'special', 'committee'] as const satisfies readonly MeetingRow['kind'][];
/** After which what is shown of meetings may be old. */
export const meetingEvents = ['meeting.changed', 'meeting.progressed'] as const;
