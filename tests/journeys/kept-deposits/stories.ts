// The stories of one house, in the order they are walked.

import { dailyStories } from './daily.ts';
import { heldStories } from './held.ts';
import type { Story } from './kept-house.ts';

export const STORIES: readonly Story[] = [...dailyStories, ...heldStories];
