// The first morning: the society is set up as the wizard would, and its people are hired.

import type { Permission } from '@kafal/contract';
import type { SimulatedClock } from '../../platform/clock.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Desk, openDesk } from './demo-desk.ts';
import { DEMO_HOLIDAYS } from './demo-holidays.ts';
import { ADMINISTRATOR, STAFF } from './demo-people.ts';
import type { DemoScale, DemoStaff } from './seed-demo.ts';

export async function beginDemo(
  platform: Platform,
  clock: SimulatedClock,
  { begins }: DemoScale,
): Promise<{ desk: Desk; staff: DemoStaff }> {
  clock.set(Date.parse(`${begins}T03:00:00Z`));
  const desk = await openDesk(platform, clock);
  await desk.ask(null, 'POST', '/api/setup', {
    setupCode: platform.setupCode.current(),
    preset: 'IN-STATE',
    society: {
      name: 'Kafal Valley Thrift and Credit Co-operative Society',
      nameLocal: 'काफल घाटी बचत एवं ऋण सहकारी समिति',
      registrationNumber: 'DEMO/TG/2023/114',
      registeredOn: '2023-11-14',
      address: 'Bazaar Road, Kafal Valley, Tehri Garhwal 249199',
      phone: '+91 1376 200 114',
      email: 'office@kafal-valley.example',
    },
    currency: 'INR',
    timeZone: 'Asia/Kolkata',
    financialYearStart: '04-01',
    booksBeginOn: begins,
    fees: { admission: '100.00', buildingFund: '200.00', welfareFund: '100.00' },
    shares: { faceValue: '100.00', minimumShares: 5 },
    savings: { minimumBalance: '100.00' },
    // Replaced before anybody can come in.
    administrator: { ...ADMINISTRATOR, password: platform.ids.randomToken(24), language: 'en' },
  });
  const admin = await actorOf(platform, ADMINISTRATOR.username);
  for (const { username, name, role } of STAFF)
    await desk.ask(admin, 'POST', '/api/admin/users', { username, name, role });
  for (const holiday of DEMO_HOLIDAYS.filter(({ day }) => day >= begins))
    await desk.ask(admin, 'POST', '/api/holidays', holiday);
  const [manager, cashier, cashier2, accountant, committee, officer, ...agents] = await Promise.all(
    ['manager', 'cashier', 'cashier2', 'accountant', 'committee', 'loanofficer', 'agent1', 'agent2'].map((username) =>
      actorOf(platform, username),
    ),
  );
  if (!manager || !cashier || !cashier2 || !accountant || !committee || !officer)
    throw new Error('The demo staff are incomplete.');
  return { desk, staff: { admin, manager, cashier, cashier2, accountant, committee, officer, agents } };
}

export async function actorOf(platform: Platform, username: string): Promise<Actor> {
  const user = await platform.database
    .selectFrom('user')
    .innerJoin('login_name', 'login_name.userId', 'user.id')
    .select(['user.id', 'user.name', 'user.roleCode'])
    .where('login_name.nameKey', '=', username)
    .executeTakeFirstOrThrow();
  const held = await platform.database
    .selectFrom('role_permission')
    .select('permission')
    .where('roleCode', '=', user.roleCode ?? '')
    .execute();
  return {
    userId: user.id,
    kind: 'staff',
    memberId: null,
    roleCode: user.roleCode,
    // The rows were seeded from the contract's own list.
    permissions: new Set(held.map(({ permission }) => permission as Permission)),
    sessionId: `demo-${username}`,
    name: user.name,
    language: 'en',
    address: '127.0.0.1',
    agent: 'Kafal demo',
    requestId: '',
  };
}
