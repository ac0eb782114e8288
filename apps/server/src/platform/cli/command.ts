// What a command of the Kafal CLI is, and how one is run: --help, --json, progress, exit codes.

import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { Terminal } from './terminal.ts';

/** 0 done · 1 refused or failed, with a sentence · 2 not understood */
export type ExitCode = 0 | 1 | 2;

export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What stands after `kafal <name>`. */
  readonly usage: string;
  readonly details?: string;
  readonly options?: ParseArgsOptionsConfig;
  readonly positionals?: readonly string[];
  run(call: CommandCall): Promise<ExitCode>;
}

export interface CommandCall {
  readonly values: Values;
  readonly positionals: readonly string[];
  readonly terminal: Terminal;
}

/** The command was not understood; the sentence says why. */
export class UsageRefused extends Error {
  override readonly name = 'UsageRefused';
}

const COMMON: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } };

export async function runCommand(command: Command, words: readonly string[]): Promise<ExitCode> {
  const terminal = new Terminal(words.includes('--json'));
  try {
    const { values, positionals } = readWords(command, words);
    if (values.help === true) {
      terminal.text(helpOf(command));
      return 0;
    }
    return await command.run({ values, positionals, terminal });
  } catch (error) {
    if (error instanceof UsageRefused) {
      terminal.refuse(error.message, `npm run kafal -- ${command.name} --help`);
      return 2;
    }
    terminal.refuse(...sentencesOf(error));
    return 1;
  }
}

function readWords(command: Command, words: readonly string[]) {
  try {
    const read = parseArgs({
      args: [...words],
      options: { ...command.options, ...COMMON },
      allowPositionals: true,
      strict: true,
    });
    const most = command.positionals?.length ?? 0;
    if (read.positionals.length > most) throw new Error(`"${read.positionals[most]}" is not expected here.`);
    return read;
  } catch (error) {
    throw new UsageRefused(error instanceof Error ? error.message : 'The command was not understood.');
  }
}

/** Errors made for the terminal carry whole sentences; anything else is our mistake and shows where it happened. */
export function sentencesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  if ('sentences' in error && Array.isArray(error.sentences)) return error.sentences.map(String);
  const isMeantForPeople =
    ['DatabaseRefused', 'BackupRefused', 'CommandRefused'].includes(error.name) || 'kind' in error;
  return [isMeantForPeople ? error.message : (error.stack ?? error.message)];
}

/** A command that cannot be done; the message is the sentence for the terminal. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
}

export function helpOf({ name, summary, usage, details, options = {} }: Command): string {
  const lines = [`npm run kafal -- ${name}${usage === '' ? '' : ` ${usage}`}`, '', summary];
  if (details !== undefined) lines.push('', details);
  const all = Object.keys({ ...options, ...COMMON });
  lines.push('', `Options: ${all.map((option) => `--${option}`).join(', ')}`);
  return lines.join('\n');
}

export function listOfCommands(commands: readonly Pick<Command, 'name' | 'summary'>[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'npm run kafal -- <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Each command explains itself with --help and answers in JSON with --json.',
  ].join('\n');
}
