// A paper of sentences and tables whose words another feature brings: it is told how this society writes its money and
// its days.

import type { CalendarDate, Money } from '@kafal/core';
import type { Platform } from '../../platform/platform.ts';
import { wordsOfPaper } from './paper-texts.ts';
import { press } from './press.ts';
import { readSocietyOnPaper } from './read-society-on-paper.ts';
import type { Printing } from './receipt-paper.ts';
import type { DocumentSheet } from './sheets.ts';
import {
  currencySign,
  dateOnPaper,
  figureOnPaper,
  instantOnPaper,
  letterheadOf,
  moneyOnPaper,
  wordsOnPaper,
} from './society-on-paper.ts';

export type PrintedDocument = Pick<DocumentSheet, 'title' | 'facts' | 'blocks' | 'signatures'>;

export interface OnPaper {
  /** With the sign of the currency; `figure` is without it. */
  amount(value: Money): string;
  figure(value: Money): string;
  day(value: CalendarDate): string;
  /** In English and in Hindi. */
  inWords(value: Money): readonly string[];
  readonly currency: string;
  readonly society: string;
}

export async function documentPdf(
  platform: Platform,
  compose: (on: OnPaper) => PrintedDocument,
  { language, printedAt, printedBy, printedByUserId }: Printing,
): Promise<Uint8Array> {
  const society = await readSocietyOnPaper(platform);
  const say = wordsOfPaper(language);
  const letterhead = letterheadOf(society, language, say);
  const printed = compose({
    amount: (value) => moneyOnPaper(society, value, language),
    figure: (value) => figureOnPaper(society, value),
    day: (value) => dateOnPaper(society, value, language),
    inWords: (value) => wordsOnPaper(society, value),
    currency: currencySign(society, language),
    society: letterhead.name,
  });
  const sheet: DocumentSheet = {
    paper: 'document',
    language,
    documentTitle: printed.title,
    author: society.name,
    madeAt: printedAt,
    letterhead,
    ...printed,
    foot: say('printed', { at: instantOnPaper(society, printedAt), name: printedBy }),
    pageOfPages: say('pageOfPages'),
  };
  return press.print(sheet, printedByUserId);
}
