import { HOUSES } from '../tests/journeys/roles/walk-roles.ts';
import { inEveryDress, proofOfJourneys, walkDay, walkPlainHttp, walkRoles } from './walk-journeys.ts';

export const proof = proofOfJourneys(
  'A day of a society in a real browser, a receipt over plain HTTP, and every act of every role in every dress',
  [
    { name: 'a day of the society in English', walk: (say) => walkDay('en', say) },
    { name: 'a day of the society in Hindi', walk: (say) => walkDay('hi', say) },
    { name: 'plain HTTP under the name of another machine', walk: walkPlainHttp },
    ...inEveryDress((device, language) =>
      HOUSES.map((roles) => ({
        name: `everything that ${roles.join(', ')} may do, on a ${device}, in ${language}`,
        walk: (say) => walkRoles(roles, device, language, say),
      })),
    ),
  ],
);
