// Writes database/schema.sql from the migrations, and database/sample_data.sql from a small society that is made under a
// simulated clock by the same acts as the demo. `--check` writes nothing and fails when a file is not what it should be.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { calendarDate } from '@kafal/core';
import { beginDemo, type DemoScale, seedDemo } from '../apps/server/src/features/demo/index.ts';
import { simulatedClock } from '../apps/server/src/platform/clock.ts';
import { schemaText } from '../apps/server/src/platform/database/schema-text.ts';
import { createTestPlatform } from '../apps/server/src/platform/http/test-app.ts';
import { seededIds } from '../apps/server/src/platform/ids.ts';
import type { Platform } from '../apps/server/src/platform/platform.ts';

const folder = fileURLToPath(new URL('../database', import.meta.url));
const SAMPLE: DemoScale = { members: 30, begins: calendarDate('2026-09-01'), ends: calendarDate('2026-11-30') };

/** Rows that belong to one machine or one moment: log-ins, codes, what was sent, what was answered. */
const LEFT_OUT = new Set([
  'migration',
  'session',
  'login_attempt',
  'one_time_code',
  'idempotency',
  'lease',
  'delivery_cursor',
  'outbox',
  'notification',
  'push_subscription',
  'push_message',
  'stored_file',
]);
/** No password and no key is shipped, and so nothing that only a key opens or finds again. */
const EMPTIED = new Set([
  'passwordHash',
  'passwordChangedAt',
  'totpSealed',
  'panSealed',
  'panKey',
  'panMasked',
  'bankDetailsSealed',
  'bankDetailsMasked',
]);
const ROWS_PER_STATEMENT = 50;

export async function sampleText(): Promise<string> {
  const clock = simulatedClock(Date.parse(`${SAMPLE.begins}T03:00:00Z`));
  const test = await createTestPlatform({ clock });
  try {
    const platform: Platform = { ...test.platform, ids: seededIds('kafal-sample') };
    const { desk, staff } = await beginDemo(platform, clock, SAMPLE);
    await seedDemo(desk, staff, SAMPLE, () => {});
    await desk.close();
    return await rowsAsText(platform);
  } finally {
    await test.close();
  }
}

async function rowsAsText({ dialect, database }: Platform): Promise<string> {
  const tables = await dialect.all<{ name: string }>(
    database,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
  );
  const parts = [
    '-- A small society of invented people, made by `npm run generate`; not edited by hand. Import it after schema.sql into',
    '-- an empty database. It ships no password and no key: `npm run kafal -- create-admin` gives the first log-in.',
    '',
    'SET NAMES utf8mb4;',
    'SET FOREIGN_KEY_CHECKS = 0;',
    '',
  ];
  for (const { name } of tables) {
    if (LEFT_OUT.has(name)) continue;
    const rows = await dialect.all<Record<string, string | number | null>>(
      database,
      `SELECT * FROM \`${name}\` ORDER BY 1, 2`,
    );
    // What was told so far says nothing of the books, and ends wherever the relay was stopped.
    const kept = rows.filter((row) => !(name === 'sequence' && row.name === 'delivery'));
    const [first] = kept;
    if (first === undefined) continue;
    const columns = Object.keys(first);
    for (let from = 0; from < kept.length; from += ROWS_PER_STATEMENT) {
      const values = kept
        .slice(from, from + ROWS_PER_STATEMENT)
        .map((row) => `  (${columns.map((column) => literal(name, column, row[column] ?? null)).join(', ')})`);
      parts.push(`INSERT INTO \`${name}\` (${columns.map((column) => `\`${column}\``).join(', ')}) VALUES`);
      parts.push(`${values.join(',\n')};`);
    }
    parts.push('');
  }
  parts.push('SET FOREIGN_KEY_CHECKS = 1;', '');
  return parts.join('\n');
}

function literal(table: string, column: string, value: string | number | null): string {
  if (EMPTIED.has(column) || value === null) return 'NULL';
  // A request's id says which run made the row, and every run is another.
  if (table === 'audit' && column === 'requestId') return "''";
  if (typeof value === 'number') return String(value);
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\n', '\\n')}'`;
}

if (import.meta.main) {
  const isCheck = process.argv.includes('--check');
  await mkdir(folder, { recursive: true });
  for (const [file, wanted] of [
    ['schema.sql', schemaText()],
    ['sample_data.sql', await sampleText()],
  ] as const) {
    const path = join(folder, file);
    const written = await readFile(path, 'utf8').catch(() => '');
    if (written === wanted) {
      console.log(`database/${file} is as it should be.`);
    } else if (isCheck) {
      console.error(`database/${file} is not what the migrations and the demo make; run \`npm run generate\`.`);
      process.exitCode = 1;
    } else {
      await writeFile(path, wanted);
      console.log(`database/${file} is written.`);
    }
  }
}
