// A society in business without walking through every screen: for journeys that are about something else.

import type { RealServer } from '../servers/real-server.ts';
import { SOCIETY } from '../society/open-society.ts';

export interface OpenedSociety {
  readonly cashier: { readonly username: string; readonly password: string };
  readonly member: { readonly name: string; readonly memberNumber: string; readonly dues: string };
}

const { password: PASSWORD } = SOCIETY.administrator;

const MEMBER = {
  name: 'Harish Chandra Thapa',
  dateOfBirth: '1975-11-03',
  gender: 'male',
  phone: '9123456780',
  addressLine: 'House 7',
  locality: 'Race Course',
  district: 'Dehradun',
  state: 'Uttarakhand',
  postalCode: '248001',
  occupation: 'Shopkeeper',
  accountType: 'savings',
  language: 'en',
  nominees: [{ name: 'Kamla Thapa', relation: 'wife', dateOfBirth: '1978-02-09', sharePercent: '100.00' }],
};

/** Set up, with a cashier, and with one member who owes the dues. */
export async function openSocietyByApi({ api, setupCode }: RealServer): Promise<OpenedSociety> {
  let token: string | undefined;
  const ask = async <Answer>(method: 'POST' | 'PUT' | 'GET', path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${api}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    // The caller names the part of the contract that it reads.
    return (await response.json()) as Answer;
  };
  const logIn = async (identifier: string) => {
    token = undefined;
    const body = { identifier, password: PASSWORD };
    token = (await ask<{ accessToken: string }>('POST', '/api/auth/admin/login', body)).accessToken;
  };

  const booksBeginOn = new Date().toISOString().slice(0, 10);
  await ask('POST', '/api/setup', { ...SOCIETY, booksBeginOn, setupCode });
  await logIn('admin');
  for (const role of ['cashier', 'manager']) {
    const user = { username: role, name: `The ${role}`, role, language: 'en' };
    const { oneTimeCode } = await ask<{ oneTimeCode: string }>('POST', '/api/admin/users', user);
    await ask('POST', '/api/auth/password/reset', { identifier: role, code: oneTimeCode, newPassword: PASSWORD });
  }
  await ask('POST', '/api/admin/member-requests', MEMBER);
  await logIn('manager');
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/api/admin/member-requests');
  const approval = `/api/admin/member-requests/${items[0]?.id}/approve`;
  const approved = await ask<{ memberNumber: string; duesTotal: string }>('PUT', approval, {});
  return {
    cashier: { username: 'cashier', password: PASSWORD },
    member: { name: MEMBER.name, memberNumber: approved.memberNumber, dues: approved.duesTotal },
  };
}
