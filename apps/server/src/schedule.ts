// Every recurring job, in one list: name, how often, and what it does.

import { postWaitingSheets } from './features/counter/index.ts';
import { sweepDeliveries } from './features/deliveries/index.ts';
import { sweepFiles } from './features/files/index.ts';
import { sweepLoginAttempts, sweepOneTimeCodes, sweepSessions } from './features/identity/index.ts';
import { sweepOutbox } from './features/live/index.ts';
import { publishDueNotices } from './features/notices/index.ts';
import { matchWaitingLines } from './features/payments-in/index.ts';
import { sweepPushes } from './features/push/index.ts';
import { sweepReminders } from './features/reminders/index.ts';
import { rebuildMemberTerms } from './features/search/index.ts';
import { sweepWebhooks } from './features/webhooks/index.ts';
import type { Job } from './platform/jobs.ts';
import type { Platform } from './platform/platform.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const discarding = (sweep: (platform: Platform) => Promise<unknown>) => async (platform: Platform) => {
  await sweep(platform);
};

export const jobs: readonly Job[] = [
  { name: 'sweep-sessions', everyMs: 15 * MINUTE, run: discarding(sweepSessions) },
  { name: 'sweep-one-time-codes', everyMs: HOUR, run: discarding(sweepOneTimeCodes) },
  { name: 'sweep-login-attempts', everyMs: HOUR, run: discarding(sweepLoginAttempts) },
  // What arrives lies on the disk of each instance.
  { name: 'sweep-files', everyMs: HOUR, isLocal: true, run: discarding(sweepFiles) },
  { name: 'sweep-outbox', everyMs: 15 * MINUTE, run: discarding(sweepOutbox) },
  // A long sheet of repayments, or one that a stop of the server has left.
  { name: 'post-repayment-sheets', everyMs: 3 * SECOND, run: postWaitingSheets },
  // Nobody is found by name before it has run after an upgrade; on other days it reads one row.
  { name: 'rebuild-member-terms', everyMs: 5 * SECOND, run: discarding(rebuildMemberTerms) },
  { name: 'publish-notices', everyMs: 15 * SECOND, run: discarding(publishDueNotices) },
  // What an import began and did not end; on other days it reads one row.
  { name: 'match-bank-lines', everyMs: 5 * SECOND, run: discarding(matchWaitingLines) },
  { name: 'sweep-pushes', everyMs: 15 * MINUTE, run: sweepPushes },
  { name: 'sweep-deliveries', everyMs: HOUR, run: discarding(sweepDeliveries) },
  { name: 'sweep-reminders', everyMs: HOUR, run: discarding(sweepReminders) },
  { name: 'sweep-webhooks', everyMs: HOUR, run: sweepWebhooks },
];
