// Every story of a loan, in the order they are walked: one loan, from the first question to the last rupee.

import type { Story } from '../kept-deposits/kept-house.ts';
import { borrowStories } from './borrow.ts';
import { repayStories } from './repay.ts';

export const LOAN_STORIES: readonly Story[] = [...borrowStories, ...repayStories];
export const LOAN_STAFF = ['loan_officer', 'committee', 'accountant'] as const;
