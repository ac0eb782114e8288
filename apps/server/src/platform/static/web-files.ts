// The built web app as files. What may be served is listed once from the folder; a request only ever picks from that
// list, so no path can lead anywhere else.

import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export type Encoding = 'br' | 'gzip' | 'identity';

export interface WebFile {
  readonly mediaType: string;
  readonly isForever: boolean;
  /** The etag of each form the file is there in. */
  readonly forms: ReadonlyMap<Encoding, { readonly path: string; readonly etag: string; readonly bytes: number }>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};
const ENDING_OF: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz', identity: '' };

/** Keyed by the path in the address: `/index.html`, `/assets/staff-3f2a.js`. Empty when nothing is built. */
export async function listWebFiles(folder: string): Promise<ReadonlyMap<string, WebFile>> {
  const files = new Map<string, WebFile>();
  const paths = await filesUnder(folder);
  const there = new Set(paths);

  for (const path of paths) {
    const ending = path.slice(path.lastIndexOf('.') + 1);
    const mediaType = MEDIA_TYPES[ending];
    // Source maps, stamps and the compressed forms themselves are not files of the app.
    if (mediaType === undefined) continue;
    const forms = new Map<Encoding, { path: string; etag: string; bytes: number }>();
    for (const encoding of ['br', 'gzip', 'identity'] as const) {
      const form = path + ENDING_OF[encoding];
      if (!there.has(form)) continue;
      const bytes = await readFile(form);
      forms.set(encoding, {
        path: form,
        etag: `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`,
        bytes: bytes.length,
      });
    }
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(address, { mediaType, isForever: address.startsWith('/assets/'), forms });
  }
  return files;
}

async function filesUnder(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

export function chooseForm(file: WebFile, acceptEncoding: string | undefined): Encoding {
  const accepted = acceptEncoding ?? '';
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted) && file.forms.has('br')) return 'br';
  if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted) && file.forms.has('gzip')) return 'gzip';
  return 'identity';
}
