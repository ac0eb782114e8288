// The argument list of a spreadsheet's function: numbers, arithmetic, arrays, and blanks as `null`, `undefined` or nothing.

import { FinanceError } from '@kafal/core';

/** A blank is `null`; an array is flat, and its blanks are left out as a range of cells leaves them out. */
export type SpreadsheetArgument = number | null | readonly number[];

const MOST_CHARACTERS = 200_000;
const TOKEN =
  /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|(null|undefined|true|false)\b|([-+*/^%(),[\]]))/giy;

export function readArguments(text: string): SpreadsheetArgument[] {
  const reader = new Reader(tokensOf(text));
  const found: SpreadsheetArgument[] = [];
  if (reader.isAtEnd()) return found;
  for (;;) {
    found.push(reader.argument());
    if (reader.isAtEnd()) return found;
    reader.expect(',');
  }
}

type Token = number | 'null' | string;

function tokensOf(text: string): Token[] {
  if (text.length > MOST_CHARACTERS) throw new FinanceError('#VALUE!', 'the arguments are too long');
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(text);
    if (match === null) throw new FinanceError('#VALUE!', 'an argument is not a number');
    const [, number, word, sign] = match;
    if (number !== undefined) tokens.push(Number(number));
    else if (word !== undefined) tokens.push({ true: 1, false: 0 }[word.toLowerCase()] ?? 'null');
    else if (sign !== undefined) tokens.push(sign);
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  expect(sign: string): void {
    if (!this.#takes(sign)) throw new FinanceError('#VALUE!', `"${sign}" is missing`);
  }

  argument(): SpreadsheetArgument {
    if (this.#takes('[')) return this.#array();
    return this.#cell();
  }

  /** After its opening bracket; arrays of arrays are rows of cells. */
  #array(): number[] {
    const found: number[] = [];
    if (this.#takes(']')) return found;
    for (;;) {
      if (this.#takes('[')) found.push(...this.#array());
      else {
        const cell = this.#cell();
        if (cell !== null) found.push(cell);
      }
      if (this.#takes(']')) return found;
      this.expect(',');
    }
  }

  #cell(): number | null {
    const next = this.#tokens[this.#at];
    if (next === 'null') {
      this.#at += 1;
      return null;
    }
    if (next === undefined || next === ',' || next === ']') return null;
    return this.#sum();
  }

  #sum(): number {
    let value = this.#product();
    for (;;) {
      if (this.#takes('+')) value += this.#product();
      else if (this.#takes('-')) value -= this.#product();
      else return value;
    }
  }

  #product(): number {
    let value = this.#power();
    for (;;) {
      if (this.#takes('*')) value *= this.#power();
      else if (this.#takes('/')) {
        const divisor = this.#power();
        if (divisor === 0) throw new FinanceError('#DIV/0!', 'a division by zero');
        value /= divisor;
      } else return value;
    }
  }

  /** As in a spreadsheet, from the left, and a sign binds closer: -2^2 is 4. */
  #power(): number {
    let value = this.#signed();
    while (this.#takes('^')) value **= this.#signed();
    return value;
  }

  #signed(): number {
    if (this.#takes('-')) return -this.#signed();
    if (this.#takes('+')) return this.#signed();
    let value = this.#single();
    while (this.#takes('%')) value /= 100;
    return value;
  }

  #single(): number {
    if (this.#takes('(')) {
      const value = this.#sum();
      this.expect(')');
      return value;
    }
    const token = this.#tokens[this.#at];
    if (typeof token !== 'number') throw new FinanceError('#VALUE!', 'a number is missing');
    this.#at += 1;
    return token;
  }

  #takes(sign: string): boolean {
    if (this.#tokens[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }
}
