import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** What one line asks; the answer without the id. Throws a sentence where it cannot be answered. */
export type AnswerLine = (question: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/**
 * One JSON object a line in, one a line out, with the id of its question; a line without an answer says why. Lines end with a line feed
 * alone, since JSON may hold other signs that some readers take for the end of one; a blank line asks nothing.
 */
export async function answerLines(input: Readable, output: Writable, answer: AnswerLine): Promise<void> {
  // Whoever reads no further has heard enough.
  let isHeard = true;
  output.on('error', () => {
    isHeard = false;
  });
  for await (const line of linesOf(input)) {
    if (!isHeard) return;
    if (line.trim() === '') continue;
    if (!output.write(`${JSON.stringify(answerTo(line, answer))}\n`)) {
      await Promise.race([once(output, 'drain'), once(output, 'close')]).catch(() => undefined);
    }
  }
}

async function* linesOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let open = '';
  for await (const chunk of input as AsyncIterable<string>) {
    const lines = chunk.split('\n');
    const last = lines.pop() ?? '';
    for (const [place, line] of lines.entries()) yield withoutMark(place === 0 ? open + line : line);
    open = lines.length === 0 ? open + last : last;
  }
  yield withoutMark(open);
}

/** Some programs begin a file with a mark of its encoding. */
const withoutMark = (line: string) => line.replace(/^\uFEFF/, '');

function answerTo(line: string, answer: AnswerLine): Record<string, unknown> {
  let id: unknown = null;
  try {
    const question: unknown = JSON.parse(line);
    if (typeof question !== 'object' || question === null || Array.isArray(question)) {
      throw new Error('A line is one JSON object.');
    }
    // An object that JSON has made has text for keys.
    const asked = question as Record<string, unknown>;
    id = asked.id ?? null;
    return { id, ...answer(asked) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
