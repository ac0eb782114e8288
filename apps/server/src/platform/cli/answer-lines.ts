import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** What one line asks; the answer without the id. Throws a sentence where it cannot be answered. */
export type AnswerLine = (question: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** One JSON object a line in, one a line out, with the id of its question; a line without an answer says why. */
export async function answerLines(input: Readable, output: Writable, answer: AnswerLine): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    if (!output.write(`${JSON.stringify(answerTo(line, answer))}\n`)) {
      await new Promise((resolve) => output.once('drain', resolve));
    }
  }
}

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
