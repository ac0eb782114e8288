import type { Messages } from '../../platform/http/sentences.ts';
import { interestLineMessages } from './back-dated.ts';
import { correctionLineMessages } from './corrections.ts';
import { postingLineMessages } from './posting-lines.ts';

/** What a reversal is called while it waits for the second person. */
export const reversalMessages: Messages = {
  en: {
    ...postingLineMessages.en,
    ...interestLineMessages.en,
    ...correctionLineMessages.en,
    ASKS_REVERSAL: 'Reversal of {number} over {amount:money}: {reason}',
    LINE_ENTRY: 'Entry {number}',
    LINE_POSTED_ON: 'Posted on',
  },
  hi: {
    ...postingLineMessages.hi,
    ...interestLineMessages.hi,
    ...correctionLineMessages.hi,
    ASKS_REVERSAL: '{amount:money} की प्रविष्टि {number} उलटना: {reason}',
    LINE_ENTRY: 'प्रविष्टि {number}',
    LINE_POSTED_ON: 'प्रविष्टि तिथि',
  },
};
