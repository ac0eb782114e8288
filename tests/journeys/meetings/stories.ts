// A general meeting from its notice to its minutes, by the secretary at a desk and members on their phones; and a meeting of the
// committee that sanctions a loan by a resolution.

import type { Story } from '../kept-deposits/kept-house.ts';
import { committeeStories } from './committee.ts';
import { generalStories } from './general.ts';

export const MEETING_STORIES: readonly Story[] = [...generalStories, ...committeeStories];
export const MEETING_STAFF = ['loan_officer', 'committee', 'chair'] as const;
