import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const apiOrigin = `http://127.0.0.1:${process.env.PORT ?? '3000'}`;

/** In development the three pages answer at the addresses they have on the real server. */
function pageAddresses(): Plugin {
  const pages = { '/staff': '/staff.html', '/setup': '/setup.html', '/': '/index.html' };
  return {
    name: 'page-addresses',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '/').split('?')[0] ?? '/';
        const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
        if (wantsPage && !path.includes('.')) {
          const entry = Object.entries(pages).find(([address]) => path === address || path.startsWith(`${address}/`));
          request.url = entry?.[1] ?? '/index.html';
        }
        next();
      });
    },
  };
}

/**
 * Tells the worker which files the member app is made of: its page, every parcel that the page may ask for, and the
 * icons. The worker's own file has a fixed name, because a browser asks for it by name to find out what is new.
 */
function workerFiles(): Plugin {
  return {
    name: 'worker-files',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const found = new Set<string>();
      const add = (fileName: string) => {
        const file = bundle[fileName];
        if (file === undefined || found.has(fileName)) return;
        found.add(fileName);
        if (file.type !== 'chunk') return;
        const { importedCss, importedAssets } = file.viteMetadata ?? {};
        for (const needed of [
          ...file.imports,
          ...file.dynamicImports,
          ...(importedCss ?? []),
          ...(importedAssets ?? []),
        ])
          add(needed);
      };
      for (const file of Object.values(bundle)) if (file.type === 'chunk' && file.name === 'member') add(file.fileName);
      const icons = readdirSync(here('public/icons')).map((name) => `/icons/${name}`);
      const files = [...[...found].map((name) => `/${name}`), ...icons].sort();
      const page = bundle['index.html'];
      const version = createHash('sha256')
        .update(files.join(' '))
        .update(page?.type === 'asset' ? page.source : '')
        .digest('hex')
        .slice(0, 16);
      const worker = bundle['worker.js'];
      if (worker?.type !== 'chunk') throw new Error('The build has no worker.');
      if (worker.imports.length > 0) throw new Error('The worker is one file; not every browser lets it import.');
      worker.code = worker.code
        .replaceAll('APP_FILES', JSON.stringify(files))
        .replaceAll('APP_VERSION', JSON.stringify(version));
    },
  };
}

/**
 * The entry runs before the code that draws has come, and asks for that code itself. A browser that reads the page is told
 * of it at once, so that both come side by side.
 */
function drawingBeforehand(): Plugin {
  return {
    name: 'drawing-beforehand',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, chunk }) {
        const wanted = new Set<string>();
        const add = (fileName: string) => {
          const file = bundle[fileName];
          if (file?.type !== 'chunk' || wanted.has(fileName)) return;
          wanted.add(fileName);
          file.imports.forEach(add);
        };
        for (const name of chunk?.dynamicImports ?? []) if (bundle[name]?.name === 'draw') add(name);
        return [...wanted]
          .filter((name) => !html.includes(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

/** Whatever must be there before a module can run: on a slow line one file is quicker than thirty small ones. */
function modulesBehind(root: string): (id: string, reader: ModuleReader) => boolean {
  let found: Set<string> | undefined;
  const walk = (id: string, reader: ModuleReader, into: Set<string>) => {
    if (into.has(id)) return into;
    into.add(id);
    // The list of the core names all of it; what of it is used comes along by itself.
    if (id.endsWith('packages/core/src/index.ts')) return into;
    for (const imported of reader.getModuleInfo(id)?.importedIds ?? []) walk(imported, reader, into);
    return into;
  };
  return (id, reader) => {
    found ??= walk(here(root), reader, new Set());
    return found.has(id);
  };
}

interface ModuleReader {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

const behindStaff = modulesBehind('src/staff/draw.tsx');
const behindToday = modulesBehind('src/staff/today/today-page.tsx');

export default defineConfig({
  root: here('.'),
  appType: 'mpa',
  plugins: [react(), pageAddresses(), drawingBeforehand(), workerFiles()],
  server: {
    proxy: {
      '/api': { target: apiOrigin },
      '/health': { target: apiOrigin },
      '/socket.io': { target: apiOrigin, ws: true },
    },
  },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    // Nothing is inlined as data: addresses, so the content policy can stay at 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        member: here('index.html'),
        staff: here('staff.html'),
        setup: here('setup.html'),
        worker: here('src/member/worker/worker.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          // Few files on a slow line: what every entry needs is two of them, whatever the imports look like.
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|wouter|regexparam|use-sync-external-store|@tanstack[\\/](react-query|query-core))[\\/]/,
              priority: 3,
            },
            {
              name: 'member-parts',
              test: /apps[\\/]web[\\/]src[\\/]member[\\/](?!application[\\/]|calculators[\\/]|deposits[\\/]|papers[\\/]|push[\\/]push-)/,
              priority: 1,
              minShareCount: 2,
            },
            {
              // What the calculators and the pages of deposits of a term show; after what every form takes.
              name: 'term-parts',
              test: /apps[\\/]web[\\/]src[\\/]member[\\/](calculators|deposits)[\\/]/,
              priority: 0,
              minShareCount: 2,
            },
            {
              // The way to the server: what an entry needs to begin with, and no more.
              name: 'line',
              test: /vite[\\/]preload-helper|apps[\\/]web[\\/]src[\\/](shared[\\/](api|client|line-state|problem|theme|messages[\\/](messages|load-language))|(member|staff)[\\/]((member|staff)-line|first-requests|load-catalogue))\.ts$/,
              priority: 4,
            },
            {
              // What only a form needs comes with the first form: taken before the staff app can, after what all pages share.
              name: 'form-parts',
              test: /apps[\\/]web[\\/]src[\\/]shared[\\/](ui[\\/](date-field|money-field|stepper)|use-contract-form)\.tsx?$/,
              priority: 1.5,
            },
            {
              // What the calculators count with, and what they draw with; Today draws with it too.
              name: 'figures',
              test: /packages[\\/]core[\\/]src[\\/](deposits[\\/]|calendar[\\/]day-count|money[\\/](fraction|rate|words|number-words))/,
              priority: 6,
              includeDependenciesRecursively: false,
            },
            {
              // What the calculator of loans counts with.
              name: 'loan-figures',
              test: /packages[\\/]core[\\/]src[\\/](loans|finance)[\\/]/,
              priority: 6,
              includeDependenciesRecursively: false,
            },
            {
              name: 'charts',
              test: /apps[\\/]web[\\/]src[\\/]shared[\\/](ui[\\/]charts[\\/]|(plan-)?growth)/,
              priority: 5,
              includeDependenciesRecursively: false,
            },
            {
              // The words of a term's rules, which the presets are written in as well.
              name: 'term-rules',
              test: /packages[\\/]core[\\/]src[\\/]presets[\\/]term-products/,
              priority: 6,
              includeDependenciesRecursively: false,
            },
            {
              // The shell asks one thing of them, and the forms, whose schemas come later, all.
              name: 'permissions',
              test: /packages[\\/]contract[\\/]src[\\/]permissions/,
              priority: 6,
              includeDependenciesRecursively: false,
            },
            {
              // What a rule rests on, in Hindi: for the pages that say so, and not for the first ones.
              name: 'basis-words',
              test: /packages[\\/]core[\\/]src[\\/]presets[\\/]legal-basis-words|apps[\\/]web[\\/]src[\\/]shared[\\/]basis-words/,
              priority: 6,
              includeDependenciesRecursively: false,
            },
            {
              // Only the set-up wizard reads them.
              name: 'presets',
              test: /packages[\\/]core[\\/]src[\\/]presets[\\/]/,
              priority: 5,
              includeDependenciesRecursively: false,
            },
            {
              // What opens, and what is typed into: no page needs it to be seen, so it comes after the first one.
              name: 'staff-panels',
              test: /node_modules[\\/](@floating-ui|react-remove-scroll(-bar)?|react-style-singleton|use-sidecar|use-callback-ref|@mantine[\\/]core[\\/]esm[\\/](components[\\/](Combobox|Drawer|Modal|ModalBase|NativeSelect|PasswordInput|Popover|Portal|Overlay|FloatingIndicator|SegmentedControl|ScrollArea|Tabs|Textarea|TextInput)|utils[\\/]Floating))[\\/]/,
              priority: 5,
              includeDependenciesRecursively: false,
            },
            { name: (id, reader) => (behindStaff(id, reader) ? 'staff-parts' : null), priority: 1 },
            { name: (id, reader) => (behindToday(id, reader) ? 'today-parts' : null), priority: 0 },
            {
              name: 'shared',
              test: /apps[\\/]web[\\/]src[\\/]shared[\\/](?!messages[\\/](en|hi)|ui[\\/](date-field|money-field|stepper)|use-contract-form).*\.tsx?$|packages[\\/]core/,
              priority: 2,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
});
