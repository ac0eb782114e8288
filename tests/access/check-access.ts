// Asks every door of the OpenAPI document in every role, with somebody else's object, with a missing one and with
// nonsense, and answers a sentence for each answer that is not as written down.

import { FIRST_ROLES, MEMBER_PERMISSIONS } from '@kafal/contract';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { type Cast, gatherCast, MISSING, NOBODY, WHO, type Who } from './access-cast.ts';
import { ACCESS_ROWS, type AccessRow } from './access-rows.ts';

export interface AccessChecked {
  failures: string[];
  counts: { routes: number; roles: number; cells: number; requests: number };
}

interface Operation {
  'x-permission': string | { member: string; staff: string };
  'x-audience': string;
}

interface Door {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly name: string;
  readonly operation: Operation;
}

/** Whatever cannot be an id is an id that nobody has. */
const NONSENSE = ['0', '-1', '01', '1.0', '1e3', ' 1', '１', "1' OR '1'='1", '99999999999999999999', '../1', 'null'];
const KINDS_WITH_NUMBERS = new Set([
  'member',
  'deposit',
  'receipt',
  'paymentRequest',
  'bankStatement',
  'bankLine',
  'entry',
  'certificate',
  'application',
  'staffUser',
  'approval',
  'till',
  'tillSession',
  'savedView',
]);

export async function checkAccess(cast?: Cast): Promise<AccessChecked> {
  const own = cast ?? (await gatherCast());
  try {
    return await new AccessCheck(own).run();
  } finally {
    if (cast === undefined) await own.society.close();
  }
}

class AccessCheck {
  readonly failures: string[] = [];
  readonly counts = { routes: 0, roles: WHO.length, cells: 0, requests: 0 };
  private readonly cast: Cast;

  constructor(cast: Cast) {
    this.cast = cast;
  }

  async run(): Promise<AccessChecked> {
    const doors = await this.doors();
    const known = new Set(doors.map(({ name }) => name));
    for (const name of Object.keys(ACCESS_ROWS)) {
      if (!known.has(name)) this.failures.push(`${name} stands in the matrix but not in the document`);
    }
    for (const door of doors) {
      this.counts.routes += 1;
      const row = ACCESS_ROWS[door.name];
      if (row === undefined) {
        this.failures.push(`${door.name} stands in the document but has no row in the matrix`);
        continue;
      }
      this.checkDocument(door, row);
      for (const who of WHO) await this.checkCell(door, row, who);
    }
    return { failures: this.failures, counts: this.counts };
  }

  /** From the document; and the document holds every route of the program but the pages that show it. */
  private async doors(): Promise<Door[]> {
    const { society } = this.cast;
    const document = (await society.inject({ url: '/api/openapi.json' })).json() as {
      paths: Record<string, Record<string, Operation>>;
    };
    const doors = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([verb, operation]) => {
        // The document holds no other verbs; one that it might hold later would fail in every cell.
        const method = verb.toUpperCase() as Door['method'];
        return { method, path, name: `${method} ${path}`, operation };
      }),
    );
    const named = new Set(doors.map(({ name }) => name));
    for (const { method, url } of society.created.routes) {
      const name = `${method} ${url.replace(/:(\w+)/g, '{$1}')}`;
      const isShown = named.has(name) || method === 'HEAD' || url.startsWith('/api/docs');
      if (!isShown) this.failures.push(`${name} is served but does not stand in the document`);
    }
    return doors;
  }

  /** What the document says of each role is what the matrix says. */
  private checkDocument(door: Door, row: AccessRow): void {
    const { 'x-permission': permission, 'x-audience': audience } = door.operation;
    const hasPermission = (who: Who): boolean => {
      if (permission === 'public') return true;
      if (isNobody(who)) return false;
      const kind = isMember(who) ? 'member' : 'staff';
      if (audience !== 'both' && audience !== kind) return false;
      if (permission === 'signed-in') return true;
      const needed = typeof permission === 'object' ? permission[kind] : permission;
      const held: readonly string[] =
        kind === 'member' ? MEMBER_PERMISSIONS : (FIRST_ROLES.find(({ code }) => code === who)?.permissions ?? []);
      return held.includes(needed);
    };
    for (const who of WHO) {
      if (hasPermission(who) !== may(row, who)) {
        this.failures.push(
          `${door.name}: by the document ${who} ${hasPermission(who) ? 'may' : 'may not'}, by the matrix it is otherwise`,
        );
      }
    }
  }

  private async checkCell(door: Door, row: AccessRow, who: Who): Promise<void> {
    this.counts.cells += 1;
    const { object, reads, hiddenFrom = [], except = {} } = row;
    const { objects } = this.cast;
    const isAllowed = may(row, who);
    const refused = isNobody(who) ? 401 : 403;
    const expect = (answer: LightMyRequestResponse, status: number, what: string) => {
      if (answer.statusCode === status) return;
      const code = answer.statusCode >= 400 ? ` ${answer.json().code}` : '';
      this.failures.push(`${door.name}: ${who} ${what} got ${answer.statusCode}${code} instead of ${status}`);
    };

    if (object === undefined) {
      const answer = await this.ask(door, row, who, '');
      expect(answer, isAllowed ? (except[who] ?? row.answer) : refused, 'asking');
      if (isAllowed && who === 'member B') this.expectNothingOfA(door, answer);
      return;
    }

    const missing = await this.ask(door, row, who, MISSING[object]);
    expect(missing, isAllowed ? row.answer : refused, 'asking for what is missing');
    if (isAllowed && !hiddenFrom.includes(who) && reads === undefined && except[who] === undefined) return;

    // Somebody else's object, and an object somebody may not see, are told from a missing one by nothing.
    const there = await this.ask(door, row, who, objects[object]);
    if (!isAllowed || hiddenFrom.includes(who)) this.expectSame(door, who, there, missing);
    else expect(there, except[who] ?? 200, 'asking for what is there');
    if (who === 'member B') this.expectNothingOfA(door, there);

    if (KINDS_WITH_NUMBERS.has(object) && (who === 'member B' || who === 'administrator')) {
      for (const nonsense of NONSENSE) {
        this.expectSame(door, who, await this.ask(door, row, who, encodeURIComponent(nonsense)), missing, nonsense);
      }
    }
  }

  private expectSame(
    door: Door,
    who: Who,
    answer: LightMyRequestResponse,
    missing: LightMyRequestResponse,
    of = 'the object of somebody else',
  ): void {
    const [seen, wanted] = [told(answer), told(missing)];
    if (seen !== wanted)
      this.failures.push(`${door.name}: ${who} gets ${seen} for ${of}, and ${wanted} for a missing one`);
  }

  private expectNothingOfA(door: Door, answer: LightMyRequestResponse): void {
    for (const mark of this.cast.marksOfA) {
      if (answer.body.includes(mark)) this.failures.push(`${door.name}: member B is told "${mark}" of member A`);
    }
  }

  private keys = 0;
  private ask(door: Door, row: AccessRow, who: Who, id: string): Promise<LightMyRequestResponse> {
    this.counts.requests += 1;
    this.keys += 1;
    const path = door.path.replace(/\{\w+\}/, id);
    const request: InjectOptions = {
      method: door.method,
      url: row.query === undefined ? path : `${path}?${row.query}`,
      ...(door.method === 'POST'
        ? { headers: { 'idempotency-key': `access-matrix-${String(this.keys).padStart(8, '0')}` } }
        : {}),
    };
    // What JSON can hold.
    if (row.body !== undefined) request.payload = row.body(this.cast.objects) as object;
    return this.cast.ask(who, request);
  }
}

const isNobody = (who: Who) => NOBODY.some((nobody) => nobody === who);
const isMember = (who: Who) => who === 'member A' || who === 'member B';

function may(row: AccessRow, who: Who): boolean {
  if (row.who === 'all') return true;
  if (isNobody(who)) return false;
  if (row.who === 'signed in') return true;
  return row.who.some((group) => (group === 'members' ? isMember(who) : group === who));
}

/** All that whoever asked could tell one answer from another by, but for the request's own id. */
function told(answer: LightMyRequestResponse): string {
  const {
    'x-request-id': _id,
    date: _date,
    'ratelimit-remaining': _left,
    'ratelimit-reset': _reset,
    ...headers
  } = answer.headers;
  const { 'content-length': _length, ...said } = headers;
  const body = answer.statusCode >= 400 ? JSON.stringify({ ...answer.json(), requestId: '' }) : answer.body;
  return `${answer.statusCode} ${body} ${JSON.stringify(said)}`;
}
