// Builds the web app into apps/web/dist, once per state of its sources, and compresses it. `ensureWebBuilt` is called at
// every start of the server and usually finds nothing to do; the work itself runs in a process of its own, so that the
// bundler's memory is gone when the server serves.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const webFolder = join(root, 'apps/web');
const dist = join(webFolder, 'dist');
const stampFile = join(dist, 'stamp');

/** Everything that can change what is built. The catalogues of words are among the sources. */
const sources = [
  'apps/web/src',
  'apps/web/vite.config.ts',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/staff.html',
  'apps/web/setup.html',
  'packages/core/src',
  'packages/contract/src',
  'package-lock.json',
  'scripts/build-web.ts',
];

/**
 * What the first page may cost a phone: JavaScript and style of the log-in page in bytes. Weighed by gzip, because browsers
 * offer the tighter brotli only over HTTPS, and an office network often has none.
 */
const firstLoadBudget = 130_000;

/** Builds when there is no build or another one is wanted, and says so in one line. */
export async function ensureWebBuilt(say: (line: string) => void = console.log): Promise<void> {
  if (await isUpToDate(await stampOfSources())) return;
  say('Building the web app, once after each change of it (3 to 12 seconds).');
  const builder = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    // A development environment of the server must not make a development build for the phones.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let complaint = '';
  builder.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    builder.once('error', reject);
    builder.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The web app could not be built.\n${complaint}`);
}

async function buildWeb(): Promise<void> {
  const startedAt = performance.now();
  const stamp = await stampOfSources();
  const building = join(root, 'node_modules/.cache', `kafal-web-${process.pid}`);
  try {
    const { build } = await import('vite');
    const built = await build({
      configFile: join(webFolder, 'vite.config.ts'),
      logLevel: 'error',
      // The manifest has no ending, so the server takes it for no file of the app.
      build: { outDir: building, emptyOutDir: true, manifest: 'manifest' },
    });
    const output = Array.isArray(built) ? built.flatMap((one) => one.output) : 'output' in built ? built.output : [];
    const sizes = await compress(building);
    const firstLoad = firstLoadSize(output, sizes);
    if (firstLoad > firstLoadBudget) {
      throw new Error(`The member's first load is ${kilobytes(firstLoad)}; it may be ${kilobytes(firstLoadBudget)}.`);
    }
    await writeFile(join(building, 'stamp'), stamp);
    await putInPlace(building);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    console.log(`The web app is built in ${seconds} s; a member's first load is ${kilobytes(firstLoad)}.`);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/** A server that is running never sees half a build. */
async function putInPlace(building: string): Promise<void> {
  const before = `${building}-before`;
  await mkdir(dirname(dist), { recursive: true });
  if (existsSync(dist)) await rename(dist, before);
  await rename(building, dist);
  await rm(before, { recursive: true, force: true });
}

async function isUpToDate(stamp: string): Promise<boolean> {
  const built = await readFile(stampFile, 'utf8').catch(() => undefined);
  return built === stamp;
}

async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(join(root, source))) {
      hash.update(`${relative(root, file)}\0`);
      hash.update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (entries === undefined) return existsSync(path) ? [path] : [];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Writes a .br and a .gz beside every text file; answers the gzip size by the file's path inside the build. */
async function compress(folder: string): Promise<ReadonlyMap<string, number>> {
  const files = (await filesOf(folder)).filter((file) => /\.(js|css|html|svg|json)$/.test(file));
  const sizes = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      const [brotli, gzipped] = await Promise.all([
        asBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        asGzip(content, { level: 9 }),
      ]);
      await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
      return [relative(folder, file), gzipped.length] as const;
    }),
  );
  return new Map(sizes);
}

interface BuiltFile {
  type: 'chunk' | 'asset';
  fileName: string;
  name?: string | undefined;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  viteMetadata?: { importedCss: Set<string> };
}

/** The member's entry with all it needs before there is a page: the code that draws, its style, one language of words. */
function firstLoadSize(output: readonly BuiltFile[], sizes: ReadonlyMap<string, number>): number {
  const chunks = new Map(output.filter((file) => file.type === 'chunk').map((file) => [file.fileName, file]));
  const entry = [...chunks.values()].find((chunk) => chunk.isEntry === true && chunk.name === 'member');
  if (entry === undefined) throw new Error('The build has no member entry to weigh.');

  const withImports = (fileName: string, found: Set<string>): Set<string> => {
    const chunk = chunks.get(fileName);
    if (chunk === undefined || found.has(fileName)) return found;
    found.add(fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    for (const imported of chunk.imports ?? []) withImports(imported, found);
    return found;
  };
  const total = (files: ReadonlySet<string>) => [...files].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);

  const drawing = (entry.dynamicImports ?? []).find((fileName) => chunks.get(fileName)?.name === 'draw');
  if (drawing === undefined) throw new Error('The build has nothing that draws the member app.');
  const first = () => withImports(drawing, withImports(entry.fileName, new Set()));
  const languages = (entry.dynamicImports ?? []).filter((fileName) => fileName.includes('messages-'));
  if (languages.length === 0) throw new Error('The build has no catalogue of words to weigh.');
  return Math.max(...languages.map((language) => total(withImports(language, first()))));
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

if (import.meta.main) {
  process.env.NODE_ENV = 'production';
  await buildWeb();
}
