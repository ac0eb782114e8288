import { inEveryDress, proofOfJourneys, walkMeetings, walkReminders } from './walk-journeys.ts';

export const proof = proofOfJourneys(
  'Meetings of the general body and of the committee, reminders, notifications and receipts by WhatsApp, from both sides and in every dress',
  inEveryDress((device, language) => [
    { name: `meetings, on a ${device}, in ${language}`, walk: (say) => walkMeetings(device, language, say) },
    { name: `reminders, on a ${device}, in ${language}`, walk: (say) => walkReminders(device, language, say) },
  ]),
);
