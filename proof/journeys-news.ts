import { inEveryDress, proofOfJourneys, walkKyc, walkNews } from './walk-journeys.ts';

export const proof = proofOfJourneys(
  'Notices, messages to the office, payments from phones, webhooks and papers, from both sides and in every dress',
  inEveryDress((device, language) => [
    { name: `what goes to and fro, on a ${device}, in ${language}`, walk: (say) => walkNews(device, language, say) },
    { name: `papers, on a ${device}, in ${language}`, walk: (say) => walkKyc(device, language, say) },
  ]),
);
