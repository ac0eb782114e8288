// Real log-ins on a clean database, for the tests of this folder. Only tests import this file.

import { calendarDate } from '@kafal/core';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Feature } from '../../app.ts';
import { systemActor } from '../../platform/http/actor.ts';
import { createTestApp, type TestApp, type TestAppOptions } from '../../platform/http/test-app.ts';
import { auditMessages, auditRoutes } from '../audit/index.ts';
import {
  createMemberLogin,
  createStaffUser,
  hashPassword,
  identityMessages,
  identityRoutes,
  type LoginName,
  seedRoles,
} from './index.ts';

export const PASSWORD = 'seven quiet lanterns';
export const OTHER_PASSWORD = 'nine loud trumpets far';

export interface Tokens {
  accessToken: string;
  refreshToken: string;
  sessionId: string;
}

export interface IdentityTest extends TestApp {
  addStaff(
    username: string,
    role?: string,
    more?: { email?: string; phone?: string; password?: string },
  ): Promise<number>;
  addMember(number: string, more?: { email?: string; phone?: string; password?: string | null }): Promise<AddedMember>;
  post(url: string, payload: object, more?: Partial<InjectOptions>): Promise<LightMyRequestResponse>;
  logIn(
    identifier: string,
    more?: { password?: string; address?: string; member?: boolean },
  ): Promise<LightMyRequestResponse>;
  tokens(identifier: string, more?: { password?: string; address?: string; member?: boolean }): Promise<Tokens>;
  me(accessToken: string): Promise<LightMyRequestResponse>;
}

export interface AddedMember {
  memberId: number;
  userId: number;
}

export async function createIdentityTest(
  options: TestAppOptions = {},
  more: readonly Feature[] = [],
): Promise<IdentityTest> {
  const test = await createTestApp(
    [
      { name: 'identity', routes: identityRoutes, messages: identityMessages },
      { name: 'audit', routes: auditRoutes, messages: auditMessages },
      ...more,
    ],
    options,
  );
  const { platform } = test;
  await platform.transact((trx) => seedRoles(trx, platform));
  const hashes = new Map<string, string>();
  const hashOf = async (password: string) => {
    const known = hashes.get(password) ?? (await hashPassword(platform, password));
    hashes.set(password, known);
    return known;
  };

  const post: IdentityTest['post'] = (url, payload, more = {}) =>
    test.inject({ method: 'POST', url, payload, ...more });
  const logIn: IdentityTest['logIn'] = (identifier, { password = PASSWORD, address, member = false } = {}) =>
    post(
      member ? '/api/auth/member/login' : '/api/auth/admin/login',
      { identifier, password },
      address === undefined ? {} : { remoteAddress: address },
    );

  return {
    ...test,
    post,
    logIn,
    addStaff: async (username, role = 'administrator', { password = PASSWORD, ...more } = {}) => {
      const passwordHash = await hashOf(password);
      const created = await platform.transact((trx) =>
        createStaffUser(trx, platform, systemActor('test'), {
          username,
          name: `Asha of ${username}`,
          role,
          passwordHash,
          ...more,
        }),
      );
      return created.userId;
    },
    addMember: async (number, { password = PASSWORD, email, phone } = {}) => {
      const passwordHash = password === null ? undefined : await hashOf(password);
      const loginNames: LoginName[] = [{ kind: 'number', text: number }];
      if (email !== undefined) loginNames.push({ kind: 'email', text: email });
      if (phone !== undefined) loginNames.push({ kind: 'phone', text: phone });
      return platform.transact(async (trx) => {
        const { insertId } = await trx
          .insertInto('member')
          .values(memberRow(number, platform.clock.now()))
          .executeTakeFirstOrThrow();
        const memberId = Number(insertId);
        const { userId } = await createMemberLogin(trx, platform, {
          memberId,
          name: `Member ${number}`,
          language: 'hi',
          loginNames,
          ...(passwordHash === undefined ? {} : { passwordHash }),
        });
        return { memberId, userId };
      });
    },
    tokens: async (identifier, more) => {
      const answer = await logIn(identifier, more);
      if (answer.statusCode !== 200) throw new Error(`${identifier} could not log in: ${answer.body}`);
      const { accessToken, refreshToken } = answer.json();
      return { accessToken, refreshToken, sessionId: refreshToken.split('.')[0] };
    },
    me: (accessToken) => test.inject({ url: '/api/me', headers: bearer(accessToken) }),
  };
}

export const bearer = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });

export function codeOf(answer: LightMyRequestResponse): string {
  return answer.json().code;
}

function memberRow(number: string, createdAt: number) {
  const day = calendarDate('1990-04-01');
  return {
    number,
    name: `Member ${number}`,
    dateOfBirth: day,
    gender: 'female',
    addressLine: 'House 4',
    locality: 'Lohaghat',
    district: 'Champawat',
    state: 'Uttarakhand',
    postalCode: '262524',
    occupation: 'Farmer',
    memberClass: 'regular',
    accountType: 'savings',
    language: 'hi',
    status: 'active',
    statusSince: day,
    joinedOn: day,
    createdAt,
  };
}
