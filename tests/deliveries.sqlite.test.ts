import { expect, test } from 'vitest';
import { deliverThroughKills } from './deliveries/deliver-through-kills.ts';

// 10,000 events are `npm run proof -- notification-deliveries`; this is the same code with small counts.
test('300 receipts with 5 kills of the server and of the mail server: each is told of, none twice', async () => {
  const report = await deliverThroughKills({ seed: 20_261_130, events: 300, serverKills: 3, mailKills: 2 });
  expect(report).toMatchObject({ events: 300, delivered: 300, missing: 0, twice: 0, unsettled: 0 });
});
