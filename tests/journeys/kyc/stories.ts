// The papers of a member from both sides: sent from the phone and taken in at the desk, an Aadhaar cut before it is kept, looked at by a
// second person, rejected, sent again and verified; then what the list, the counter and the audit log show of it.

import type { Story } from '../kept-deposits/kept-house.ts';
import { checkingStories } from './checking.ts';
import { sendingStories } from './sending.ts';

export const KYC_STAFF = ['loan_officer'] as const;
export const KYC_STORIES: readonly Story[] = [...sendingStories, ...checkingStories];
