// Writes the types of the web app's client from the server's own OpenAPI document: every path with what it takes and
// answers. `--check` writes nothing and fails when the file is not what it should be.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { createTestApp } from '../apps/server/src/platform/http/test-app.ts';

const target = fileURLToPath(new URL('../apps/web/src/shared/api-schema.gen.ts', import.meta.url));

type Json = Record<string, unknown>;

const written = await readFile(target, 'utf8').catch(() => '');
const wanted = await clientTypes();
if (process.argv.includes('--check')) {
  if (written !== wanted) {
    console.error('apps/web/src/shared/api-schema.gen.ts is not what the routes say; run `npm run generate`.');
    process.exitCode = 1;
  }
} else if (written !== wanted) {
  await writeFile(target, wanted);
  console.log('apps/web/src/shared/api-schema.gen.ts is written.');
} else {
  console.log('apps/web/src/shared/api-schema.gen.ts is as the routes say.');
}

async function clientTypes(): Promise<string> {
  const kafal = await createTestApp();
  try {
    const document: unknown = (await kafal.inject({ url: '/api/openapi.json' })).json();
    const types = astToString(await openapiTS(slim(document), { alphabetize: true }));
    return `// Written by scripts/generate-web-client.ts from the routes. Not to be changed by hand.\n\n${withoutNevers(types)}`;
  } finally {
    await kafal.close();
  }
}

/** The client's types need neither refusals, which all look alike, nor words and examples. */
function slim(document: unknown): OpenAPI3 {
  const wordsForPeople = new Set(['description', 'summary', 'example', 'examples', 'tags', 'operationId', 'security']);
  const withoutWords = (value: unknown, isNameOfField: boolean): unknown => {
    if (Array.isArray(value)) return value.map((one) => withoutWords(one, false));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => isNameOfField || (!wordsForPeople.has(name) && !name.startsWith('x-')))
        .filter(([name]) => isNameOfField || !/^[345]\d\d$|^default$/.test(name))
        .map(([name, inner]) => [name, withoutWords(inner, name === 'properties' && !isNameOfField)]),
    );
  };
  // What comes out is the same document with less in it.
  return withoutWords(document, false) as Json as unknown as OpenAPI3;
}

/** Half of the lines say what a path does not have; the client's types ask only for what is there. */
function withoutNevers(types: string): string {
  return types
    .replace(/^ +\w+\?: never;\n/gm, '')
    .replace(/^ +headers: \{\n +\[name: string\]: unknown;\n +\};\n/gm, '')
    .replace(/^ +parameters: \{\n +\};\n/gm, '')
    .replace(/^( {4})+/gm, (indent) => ' '.repeat(indent.length / 2));
}
