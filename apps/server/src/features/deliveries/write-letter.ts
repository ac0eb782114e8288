// A letter about one event: plain text, and the same as simple HTML. Whatever people have written stands in it as text:
// every word is escaped, and there is no script, no picture, no link and nothing that is loaded from anywhere.

import { kindOfEvent, type MessageLanguage, mustCome } from '@kafal/contract';
import { LETTER_WORDS } from './letter-words.ts';

export interface LetterFacts {
  readonly event: string;
  readonly language: MessageLanguage;
  readonly person: string;
  readonly title: string;
  readonly text: string;
  /** The day and the hour it happened, by the clock of the society. */
  readonly happened: string;
  readonly society: { readonly name: string; readonly lines: readonly string[] };
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function writeLetter({ event, language, person, title, text, happened, society }: LetterFacts): Letter {
  const words = LETTER_WORDS[language];
  const kind = kindOfEvent(event);
  const greeting = words.greeting.replace('{person}', () => oneLine(person));
  const choice = mustCome(kind) ? words.bound : words.chosen;
  // A notice is for everybody to see, and its title is what people look for.
  const about = kind === 'notices' ? title : words.subjects[kind];
  const foot = [society.name, ...society.lines].map(oneLine);
  return {
    subject: `${oneLine(society.name)}: ${oneLine(about)}`.slice(0, MOST_SUBJECT),
    text: [greeting, `${title}\n${text}`, happened, words.noLink, choice, foot.join('\n')].join('\n\n'),
    html: page(language, { greeting, title, text, happened, notes: [words.noLink, choice], foot }),
  };
}

const MOST_SUBJECT = 200;
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

interface Shown {
  readonly greeting: string;
  readonly title: string;
  readonly text: string;
  readonly happened: string;
  readonly notes: readonly string[];
  readonly foot: readonly string[];
}

/** The looks of the member app, as far as mail programs follow; each takes its own darkness. */
function page(language: MessageLanguage, { greeting, title, text, happened, notes, foot }: Shown): string {
  const small = 'margin:0 0 12px;font-size:14px;line-height:1.5;opacity:0.8';
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title></head>`,
    "<body style=\"margin:0;padding:24px 16px;font-family:system-ui,-apple-system,'Noto Sans','Noto Sans Devanagari',sans-serif\">",
    '<div style="max-width:560px;margin:0 auto;overflow-wrap:anywhere">',
    `<p style="margin:0 0 24px;font-size:14px;font-weight:600">${escaped(foot[0] ?? '')}</p>`,
    `<p style="margin:0 0 16px;font-size:16px;line-height:1.5">${escaped(greeting)}</p>`,
    `<h1 style="margin:0 0 8px;font-size:22px;line-height:1.3">${escaped(title)}</h1>`,
    ...text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `<p style="margin:0 0 12px;font-size:16px;line-height:1.5">${escaped(line)}</p>`),
    `<p style="margin:0 0 24px;font-size:14px;opacity:0.8">${escaped(happened)}</p>`,
    '<hr style="border:0;border-top:1px solid #8886;margin:0 0 16px">',
    ...notes.map((note) => `<p style="${small}">${escaped(note)}</p>`),
    `<p style="${small}">${foot.map(escaped).join('<br>')}</p>`,
    '</div></body></html>',
  ].join('\n');
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? '');
