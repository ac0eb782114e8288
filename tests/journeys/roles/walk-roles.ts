// Everybody does everything they may. What an act needs is read from the routes themselves: the journey of a role is whole
// when a route of each of its permissions has answered well to somebody of this role.

import type { Permission } from '@kafal/contract';
import type { Browser, Response } from 'playwright-core';
import { PASSWORD } from '../../servers/real-society.ts';
import { fill, press, sees } from '../society-day/controls.ts';
import { type Screen, type Visitor, visit } from '../visitor.ts';
import { type Language, type Words, wordsOf } from '../words.ts';
import { type Act, isOwnAct, OWN_ACTS, type OwnAct, STAFF_ACTS, type StaffAct } from './acts.ts';
import { permissionsOf, type RoleHouse, type StaffRole } from './role-house.ts';

export type Role = StaffRole | 'member';

/** Two societies, since a day is closed once: whoever closes it comes last. */
export const HOUSES: readonly (readonly Role[])[] = [
  ['cashier', 'agent', 'loan_officer', 'member', 'manager'],
  ['administrator', 'auditor', 'committee', 'accountant'],
];

/** Acts after which the rest could not be done any more. */
const LAST: readonly Permission[] = ['till.operate', 'day.close'];

// Whatever is not an act only reads.
const isStaffAct = (permission: Permission): permission is StaffAct => permission in STAFF_ACTS;

export function actsOf(role: Role): readonly Act[] {
  // The keys of a record are its own names.
  if (role === 'member') return Object.keys(OWN_ACTS) as OwnAct[];
  return permissionsOf(role)
    .filter(isStaffAct)
    .toSorted((one, other) => LAST.indexOf(one) - LAST.indexOf(other));
}

export interface Dress {
  readonly browser: Browser;
  readonly device: Screen;
  readonly language: Language;
  readonly pictures: string;
}

export class RoleWalk {
  readonly visitor: Visitor;
  readonly #house: RoleHouse;
  readonly #role: Role;
  readonly #words: Words;
  readonly #permissions: readonly RoutePermission[];

  private constructor(house: RoleHouse, role: Role, words: Words, visitor: Visitor, permissions: RoutePermission[]) {
    this.#house = house;
    this.#role = role;
    this.#words = words;
    this.visitor = visitor;
    this.#permissions = permissions;
  }

  static async begin(house: RoleHouse, role: Role, { browser, device, language, pictures }: Dress): Promise<RoleWalk> {
    const origin = house.server.api.replace('127.0.0.1', 'localhost');
    const visitor = await visit({ browser, name: role, screen: device, language, origin, pictures });
    const walk = new RoleWalk(house, role, wordsOf(language), visitor, await routePermissions(house));
    await walk.#logIn();
    return walk;
  }

  /** Does it on the screen, until the server has agreed. */
  async do(act: Act): Promise<void> {
    const { page } = this.visitor;
    const seat = { page, words: this.#words, house: this.#house, open: (path: string) => this.visitor.open(path) };
    const agreed = page.waitForResponse((response) => this.#isDone(response, act));
    // Whatever goes wrong before the answer is told first.
    agreed.catch(() => {});
    try {
      if (isOwnAct(act)) await OWN_ACTS[act](seat);
      else if (this.#role !== 'member') await STAFF_ACTS[act]({ ...seat, role: this.#role });
      await agreed;
    } catch (error) {
      await this.visitor.picture(`failed-${this.#role}-${act}`);
      const noticed = this.visitor.takeComplaints();
      throw new Error(`${error instanceof Error ? error.message : error}\n${noticed.join('\n')}`, { cause: error });
    }
    await this.visitor.picture(`${this.#role}-${act}`);
    const noticed = this.visitor.takeComplaints();
    if (noticed.length > 0) throw new Error(noticed.join('\n'));
  }

  close(): Promise<void> {
    return this.visitor.close();
  }

  /** A request that changes something, of a route of this permission, and answered well; a preview changes nothing. */
  #isDone(response: Response, act: Act): boolean {
    const method = response.request().method();
    const { pathname, searchParams } = new URL(response.url());
    if (method === 'GET' || !response.ok() || searchParams.get('preview') === 'true') return false;
    // Whoever sits in the committee signs as the office does: by what they are, on a route that more may come to.
    if (act === 'meeting.sit') return pathname.endsWith('/minutes/signatures');
    return this.#permissions.some(
      (route) => route.method === method && route.path.test(pathname) && route.permissions.includes(act),
    );
  }

  async #logIn(): Promise<void> {
    const { page } = this.visitor;
    if (this.#role === 'member') {
      const t = this.#words.member;
      const { identifier, password } = await this.#house.memberLogin();
      await this.visitor.open('/');
      await fill(page, t('login.identifier'), identifier);
      await fill(page, t('login.password'), password);
      await press(page, t('login.act'));
      await sees(page, t('line.live'));
      return;
    }
    const t = this.#words.staff;
    await this.visitor.open('/staff');
    await fill(page, t('login.username'), this.#house.userNameOf(this.#role));
    await fill(page, t('login.password'), PASSWORD);
    await press(page, t('login.enter'));
    await sees(page, t('line.live'));
  }
}

interface RoutePermission {
  readonly method: string;
  readonly path: RegExp;
  readonly permissions: readonly string[];
}

async function routePermissions({ server }: RoleHouse): Promise<RoutePermission[]> {
  // The document's own form; each operation names what it needs.
  const document = (await (await fetch(`${server.api}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { 'x-permission'?: string | Record<string, string> }>>;
  };
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const permission = operation['x-permission'] ?? [];
      return {
        method: method.toUpperCase(),
        path: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+').replaceAll('.', '\\.')}$`),
        permissions: typeof permission === 'string' ? [permission] : Object.values(permission),
      };
    }),
  );
}
