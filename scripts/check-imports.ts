import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

// The dependency rule, read from the import lines: web → contract → core ← server features → platform. It also refuses a
// circle between features, a feature that reaches past another's index.ts, and a second writer of the journal.

const root = fileURLToPath(new URL('..', import.meta.url));
const slash = (path: string) => path.split(sep).join('/');
const files = [
  'packages/*/src/**/*.ts',
  'apps/*/src/**/*.{ts,tsx}',
  'apps/server/migrations/*.ts',
  'scripts/verify-books.ts',
]
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .map(slash)
  .filter((file) => !file.endsWith('.gen.ts'));

interface ImportLine {
  from: string;
  to: string;
  specifier: string;
  typeOnly: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?[^'";]*?\s*from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g;
const imports: ImportLine[] = [];
const sources = new Map<string, string>();
for (const file of files) {
  const source = readFileSync(join(root, file), 'utf8');
  sources.set(file, source);
  for (const match of source.matchAll(IMPORT)) {
    const specifier = match[3] ?? match[4] ?? match[5] ?? '';
    const to = specifier.startsWith('.') ? slash(relative(root, resolve(root, dirname(file), specifier))) : specifier;
    imports.push({ from: file, to, specifier, typeOnly: match[2] !== undefined });
  }
}

const faults: string[] = [];
const fault = (line: ImportLine, rule: string) => faults.push(`${line.from} imports ${line.specifier}: ${rule}`);
const isTest = (file: string) => file.includes('.test.') || file.includes('/test-');
const featureOf = (file: string) => /^apps\/server\/src\/features\/([^/]+)\//.exec(file)?.[1];

for (const line of imports) {
  const { from, to } = line;
  if (from.startsWith('packages/core/') && !isTest(from) && !to.startsWith('packages/core/')) {
    fault(line, 'the core imports nothing outside itself');
  }
  if (from.startsWith('packages/contract/') && !isTest(from)) {
    if (!to.startsWith('packages/contract/') && to !== 'zod' && to !== '@kafal/core') {
      fault(line, 'the contract knows only zod and the core');
    }
  }
  if (from.startsWith('apps/web/') && (to.startsWith('apps/server') || to === '@kafal/server')) {
    fault(line, 'the web app knows the server only through the contract');
  }
  if (from.startsWith('apps/web/src/member/') || from.startsWith('apps/web/src/setup/')) {
    if ((to === '@kafal/contract' || to === 'zod') && !line.typeOnly) fault(line, 'no schema code on a member’s phone');
    if (to.startsWith('apps/web/src/staff/')) fault(line, 'the member entry does not carry the staff app');
  }
  if (from.startsWith('apps/web/src/shared/') && /^apps\/web\/src\/(staff|member|setup)\//.test(to)) {
    fault(line, 'shared parts know no entry');
  }
  if (from.startsWith('apps/server/src/platform/') && !isTest(from) && to.startsWith('apps/server/src/features/')) {
    fault(line, 'the platform imports no feature');
  }
  const [feature, other] = [featureOf(from), featureOf(to)];
  // A test may stand on what another feature's tests stand on: its test-*.ts.
  const sharesTestGround = isTest(from) && to.includes('/test-');
  if (feature && other && feature !== other && !sharesTestGround && !to.endsWith(`features/${other}/index.ts`)) {
    fault(line, `features/${other} is entered through its index.ts`);
  }
  if (from === 'scripts/verify-books.ts' && (/^(apps|packages)\//.test(to) || to.startsWith('@kafal/'))) {
    fault(line, 'the verifier shares no code with what it verifies');
  }
}

const knows = new Map<string, Set<string>>();
for (const line of imports) {
  const [feature, other] = [featureOf(line.from), featureOf(line.to)];
  if (feature && other && feature !== other && !isTest(line.from) && !line.typeOnly) {
    knows.set(feature, (knows.get(feature) ?? new Set()).add(other));
  }
}
function circleFrom(feature: string, path: string[]): string[] | undefined {
  if (path.includes(feature)) return [...path.slice(path.indexOf(feature)), feature];
  for (const next of knows.get(feature) ?? []) {
    const circle = circleFrom(next, [...path, feature]);
    if (circle) return circle;
  }
  return undefined;
}
for (const feature of knows.keys()) {
  const circle = circleFrom(feature, []);
  if (circle) {
    faults.push(`features form a circle: ${circle.join(' → ')}`);
    break;
  }
}

const WRITES_JOURNAL =
  /(?:insertInto|updateTable|deleteFrom)\(\s*'(?:journal_entry|posting|balance|voucher_series)'|(?:INSERT INTO|UPDATE|DELETE FROM)\s+`?(?:journal_entry|posting|balance|voucher_series)\b/i;
const JOURNAL_WRITERS = /^apps\/server\/src\/features\/accounting\/|^apps\/server\/src\/platform\/backup\//;
for (const [file, source] of sources) {
  if (
    file.startsWith('apps/server/src/') &&
    !isTest(file) &&
    WRITES_JOURNAL.test(source) &&
    !JOURNAL_WRITERS.test(file)
  ) {
    faults.push(`${file} writes the journal: only features/accounting does`);
  }
}

for (const line of faults) console.error(line);
console.log(`imports: ${imports.length} read in ${files.length} files, ${faults.length} against the rule`);
process.exitCode = faults.length === 0 ? 0 : 1;
