import { expect, test } from 'vitest';
import { z } from 'zod';
import { SchemaComponents } from './schema-components.ts';

const Day = z
  .string()
  .transform((text) => new Date(text))
  .meta({ examples: ['2026-11-30'], description: 'A day' });
const Person = z.object({ name: z.string().meta({ examples: ['Asha'] }), friends: z.array(z.string()) });
const Visit = z.strictObject({ on: Day, by: Person });
const Line = z.object({ visits: z.array(Visit) });

test('named schemas stand once, and twice only where coming in and going out differ', () => {
  const components = new SchemaComponents({ Day, Person, Visit, Line });
  const document = {
    body: components.reference(Line, 'input'),
    answer: components.reference(Person, 'output'),
    visitIn: components.reference(Visit, 'input'),
    visitOut: components.reference(Visit, 'output'),
  };
  const whole = components.renamed({ ...document, schemas: components.schemas() });
  expect(whole.body).toEqual({ $ref: '#/components/schemas/Line' });
  expect(whole.answer).toEqual({ $ref: '#/components/schemas/Person' });
  expect(whole.visitIn).toEqual({ $ref: '#/components/schemas/VisitInput' });
  expect(whole.visitOut).toEqual({ $ref: '#/components/schemas/Visit' });
  expect(whole.schemas.Line).toMatchObject({ type: 'object', properties: { visits: { type: 'array' } } });
  expect(whole.schemas.VisitInput).toMatchObject({ type: 'object', required: ['on', 'by'] });
  expect(components.inline(Visit, 'input').properties).toHaveProperty('on');
  expect(Object.keys(whole.schemas)).toEqual(expect.arrayContaining(['Line', 'Person', 'Visit', 'VisitInput']));
  expect(whole.schemas.DayInput ?? whole.schemas.Day).toMatchObject({ type: 'string', examples: ['2026-11-30'] });
  expect(JSON.stringify(whole)).not.toMatch(/\$defs|#\/pending/);
  expect(JSON.stringify(whole.schemas)).toContain('"additionalProperties":false');
});

test('every reference leads to a schema that is there', () => {
  const components = new SchemaComponents({ Day, Person, Visit, Line });
  const answer = components.reference(Line, 'output');
  const whole = components.renamed({ answer, schemas: components.schemas() });
  const named = [...JSON.stringify(whole).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect(Object.keys(whole.schemas)).toContain(name);
});
