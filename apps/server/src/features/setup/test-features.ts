// The features a society cannot do without, put together for tests. Only tests import this file.

import type { Feature } from '../../app.ts';
import { accountingMessages, accountingRoutes } from '../accounting/index.ts';
import { approvalsMessages, approvalsRoutes } from '../approvals/index.ts';
import { depositsMessages, depositsRoutes } from '../deposits/index.ts';
import { filesMessages, filesRoutes } from '../files/index.ts';
import { identityMessages, identityRoutes } from '../identity/index.ts';
import { kycMessages, kycRoutes } from '../kyc/index.ts';
import { membersMessages, membersRoutes } from '../members/index.ts';
import { sharesMessages, sharesRoutes } from '../shares/index.ts';
import { societyMessages, societyRoutes } from '../society/index.ts';
import { setupMessages, setupRoutes } from './index.ts';

export const societyFeatures: readonly Feature[] = [
  { name: 'setup', routes: setupRoutes, messages: setupMessages },
  { name: 'identity', routes: identityRoutes, messages: identityMessages },
  { name: 'society', routes: societyRoutes, messages: societyMessages },
  { name: 'files', routes: filesRoutes, messages: filesMessages },
  { name: 'members', routes: membersRoutes, messages: membersMessages },
  { name: 'kyc', routes: kycRoutes, messages: kycMessages },
  { name: 'shares', routes: sharesRoutes, messages: sharesMessages },
  { name: 'deposits', routes: depositsRoutes, messages: depositsMessages },
  { name: 'accounting', routes: accountingRoutes, messages: accountingMessages },
  { name: 'approvals', routes: approvalsRoutes, messages: approvalsMessages },
];
