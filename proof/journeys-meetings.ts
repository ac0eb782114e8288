import { inEveryDress, proofOfJourneys, walkMeetings } from './walk-journeys.ts';

export const proof = proofOfJourneys(
  'Meetings of the general body and of the committee, from both sides and in every dress',
  inEveryDress((device, language) => [
    { name: `meetings, on a ${device}, in ${language}`, walk: (say) => walkMeetings(device, language, say) },
  ]),
);
