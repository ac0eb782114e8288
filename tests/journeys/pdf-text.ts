// The words of one of our own PDF files, roughly: enough to see that a number or a name is on the paper. Letters of a
// script that joins them come in the order they are drawn.

import { inflateSync } from 'node:zlib';

interface Pdf {
  readonly text: string;
  readonly pages: number;
}

export function readPdf(bytes: Buffer): Pdf {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Error('This is no PDF file.');
  const objects = objectsOf(bytes);
  const fonts = new Map<string, Map<string, string>>();
  for (const { content } of objects.values()) {
    for (const [, name = '', id = ''] of content.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.content ?? '')?.[1];
      const map = objects.get(unicode ?? '')?.stream;
      if (map !== undefined) fonts.set(name, glyphsOf(map));
    }
  }
  const drawn = [...objects.values()].flatMap(({ stream }) => (stream?.includes(' Tf') === true ? [stream] : []));
  const pages = [...objects.values()].filter(({ content }) => /\/Type \/Page\b/.test(content)).length;
  return { text: drawn.map((stream) => wordsOf(stream, fonts)).join('\n'), pages };
}

interface PdfObject {
  readonly content: string;
  readonly stream: string | undefined;
}

function objectsOf(bytes: Buffer): Map<string, PdfObject> {
  const whole = bytes.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of whole.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length;
    const content = whole.slice(from, whole.indexOf('endobj', from));
    const streamAt = /stream\r?\n/.exec(content);
    let stream: string | undefined;
    if (streamAt !== null && content.includes('/FlateDecode')) {
      const length = Number(/\/Length (\d+)/.exec(content)?.[1]);
      const begin = from + streamAt.index + streamAt[0].length;
      stream = inflateSync(bytes.subarray(begin, begin + length)).toString('latin1');
    }
    objects.set(match[1] ?? '', { content: content.slice(0, streamAt?.index ?? content.length), stream });
  }
  return objects;
}

/** Which letters a glyph of the font stands for. */
function glyphsOf(map: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  const letters = (hex: string) =>
    String.fromCharCode(...(hex.match(/[0-9a-f]{4}/gi) ?? []).map((code) => Number.parseInt(code, 16)));
  for (const [, range = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', , list = ''] of range.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\[([^\]]*)\]/gi)) {
      // A glyph that stands for no letter of its own has an empty place.
      for (const [index, hex] of [...list.matchAll(/<([0-9a-f\s]*)>/gi)].entries()) {
        const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
        glyphs.set(glyph, letters((hex[1] ?? '').replace(/\s/g, '')));
      }
    }
  }
  return glyphs;
}

function wordsOf(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined;
  const words: string[] = [];
  for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name);
    if (shown === undefined) continue;
    const hex = [...shown.matchAll(/<([0-9a-f]+)>/gi)].map((match) => match[1] ?? '').join('');
    const glyphs = hex.toLowerCase().match(/[0-9a-f]{4}/g) ?? [];
    words.push(glyphs.map((glyph) => font?.get(glyph) ?? '').join(''));
  }
  return words.join(' ');
}
