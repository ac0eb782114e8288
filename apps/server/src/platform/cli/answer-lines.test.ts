import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { answerLines } from './answer-lines.ts';

const answered = async (...chunks: string[]) => {
  const output = new PassThrough();
  const said = text(output);
  await answerLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), output, ({ says }) => ({ says }));
  output.end();
  return (await said)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
};

test('a line ends with a line feed and with nothing else that may stand in it', async () => {
  expect(await answered('{"id":1,"says":"one\u2028more"}\r\n{"id":2,"says"', ':"\u2029"}\n\n{"id":3}')).toEqual([
    { id: 1, says: 'one\u2028more' },
    { id: 2, says: '\u2029' },
    { id: 3 },
  ]);
});

test('the mark of an encoding before the first line is no part of it, and a letter may come in two pieces', async () => {
  const [one, other] = [
    Buffer.from('\uFEFF{"id":"क"}\n').subarray(0, 10),
    Buffer.from('\uFEFF{"id":"क"}\n').subarray(10),
  ];
  const output = new PassThrough();
  const said = text(output);
  await answerLines(Readable.from([one, other]), output, () => ({}));
  output.end();
  expect(await said).toBe('{"id":"क"}\n');
});

test('whoever stops listening ends it without an error', async () => {
  let heard = 0;
  const output = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      heard += 1;
      done(new Error('EPIPE'));
    },
  });
  await answerLines(Readable.from(Array.from({ length: 100 }, (_, id) => `{"id":${id}}\n`)), output, () => ({}));
  expect(heard).toBe(1);
});
