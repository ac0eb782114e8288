// Until the society is set up, whoever can read the terminal (or the owner-only file) is its administrator.

import { randomInt, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeOwnerOnly } from '../keys/owner-only.ts';

export interface SetupCode {
  /** The code now, or undefined once the society is set up. */
  current(): string | undefined;
  matches(text: string): boolean;
  /** Called after the set-up has committed: the code is gone for good. */
  end(): void;
}

// No 0, O, 1, I or L: the code is read from one screen and typed into another.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}

const normalised = (text: string) => Buffer.from(text.toUpperCase().replace(/[^0-9A-Z]/g, ''));

function holding(code: string | undefined, forget: () => void): SetupCode {
  let held = code;

  return {
    current: () => held,
    matches: (text) => {
      if (held === undefined || text.length > 64) return false;
      const expected = normalised(held);
      const given = normalised(text);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
    end: () => {
      held = undefined;
      forget();
    },
  };
}

const fileOf = (dataFolder: string) => join(dataFolder, 'setup-code');

/** A new code at every start, as long as the society is not set up. */
export function openSetupCode(dataFolder: string, isSetUp: boolean): SetupCode {
  const file = fileOf(dataFolder);
  const forget = () => rmSync(file, { force: true });
  if (isSetUp) {
    forget();
    return holding(undefined, forget);
  }
  const code = newCode();
  writeOwnerOnly(file, `${code}\n`);
  return holding(code, forget);
}

export function fixedSetupCode(code: string): SetupCode {
  return holding(code, () => {});
}

/** What the running server of this folder printed, for whoever owns the folder. */
export function readSetupCode(dataFolder: string): string | undefined {
  try {
    return readFileSync(fileOf(dataFolder), 'utf8').trim();
  } catch {
    return undefined;
  }
}
