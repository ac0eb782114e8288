// The day in its order. Every step goes on where the one before it stopped, in the pages that were left open.

import {
  applyOnThePhone,
  approveTheApplication,
  correctTheApplication,
  registerAWalkIn,
  returnTheApplication,
} from './application.ts';
import { auditorLooksAround } from './auditor.ts';
import { readTheAuditLog, readTheBooks } from './books.ts';
import { bringInColleagues } from './colleagues.ts';
import { reverseAMistake, suspendTheMember } from './corrections.ts';
import { openTheTill, takeTheDuesInTwoPayments } from './counter.ts';
import type { Day } from './day.ts';
import { setTheHouseInOrder } from './house.ts';
import { takeAReceiptByKeyboard } from './keyboard.ts';
import { lookInTheDarkAndOnATablet } from './looks.ts';
import { loseTheLine, watchTheDashboard } from './lost-line.ts';
import { comeInWithTheCode, lookAroundOnThePhone, watchADepositArrive } from './member-phone.ts';
import { payOutAboveTheLimit, payOutWithinTheLimit, takeMoneyByUpi, transferFromThePhone } from './money-out.ts';
import { enterTheOpeningBalances } from './opening-books.ts';
import { setUpTheSociety } from './set-up.ts';
import { allotShares } from './shares.ts';
import { closeTheTillShort } from './till-closing.ts';
import { verifyTheBooks } from './verify.ts';

export interface Step {
  readonly title: string;
  readonly walk: (day: Day) => Promise<void>;
}

export const STEPS: readonly Step[] = [
  { title: 'a society is set up in the browser with the code from the terminal', walk: setUpTheSociety },
  { title: 'colleagues come in with one-time codes and passwords of their own', walk: bringInColleagues },
  { title: 'a person applies on a phone and follows the application', walk: applyOnThePhone },
  { title: 'the manager hears of it without a reload and returns it', walk: returnTheApplication },
  { title: 'the applicant reads why, corrects it and sends it again', walk: correctTheApplication },
  { title: 'approval makes the member, the number, the dues and a code', walk: approveTheApplication },
  { title: 'a walk-in is registered by the cashier and approved by the committee', walk: registerAWalkIn },
  { title: 'opening balances are entered by one person and approved by another', walk: enterTheOpeningBalances },
  { title: 'the cashier opens a till with counted cash', walk: openTheTill },
  { title: 'two part payments of many lines make the member active, on A5 and 80 mm', walk: takeTheDuesInTwoPayments },
  { title: 'the member comes in with the code and sees the balances', walk: comeInWithTheCode },
  { title: 'a deposit at the counter appears on the open phone', walk: watchADepositArrive },
  { title: 'every page of the member is there', walk: lookAroundOnThePhone },
  { title: 'a UPI reference counts once', walk: takeMoneyByUpi },
  { title: 'money within the limit is paid out at once', walk: payOutWithinTheLimit },
  { title: 'money above the limit waits for a second person', walk: payOutAboveTheLimit },
  { title: 'the member transfers money to another member', walk: transferFromThePhone },
  { title: 'share money becomes shares with a certificate', walk: allotShares },
  { title: 'a mistake is reversed with a reason', walk: reverseAMistake },
  { title: 'the manager’s figures move when a colleague posts', walk: watchTheDashboard },
  { title: 'a lost line is said, and what was missed comes in once', walk: loseTheLine },
  { title: 'a receipt is taken with the keyboard alone', walk: takeAReceiptByKeyboard },
  { title: 'the main pages stand in the dark and on a tablet', walk: lookInTheDarkAndOnATablet },
  { title: 'the till is closed ten rupees short', walk: closeTheTillShort },
  { title: 'register, day book, ledger and trial balance agree', walk: readTheBooks },
  { title: 'the audit log names the acts of the day', walk: readTheAuditLog },
  { title: 'rules, fees, tills, users and roles are set on screens', walk: setTheHouseInOrder },
  { title: 'a suspension acts at once on the open phone', walk: suspendTheMember },
  { title: 'the auditor reads everything and can change nothing', walk: auditorLooksAround },
  { title: 'the books are proved from the outside', walk: verifyTheBooks },
];

/** One step with everything that was noticed on the way; pictures of all screens when it fails. */
export async function walkStep(day: Day, { walk }: Step): Promise<void> {
  try {
    await walk(day);
  } catch (error) {
    await day.pictures('failed');
    const noticed = day.takeComplaints();
    if (noticed.length === 0) throw error;
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${noticed.join('\n')}`, {
      cause: error,
    });
  }
  const noticed = day.takeComplaints();
  if (noticed.length > 0) throw new Error(noticed.join('\n'));
}
