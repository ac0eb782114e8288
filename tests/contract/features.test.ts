import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicant } from '../society/open-society.ts';
import { badInBooks, must, openForBusiness, type Person, type SocietyInBusiness } from './society-in-business.ts';

let society: SocietyInBusiness;
let asha: Person;
beforeAll(async () => {
  const t = Date.now();
  society = await openForBusiness();
  console.log('open', Date.now() - t);
  asha = await society.admitActive('5000.00');
  console.log('active', Date.now() - t);
});
afterAll(() => society.close());
test('x', async () => {
  console.log((await asha.signedIn.inject({ url: '/api/me' })).body);
  const t = Date.now();
  console.log(await badInBooks(society), Date.now() - t);
});
