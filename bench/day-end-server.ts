// The server whose day is ended while people work, in a process of its own: the whole app on the society of the bench. It
// says its port and the words by which a manager and a cashier are known.

import { simulatedClock } from '../apps/server/src/platform/clock.ts';
import { openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import { createTestApp } from '../apps/server/src/platform/http/test-app.ts';
import { MORNING } from './day-end-society.ts';

const [file = ''] = process.argv.slice(2);
const database = await openDatabase({ kind: 'sqlite', path: file });
const app = await createTestApp(undefined, {
  clock: simulatedClock(MORNING),
  database,
  environment: { RATE_USER: '10000000' },
});
const manager = await app.staff('manager', 'Meena Joshi');
const cashier = await app.staff('cashier', 'Kavita Bisht');
const address = new URL(await app.app.listen({ port: 0, host: '127.0.0.1' }));
process.send?.({ port: Number(address.port), manager: manager.headers, cashier: cashier.headers });
process.once('disconnect', async () => {
  await app.close();
  await database.close();
  process.exit();
});
