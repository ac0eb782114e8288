// Zod schemas as JSON Schema components, named as the contract exports them. A schema that reads differently than it
// writes (a day comes in as text and is a day inside) stands twice, the incoming one as `…Input`.

import { z } from 'zod';

type Direction = 'input' | 'output';
type Json = Record<string, unknown>;

interface ObjectSchema {
  properties?: Record<string, Json>;
  required?: string[];
}

/** While it is being put together a reference says both its name and its direction; `renamed` settles them. */
const PENDING = '#/pending/';

export class SchemaComponents {
  readonly #names = new Map<z.ZodType, string>();
  readonly #registry = z.registry<{ id: string }>();
  readonly #made: Record<Direction, Map<string, Json>> = { input: new Map(), output: new Map() };

  constructor(exports: Readonly<Record<string, unknown>>) {
    for (const [name, schema] of Object.entries(exports)) {
      if (schema instanceof z.ZodType) this.add(name, schema);
    }
  }

  add(name: string, schema: z.ZodType): void {
    if (this.#names.has(schema)) return;
    this.#names.set(schema, name);
    this.#registry.add(schema, { id: name });
  }

  /** A reference when the schema has a name, the schema itself otherwise. */
  reference(schema: z.ZodType, direction: Direction): Json {
    const name = this.#names.get(schema);
    if (name === undefined) return this.inline(schema, direction);
    if (!this.#made[direction].has(name)) this.inline(schema, direction);
    return { $ref: `${PENDING}${direction}/${name}` };
  }

  inline(schema: z.ZodType, direction: Direction): Json & ObjectSchema {
    const made = z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io: direction,
      unrepresentable: 'any',
      metadata: this.#registry,
      // What the contract says of a schema: zod leaves examples out where a value changes on its way in.
      override: ({ zodSchema, jsonSchema }) => {
        const { examples, description } = z.globalRegistry.get(zodSchema) ?? {};
        if (Array.isArray(examples)) jsonSchema.examples = examples;
        if (description !== undefined) jsonSchema.description = description;
      },
    });
    const { $schema, $defs = {}, id, ...own } = made;
    for (const [name, definition] of Object.entries($defs)) this.#keep(direction, name, definition);
    const name = this.#names.get(schema);
    // A named schema stands among its own definitions, and the root only points there.
    if (name !== undefined && name in $defs) return this.#made[direction].get(name) ?? {};
    const plain = this.#pending(own, direction) as Json & ObjectSchema;
    if (name !== undefined) this.#made[direction].set(name, plain);
    return plain;
  }

  /** The first example of a schema. */
  example(schema: z.ZodType): unknown {
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
      const inner = schema.unwrap();
      return inner instanceof z.ZodType ? this.example(inner) : undefined;
    }
    const { examples } = z.globalRegistry.get(schema) ?? {};
    return Array.isArray(examples) ? examples[0] : undefined;
  }

  /** The first example of a piece of JSON Schema, also when it only points to a named one. */
  exampleOf(property: Json, direction: Direction): unknown {
    const named = typeof property.$ref === 'string' ? property.$ref.slice(`${PENDING}${direction}/`.length) : undefined;
    const { examples } = (named === undefined ? property : this.#made[direction].get(named)) ?? {};
    return Array.isArray(examples) ? examples[0] : undefined;
  }

  schemas(): Record<string, Json> {
    const schemas: Record<string, Json> = {};
    for (const direction of ['output', 'input'] as const) {
      for (const [name, schema] of this.#made[direction]) schemas[this.#finalName(direction, name)] = schema;
    }
    return Object.fromEntries(Object.entries(schemas).sort(([left], [right]) => (left < right ? -1 : 1)));
  }

  /** The document with every pending reference settled. */
  renamed<T extends Json>(document: T): T {
    const settled = JSON.stringify(document).replace(
      /"#\/pending\/(input|output)\/(\w+)"/g,
      (_reference, direction: Direction, name: string) => `"#/components/schemas/${this.#finalName(direction, name)}"`,
    );
    // The same document, with other texts in it.
    return JSON.parse(settled) as T;
  }

  #keep(direction: Direction, name: string, definition: unknown): void {
    if (this.#made[direction].has(name)) return;
    const { $schema, id, ...own } = definition as Json;
    this.#made[direction].set(name, this.#pending(own, direction) as Json);
  }

  /** Zod writes `#/$defs/Name` for what has a name. */
  #pending(value: unknown, direction: Direction): unknown {
    const text = JSON.stringify(value).replace(/"#\/\$defs\/(\w+)"/g, `"${PENDING}${direction}/$1"`);
    return JSON.parse(text);
  }

  #finalName(direction: Direction, name: string): string {
    return direction === 'output' || !this.#differs(name, new Set()) ? name : `${name}Input`;
  }

  /** Whether what comes in looks different from what goes out, in the schema itself or in anything it names. */
  #differs(name: string, seen: Set<string>): boolean {
    if (seen.has(name)) return false;
    seen.add(name);
    const input = this.#made.input.get(name);
    const output = this.#made.output.get(name);
    if (input === undefined || output === undefined) return false;
    const neutral = (schema: Json) => JSON.stringify(schema).replaceAll(/#\/pending\/(input|output)\//g, '#/');
    if (neutral(input) !== neutral(output)) return true;
    const named = [...JSON.stringify(input).matchAll(/#\/pending\/input\/(\w+)/g)].map((match) => match[1] ?? '');
    return named.some((other) => this.#differs(other, seen));
  }
}
