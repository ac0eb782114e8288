// A society that stands, for tests. Only tests import this file.

import { SetupBody } from '@kafal/contract';
import { TEST_SETUP_CODE } from '../../platform/http/test-app.ts';
import type { Platform } from '../../platform/platform.ts';
import { setUpSociety } from './set-up-society.ts';

export const TEST_ADMINISTRATOR = { username: 'admin', password: 'Seven tall deodars by the river' } as const;

/** What the wizard would send. */
export function testSetupBody() {
  return {
    setupCode: TEST_SETUP_CODE,
    preset: 'IN-STATE' as 'IN-STATE' | 'IN-MSCS' | 'NP-SACCOS' | 'INTL-SACCO',
    society: {
      name: 'Nehru Colony Thrift and Credit Society',
      nameLocal: 'नेहरू कॉलोनी थ्रिफ्ट एंड क्रेडिट सोसायटी',
      registrationNumber: 'UK/DDN/1987/221',
      address: 'Nehru Colony, Dehradun 248001',
      phone: '+91 135 2700000',
      email: 'office@society.example',
    },
    currency: 'INR',
    timeZone: 'Asia/Kolkata',
    financialYearStart: '04-01',
    booksBeginOn: '2026-11-30',
    fees: { admission: '100.00', buildingFund: '200.00', welfareFund: '50.00' },
    shares: { faceValue: '100.00', minimumShares: 5 },
    savings: { minimumBalance: '100.00' },
    administrator: { ...TEST_ADMINISTRATOR, name: 'Hema Joshi', language: 'en' },
  };
}

export async function setUpTestSociety(
  platform: Platform,
  change: (body: ReturnType<typeof testSetupBody>) => void = () => {},
): Promise<void> {
  const body = testSetupBody();
  change(body);
  await setUpSociety(
    platform,
    { address: '127.0.0.1', agent: 'test', language: 'en', requestId: 'test' },
    SetupBody.parse(body),
  );
}
