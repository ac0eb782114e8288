// Every story of a loan, in the order they are walked: one loan, from the first question to the last rupee; and, in a house of its
// own, the committee, the collections desk and what is done when a loan goes wrong.

import type { Story } from '../kept-deposits/kept-house.ts';
import { borrowStories } from './borrow.ts';
import { collectStories } from './collect.ts';
import { decideStories } from './decide.ts';
import { measureStories } from './measures.ts';
import { repayStories } from './repay.ts';

export const LOAN_STORIES: readonly Story[] = [...borrowStories, ...repayStories];
export const LOAN_STAFF = ['loan_officer', 'committee', 'accountant'] as const;
export const LATE_STORIES: readonly Story[] = [...decideStories, ...collectStories, ...measureStories];
