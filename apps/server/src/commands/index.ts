// Every command of the Kafal CLI, in one list.

import type { Command } from '../platform/cli/command.ts';

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'start',
    summary: 'Runs the server of this society.',
    load: async () => (await import('./start.ts')).start,
  },
  {
    name: 'demo',
    summary: 'Runs a believable society to look around in.',
    load: async () => (await import('./demo.ts')).demo,
  },
  {
    name: 'migrate',
    summary: 'Brings the database up to date without starting the server.',
    load: async () => (await import('./migrate.ts')).migrate,
  },
  {
    name: 'create-admin',
    summary: 'Lets an administrator in, with a one-time code.',
    load: async () => (await import('./create-admin.ts')).createAdminCommand,
  },
  {
    name: 'day-end',
    summary: 'Ends the business day: interest, the books checked, the day closed.',
    load: async () => (await import('./day-end.ts')).dayEnd,
  },
  {
    name: 'verify-books',
    summary: 'Proves that the books are whole; reads only.',
    load: async () => (await import('./verify-books.ts')).verifyBooks,
  },
  {
    name: 'backup',
    summary: 'Puts the whole society into one file; reads only.',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    summary: 'Brings a backup back onto an empty folder.',
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'move-files',
    summary: 'Moves files from the disk to the service that keeps them.',
    load: async () => (await import('./move-files.ts')).moveFiles,
  },
  {
    name: 'finance',
    summary: 'Answers questions about money over time, one a line.',
    load: async () => (await import('./finance.ts')).finance,
  },
  {
    name: 'deposits',
    summary: 'Says what deposits come to, one a line.',
    load: async () => (await import('./deposits.ts')).deposits,
  },
  {
    name: 'loans',
    summary: 'Says what loans owe after their events, one a line.',
    load: async () => (await import('./loans.ts')).loans,
  },
];
