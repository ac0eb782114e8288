// What the built app costs a line: the first load of each entry and every further route, as brotli sends it. Prints each
// weight beside what it may be, and fails when one is heavier. `node scripts/weigh-web.ts`, after the web build.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../apps/web/dist', import.meta.url));

/** In kilobytes of 1,000 bytes. */
const FIRST_LOAD = { member: 130, staff: 350, setup: 130 } as const;
const FURTHER_ROUTE = 150;

/** One part of the build, as Vite's manifest tells of it. */
interface Part {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

// Written by scripts/build-web.ts, which asks Vite for it.
const manifest = JSON.parse(readFileSync(join(dist, 'manifest'), 'utf8')) as Readonly<Record<string, Part>>;

interface Weight {
  readonly what: string;
  readonly kilobytes: number;
  readonly allowed: number;
}

const weights = Object.entries(FIRST_LOAD).flatMap(([entry, allowed]) => weigh(entry, allowed));
for (const { what, kilobytes, allowed } of weights.sort((one, other) => other.kilobytes - one.kilobytes)) {
  const verdict = kilobytes <= allowed ? 'ok      ' : 'TOO MUCH';
  console.log(`${verdict}  ${kilobytes.toFixed(1).padStart(6)} kB of ${allowed}  ${what}`);
}
process.exitCode = weights.some(({ kilobytes, allowed }) => kilobytes > allowed) ? 1 : 0;

/** The first load with the heavier of its languages, then each part that is fetched later, without what is there already. */
function weigh(entry: string, allowed: number): Weight[] {
  const key = Object.keys(manifest).find((one) => manifest[one]?.isEntry === true && manifest[one].name === entry);
  if (key === undefined) throw new Error(`The build has no entry "${entry}".`);
  const later = laterParts(key);
  // The way to the server, which every entry has, also knows where the words of the staff are.
  const words = later.filter((part) => isLanguage(part) && !isOfAnother(part, entry)).map((part) => filesOf(part));
  const shell = later.filter(isDrawing).reduce((found, part) => filesOf(part, found), filesOf(key));
  const heaviest = words.sort((one, other) => total(other) - total(one))[0] ?? new Set();
  const first = shell.union(heaviest);
  return [
    { what: `${entry}: first load`, kilobytes: total(first), allowed },
    ...later
      .filter((part) => !isLanguage(part) && !isDrawing(part))
      .map((part) => ({
        what: `${entry}: ${part.replace(/^src\//, '')}`,
        kilobytes: total(filesOf(part).difference(first)),
        allowed: isOfAnother(part, entry) ? 0 : FURTHER_ROUTE,
      })),
  ];
}

/** A page of another entry: that it can be reached means that its code is fetched where nobody opens it. */
function isOfAnother(part: string, entry: string): boolean {
  return Object.keys(FIRST_LOAD).some((other) => other !== entry && part.startsWith(`src/${other}/`));
}

function isLanguage(part: string): boolean {
  return /\/(member-)?messages(-|\/)(en|hi|ne)\.ts$/.test(part);
}

/** What an entry asks for at once, beside the words. */
function isDrawing(part: string): boolean {
  return part.endsWith('/draw.tsx');
}

/** Everything that is fetched at some time after this part, wherever in the app it is asked for. */
function laterParts(entry: string): string[] {
  const later = new Set<string>();
  const seen = new Set<string>();
  const walk = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const part of manifest[key]?.imports ?? []) walk(part);
    for (const part of manifest[key]?.dynamicImports ?? []) {
      later.add(part);
      walk(part);
    }
  };
  walk(entry);
  return [...later];
}

/** The files that must be there before this part can run. */
function filesOf(key: string, found = new Set<string>()): Set<string> {
  const part = manifest[key];
  if (part === undefined || found.has(part.file)) return found;
  found.add(part.file);
  for (const style of part.css ?? []) found.add(style);
  for (const imported of part.imports ?? []) filesOf(imported, found);
  return found;
}

function total(files: ReadonlySet<string>): number {
  return [...files].reduce((sum, file) => sum + statSync(join(dist, `${file}.br`)).size / 1_000, 0);
}
