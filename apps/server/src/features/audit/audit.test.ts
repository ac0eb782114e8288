import { calendarDate } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../../platform/http/actor.ts';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { startOfDay } from './audit-filter.ts';
import { type AuditedAct, auditMessages, auditRoutes, recordAudit, visitor } from './index.ts';

let kafal: TestApp;
let auditor: SignedIn;
beforeEach(async () => {
  kafal = await createTestApp([{ name: 'audit', routes: auditRoutes, messages: auditMessages }]);
  auditor = await kafal.staff('auditor', 'Asha Bisht');
});
afterEach(() => kafal.close());

const record = (act: Partial<AuditedAct> = {}, actor: Parameters<typeof recordAudit>[2] = systemActor('Kafal')) =>
  kafal.platform.transact((trx) =>
    recordAudit(trx, kafal.platform, actor, {
      action: 'till.opened',
      subjectKind: 'till',
      subjectId: 1,
      ...act,
    }),
  );
const list = async (query = '') => (await auditor.inject({ url: `/api/admin/audit${query}` })).json();
const actions = async (query = '') => (await list(query)).items.map(({ action }: { action: string }) => action);
const csv = (query = '', headers = {}) => auditor.inject({ url: `/api/admin/audit.csv${query}`, headers });

describe('the trail', () => {
  test('keeps who, from where, what on what, and both values', async () => {
    await record({ oldValues: { status: 'active' }, newValues: { status: 'सुप्त' }, subjectId: 'KCS1' }, auditor.actor);
    const [row] = (await list()).items;
    expect(row).toEqual({
      id: expect.any(String),
      recordedAt: '2026-11-30T04:30:00.000Z',
      userId: String(auditor.actor.userId),
      userName: 'Asha Bisht',
      userKind: 'staff',
      action: 'till.opened',
      subjectKind: 'till',
      subjectId: 'KCS1',
      subjectName: null,
      oldValues: { status: 'active' },
      newValues: { status: 'सुप्त' },
      address: '127.0.0.1',
      agent: 'test',
      requestId: 'test-request',
    });
  });

  test('says who or what an act was done on, by name where it has one', async () => {
    const { userId } = auditor.actor;
    await record({ subjectKind: 'user', subjectId: userId });
    await record({ subjectKind: 'user', subjectId: 987 });
    await record({ subjectKind: 'role', subjectId: 'cashier' });
    const named = (await list()).items.map(({ subjectKind, subjectName }: Record<string, unknown>) => [
      subjectKind,
      subjectName,
    ]);
    expect(named).toEqual([
      ['role', null],
      ['user', null],
      ['user', 'Asha Bisht'],
    ]);
    expect((await csv()).body).toContain(`,user,${userId},Asha Bisht,`);
  });

  test('a member, an account, an application and a till that are not there have no name, and the row stands', async () => {
    const kinds = ['member', 'deposit', 'membership_application', 'till'];
    for (const subjectKind of kinds) await record({ subjectKind, subjectId: 987 });
    const rows = (await list()).items.map(({ subjectKind, subjectId, subjectName }: Record<string, unknown>) => [
      subjectKind,
      subjectId,
      subjectName,
    ]);
    expect(rows).toEqual(kinds.toReversed().map((kind) => [kind, '987', null]));
  });

  test('keeps the house and visitors too, and cuts what a browser says of itself', async () => {
    await record();
    const agent = `${'x'.repeat(199)}🪔`;
    const caller = { address: '1'.repeat(100), agent, language: 'en' as const, requestId: '' };
    await record({ subjectId: null }, visitor(caller));
    const [second, first] = (await list()).items;
    expect(first).toMatchObject({ userId: null, userKind: 'system', userName: 'Kafal' });
    expect(second).toMatchObject({ userId: null, userKind: 'visitor', subjectId: null, address: '1'.repeat(64) });
    expect(second.agent).toBe(`${'x'.repeat(199)}\ufffd`);
  });

  test('belongs to the transaction of the act', async () => {
    const undone = kafal.platform.transact(async (trx) => {
      await recordAudit(trx, kafal.platform, systemActor('Kafal'), {
        action: 'till.opened',
        subjectKind: 'till',
        subjectId: 1,
      });
      throw new Error('the act failed');
    });
    await expect(undone).rejects.toThrow('the act failed');
    expect(await actions()).toEqual([]);
  });

  test('is never changed', async () => {
    await record();
    const change = kafal.platform.transact((trx) => trx.updateTable('audit').set({ action: 'x' }).execute());
    await expect(change).rejects.toThrow();
    const removal = kafal.platform.transact((trx) => trx.deleteFrom('audit').execute());
    await expect(removal).rejects.toThrow();
    expect(await actions()).toEqual(['till.opened']);
  });

  test('is filtered by act, person, subject and day of the society', async () => {
    await kafal.platform.transact((trx) =>
      trx
        .insertInto('setting')
        .values({
          name: 'calendar.timeZone',
          value: '"Asia/Kathmandu"',
          effectiveFrom: calendarDate('2026-01-01'),
          legalBasis: null,
          setByUserId: null,
          recordedAt: 0,
        })
        .execute(),
    );
    // 18:14 UTC is 23:59 in Kathmandu, 18:15 is the next day there.
    kafal.clock.set(Date.UTC(2026, 10, 30, 18, 14));
    await record({ action: 'till.closed', subjectId: 2 });
    kafal.clock.set(Date.UTC(2026, 10, 30, 18, 15));
    await record({ action: 'member.approved', subjectKind: 'member', subjectId: 7 }, auditor.actor);

    expect(await actions()).toEqual(['member.approved', 'till.closed']);
    expect(await actions('?action=till.closed')).toEqual(['till.closed']);
    expect(await actions('?action=till')).toEqual([]);
    expect(await actions(`?userId=${auditor.actor.userId}`)).toEqual(['member.approved']);
    expect(await actions('?userId=x')).toEqual([]);
    expect(await actions('?subjectKind=member&subjectId=7')).toEqual(['member.approved']);
    expect(await actions('?from=2026-11-30&to=2026-11-30')).toEqual(['till.closed']);
    expect(await actions('?from=2026-12-01')).toEqual(['member.approved']);
    expect(await actions('?to=2026-11-29')).toEqual([]);
  });

  test.each([
    ['ASHA', 1],
    ['approved', 1],
    ['संपत्ति', 1],
    ['10.0.0.7', 1],
    ['firefox', 1],
    ['request-9', 1],
    ['100%', 0],
    ['_', 0],
    ["' OR 1=1 --", 0],
  ])('is searched for "%s"', async (q, found) => {
    await record({}, { ...systemActor('Nobody'), address: '10.0.0.1' });
    await record(
      { action: 'member.approved', newValues: { note: 'संपत्ति' } },
      { ...auditor.actor, address: '10.0.0.7', agent: 'Firefox', requestId: 'request-9' },
    );
    expect((await list(`?q=${encodeURIComponent(q)}`)).items).toHaveLength(found);
  });

  test('is read page by page, also through thousands of rows without a hit', async () => {
    await record({ subjectId: 'needle' });
    await kafal.platform.transact(async (trx) => {
      for (let place = 0; place < 4_500; place += 1) {
        await recordAudit(trx, kafal.platform, systemActor('Kafal'), {
          action: 'till.opened',
          subjectKind: 'till',
          subjectId: place,
        });
      }
    });
    await record({ subjectId: 'needle' });
    const first = await list('?q=needle&limit=1');
    expect(first.items).toHaveLength(1);
    const second = await list(`?q=needle&limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ id: '1' }], nextCursor: null });

    const seen = new Set<string>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { id: string }[]; nextCursor: string | null } = await list(
        `?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      for (const { id } of page.items) seen.add(id);
      cursor = page.nextCursor;
    }
    expect(seen.size).toBe(4_502);

    const lines = (await csv()).body.trim().split('\r\n');
    // The head, every row, and the export itself.
    expect(lines).toHaveLength(1 + 4_502 + 1);
    expect(new Set(lines).size).toBe(lines.length);
    expect((await csv('?q=needle')).body.trim().split('\r\n')).toHaveLength(1 + 2 + 1);
  });

  test.each(['limit=0', 'limit=1000000', 'limit=x', 'from=2026-02-30', 'sort=id', 'cursor=x'])(
    'refuses "%s"',
    async (query) => {
      const answer = await auditor.inject({ url: `/api/admin/audit?${query}` });
      expect(answer.statusCode).toBe(400);
    },
  );

  test('is for those who may read it', async () => {
    for (const role of ['cashier', 'loan_officer', 'committee']) {
      const somebody = await kafal.staff(role);
      for (const url of ['/api/admin/audit', '/api/admin/audit.csv']) {
        expect((await somebody.inject({ url })).statusCode).toBe(403);
      }
    }
    expect((await kafal.inject({ url: '/api/admin/audit.csv' })).statusCode).toBe(401);
    expect(await actions()).toEqual([]);
  });
});

describe('the file', () => {
  test('is in the trail before its first byte, with what was asked for', async () => {
    await record({ action: 'member.approved' });
    const answer = await csv('?action=member.approved');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="audit.csv"');
    const [row] = (await list('?action=audit.exported')).items;
    expect(row).toMatchObject({ userName: 'Asha Bisht', newValues: { action: 'member.approved' } });
    expect(answer.body).toContain('member.approved');
    expect(answer.body).not.toContain('audit.exported');
  });

  test('holds no formula', async () => {
    for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '"=1', 'a,b\r\n=2']) {
      await record(
        { subjectId: evil.slice(0, 40), newValues: null },
        { ...systemActor(evil), agent: evil, address: evil },
      );
    }
    const { body } = await csv();
    expect(body.startsWith('\uFEFFNumber,Recorded at (UTC),Who')).toBe(true);
    for (const cell of cellsOf(body)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    expect(body).toContain("'=1+1");
  });

  test('has its heads in the reader’s language', async () => {
    const { body } = await csv('', { 'accept-language': 'hi' });
    expect(body).toContain('दर्ज समय');
  });
});

test.each([
  ['Asia/Kathmandu', '2026-11-29T18:15:00.000Z'],
  ['Asia/Kolkata', '2026-11-29T18:30:00.000Z'],
  ['UTC', '2026-11-30T00:00:00.000Z'],
  ['America/St_Johns', '2026-11-30T03:30:00.000Z'],
  ['Pacific/Kiritimati', '2026-11-29T10:00:00.000Z'],
])('a day in %s begins at %s', (zone, instant) => {
  expect(new Date(startOfDay(calendarDate('2026-11-30'), zone)).toISOString()).toBe(instant);
});

function cellsOf(text: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
  }
  return cells;
}
