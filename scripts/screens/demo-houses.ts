// Two houses to take pictures in: the demo society in business, and one that is not set up yet.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { calendarDate } from '@kafal/core';
import { type DemoScale, openPostOffice, prepareDemo } from '../../apps/server/src/features/demo/index.ts';
import { readConfig } from '../../apps/server/src/platform/config/config.ts';
import { bareEnvironment, type RealServer, startRealServer } from '../../tests/servers/real-server.ts';

/** Thirty members and three months: everything the demo has, in a few seconds. */
const SMALL: DemoScale = { members: 30, begins: calendarDate('2026-09-01'), ends: calendarDate('2026-11-30') };
export const PASSWORD = 'Kafal-demo-2026';
const READY_WITHIN_MS = 300_000;

export interface Houses {
  readonly society: RealServer;
  readonly empty: RealServer;
  close(): Promise<void>;
}

export interface HousesOptions {
  readonly folder: string;
  /** The society may stay for the next time; a small one is made anew. */
  readonly size: 'small' | 'whole';
  /** The first of four ports. */
  readonly port: number;
}

export async function openHouses({ folder, size, port }: HousesOptions): Promise<Houses> {
  const society = join(folder, 'society');
  mkdirSync(society, { recursive: true });
  if (size === 'small') {
    const config = readConfig({ ...bareEnvironment(), DATA_DIR: society }, 'demo');
    const post = await openPostOffice(society);
    await prepareDemo({ config, password: PASSWORD, scale: SMALL, post, progress: () => {} }).finally(post.close);
  }
  const ports = (first: number) => ({ PORT: String(first), WEB_PORT: String(first + 1) });
  const servers: RealServer[] = [];
  const close = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(join(folder, 'empty'), { recursive: true, force: true });
  };
  try {
    servers.push(
      await startRealServer({
        dataFolder: society,
        command: ['demo', '--password', PASSWORD],
        // Whoever looks at every screen in every dress asks more than a clerk does.
        environment: { ...ports(port), RATE_USER: '100000', RATE_ANONYMOUS: '100000' },
        readyWithinMs: READY_WITHIN_MS,
      }),
      await startRealServer({ dataFolder: join(folder, 'empty'), environment: ports(port + 2) }),
    );
  } catch (error) {
    await close();
    throw error;
  }
  const [inBusiness, empty] = servers;
  if (inBusiness === undefined || empty === undefined) throw new Error('A house did not open.');
  return { society: inBusiness, empty, close };
}
