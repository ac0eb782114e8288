import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestApp, type TestApp } from './platform/http/test-app.ts';

let kafal: TestApp;
beforeAll(async () => {
  kafal = await createTestApp();
});
afterAll(() => kafal.close());

const documentOf = async () => (await kafal.inject({ url: '/api/openapi.json' })).json();

test('the whole server starts: every route says its permission, every sentence is there in both languages', () => {
  expect(kafal.created.routes.length).toBeGreaterThan(50);
});

test('the document lists every route, and every reference in it leads somewhere', async () => {
  const document = await documentOf();
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  const routes = kafal.created.routes.filter(
    ({ method, options }) => methods.includes(method) && options.schema?.hide !== true,
  );
  for (const { method, url } of routes) {
    const path = url.replace(/:(\w+)/g, '{$1}');
    const operation = document.paths[path]?.[method.toLowerCase()];
    expect(operation?.['x-permission'], `${method} ${url}`).toBeDefined();
    expect(operation.summary, `${method} ${url} says what it does`).toBeTypeOf('string');
    expect(operation.tags, `${method} ${url} stands under a heading`).toHaveLength(1);
  }
  const ids = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
  const text = JSON.stringify(document);
  expect(text).not.toMatch(/\$defs|#\/pending/);
  for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
    expect(document.components.schemas, `there is a schema ${name}`).toHaveProperty(String(name));
    expect(document.components.schemas[String(name)].$ref).not.toBe(`#/components/schemas/${name}`);
  }
});

test('every request body has an example that its own schema takes', async () => {
  const document = await documentOf();
  const without: string[] = [];
  for (const { method, url, options } of kafal.created.routes) {
    const body = options.schema?.body;
    if (!(body instanceof z.ZodType)) continue;
    const operation = document.paths[url.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()];
    const { example } = operation.requestBody.content['application/json'];
    if (example === undefined) without.push(`${method} ${url}`);
    else expect(body.safeParse(example).error?.issues ?? [], `${method} ${url}`).toEqual([]);
  }
  expect(without).toEqual([]);
});

test('everything under /api but the public routes refuses a stranger', async () => {
  for (const { method, url, options } of kafal.created.routes) {
    if (options.config?.permission === 'public' || method === 'HEAD') continue;
    kafal.clock.advance(60_000);
    // Each from an address of its own: what is asked here is who may come in, not how often.
    const answer = await kafal.inject({
      method: method as 'GET',
      url: url.replace(/:\w+/g, '1'),
      remoteAddress: `10.${Math.trunc(Math.random() * 250)}.${Math.trunc(Math.random() * 250)}.7`,
    });
    expect(answer.statusCode, `${method} ${url}`).toBe(401);
  }
});
