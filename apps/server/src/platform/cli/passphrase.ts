// A passphrase is asked for without showing it, or read from a file or the environment by a program. Never from the
// command line: every user of the machine can read those.

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandRefused, type Values } from './command.ts';

/** Undefined when none was given and nobody is there to be asked. */
export async function readPassphrase(values: Values, question: string): Promise<string | undefined> {
  const file = values['passphrase-file'];
  if (typeof file === 'string') return lineOf(file);
  const fromEnvironment = process.env.KAFAL_PASSPHRASE;
  if (fromEnvironment !== undefined && fromEnvironment !== '') return fromEnvironment;
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;

  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return (await lines.question('')) || undefined;
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

function lineOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new CommandRefused(`The passphrase file ${file} cannot be read.`);
  }
}
