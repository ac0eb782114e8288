import { inEveryDress, proofOfJourneys, walkAccounts, walkKept } from './walk-journeys.ts';

export const proof = proofOfJourneys(
  'Accounts of every kind from both sides of the counter, and deposits that are looked after, in every dress',
  inEveryDress((device, language) => [
    {
      name: `accounts of every kind, with staff on a ${device}, in ${language}`,
      walk: (say) => walkAccounts(device, language, say),
    },
    {
      name: `deposits that are looked after, on a ${device}, in ${language}`,
      walk: (say) => walkKept(device, language, say),
    },
  ]),
);
