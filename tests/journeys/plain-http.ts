// An office without a certificate: another machine reaches the server by its name over plain HTTP. The browser then
// takes the page for less trusted and gives it less; the counter works all the same.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRealServer } from '../servers/real-server.ts';
import { launchBrowser } from './browser.ts';
import { type OpenedSociety, openSocietyByApi } from './society-by-api.ts';
import { fill, follow, press, sees, title } from './society-day/controls.ts';
import { type Visitor, visit } from './visitor.ts';
import { type Words, wordsOf } from './words.ts';

const HOST = 'office.test';

export interface PlainHttpOptions {
  readonly port: number;
  readonly webPort: number;
  readonly pictures?: string;
}

/** Log-in and one receipt; answers what went wrong, nothing when all held. */
export async function walkOverPlainHttp({ port, webPort, pictures }: PlainHttpOptions): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-journey-'));
  const server = await startRealServer({
    dataFolder: folder,
    environment: { HOST: '127.0.0.1', PORT: String(port), WEB_PORT: String(webPort) },
  });
  const browser = await launchBrowser([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]);
  try {
    const society = await openSocietyByApi(server);
    const visitor = await visit({
      browser,
      name: 'cashier over plain HTTP',
      screen: 'desk',
      language: 'en',
      origin: `http://${HOST}:${webPort}`,
      ...(pictures === undefined ? {} : { pictures }),
    });
    const words = wordsOf('en');
    const problems = [
      ...(await lookAtThePages(visitor, words)),
      ...(await comeIn(visitor, words, society)),
      ...(await takeOneReceipt(visitor, words, society)),
    ];
    return [...problems, ...visitor.takeComplaints()];
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each of the three entries says what needs HTTPS. */
async function lookAtThePages(visitor: Visitor, words: Words): Promise<string[]> {
  const { page } = visitor;
  for (const [path, name] of [
    ['/', 'member-log-in'],
    ['/setup', 'set-up'],
    ['/staff', 'staff-log-in'],
  ] as const) {
    await visitor.open(path);
    await sees(page, words.member('comforts.plainHttp'));
    await visitor.look(name);
  }
  const isTrusted = await page.evaluate('isSecureContext || typeof crypto.randomUUID === "function"');
  return isTrusted === false ? [] : ['the browser trusts the page more than it should here'];
}

async function comeIn(visitor: Visitor, words: Words, { cashier }: OpenedSociety): Promise<string[]> {
  const { page } = visitor;
  const t = words.staff;
  await fill(page, t('login.username'), cashier.username);
  await fill(page, t('login.password'), cashier.password);
  await press(page, t('login.enter'));
  await sees(page, t('line.live'));
  const problems: string[] = [];
  const cookies = await page.context().cookies();
  if (!cookies.some(({ name }) => name === 'kafal-staff')) problems.push('no cookie keeps the session');
  for (const { name, secure, httpOnly, sameSite } of cookies) {
    if (secure || name.startsWith('__')) problems.push(`the cookie ${name} is for HTTPS only`);
    if (!httpOnly || sameSite !== 'Strict') problems.push(`the cookie ${name} is not HttpOnly and SameSite=Strict`);
  }
  // Whoever loads the page anew is still in: the cookie came back to the server.
  await page.reload();
  await sees(page, t('line.live'));
  return problems;
}

async function takeOneReceipt(visitor: Visitor, words: Words, { member }: OpenedSociety): Promise<string[]> {
  const { page } = visitor;
  const t = words.staff;
  const keys: string[] = [];
  page.on('request', (request) => {
    const isReceipt = request.method() === 'POST' && request.url().endsWith('/api/receipts');
    if (isReceipt) keys.push(request.headers()['idempotency-key'] ?? '');
  });
  const menu = page.getByRole('navigation', { name: t('shell.pages') });
  await follow(menu, t('nav.counter'));
  await follow(page, t('counter.openTill'));
  const nothing = words.money('0.00');
  await press(page, t('till.openWith', { till: 'T1', amount: nothing }));
  await title(page, t('till.titleOpen', { till: 'T1', amount: nothing }));
  await follow(menu, t('nav.counter'));
  const finder = page.getByLabel(t('counter.find'), { exact: true }).and(page.locator('input'));
  await finder.fill(member.memberNumber);
  await page.getByRole('option', { name: new RegExp(member.name) }).waitFor();
  await finder.press('Enter');
  await page.getByTestId('act-preview').waitFor();
  await press(page, `${t('counter.take', { amount: words.money(member.dues) })} F9`);
  await page.getByTestId('issued-receipt').waitFor();
  await sees(page, t('counter.becameActive', { name: member.name }));
  await visitor.look('receipt');
  // 128 bits from crypto.getRandomValues, which needs no HTTPS.
  if (keys.length === 1 && /^[0-9a-f]{32}$/.test(keys[0] ?? '')) return [];
  return [`the receipt was sent with the keys "${keys.join(', ')}"`];
}
