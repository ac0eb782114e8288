import { inEveryDress, proofOfJourneys, walkLateLoan, walkLoan } from './walk-journeys.ts';

export const proof = proofOfJourneys(
  'A loan from the first question to the last rupee, in every dress',
  inEveryDress((device, language) => [
    {
      name: `a loan, on a ${device}, in ${language}`,
      walk: (say) => walkLoan(device, language, say),
    },
    {
      name: `a loan that is late, on a ${device}, in ${language}`,
      walk: (say) => walkLateLoan(device, language, say),
    },
  ]),
);
