// Reads single variables. A bad value is noted as a sentence and reading goes on, so that all of them are told at once.

import { accessSync, constants } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

const SECONDS_OF_UNIT: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };
const A_YEAR = 366 * 86_400;

export class Reading {
  readonly refusals: string[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  refuse(sentence: string): void {
    this.refusals.push(sentence);
  }

  /** Blank counts as left out. */
  text(name: string): string | undefined {
    const value = this.#environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  /** As written: a password may begin or end with a blank. */
  secret(name: string): string | undefined {
    const value = this.#environment[name];
    return value === undefined || value.trim() === '' ? undefined : value;
  }

  wholeNumber(name: string, otherwise: number, least: number, most: number): number {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    this.refuse(`${name} is "${text}"; it must be a whole number from ${least} to ${most}.`);
    return otherwise;
  }

  /** 0 lets the system choose, which tests use. */
  port(name: string, otherwise: number): number {
    return this.wholeNumber(name, otherwise, 0, 65_535);
  }

  /** Seconds of a text like 900, 30s, 15m, 24h or 7d. */
  duration(name: string, otherwise: string): number {
    const text = this.text(name) ?? otherwise;
    const parts = /^(\d{1,9})\s*([smhd]?)$/.exec(text);
    const seconds = parts === null ? 0 : Number(parts[1]) * (SECONDS_OF_UNIT[parts[2] ?? ''] ?? 1);
    if (seconds >= 1 && seconds <= A_YEAR) return seconds;
    this.refuse(`${name} is "${text}"; write a time such as 15m, 24h or 7d, a year at most.`);
    return A_YEAR;
  }

  oneOf<T extends string>(name: string, values: readonly T[], otherwise: T): T {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const found = values.find((value) => value === text);
    if (found === undefined) this.refuse(`${name} is "${text}"; it may be ${values.join(', ')}.`);
    return found ?? otherwise;
  }

  /** The value may hold a password, so the sentence does not repeat it. */
  url(name: string, protocols: readonly string[]): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
    this.refuse(`${name} is not an address; it must begin with ${protocols.map((name) => `${name}//`).join(' or ')}.`);
    return undefined;
  }

  readableFile(name: string): void {
    const file = this.text(name);
    if (file === undefined) return;
    try {
      accessSync(file, constants.R_OK);
    } catch {
      this.refuse(`${name} names ${file}, which cannot be read.`);
    }
  }
}
