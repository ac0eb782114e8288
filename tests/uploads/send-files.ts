// Sends a server what people send, and what those send who mean it harm: poisoned files, good ones, and uploads that break off.
// A server in a process of its own, so that its memory can be watched and its folders, its rows and its service of files looked into.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestS3 } from '../../apps/server/src/platform/file-storage/test-s3-service.ts';
import { residentMiB } from '../../bench/process-figures.ts';
import { openSocietyByApi } from '../journeys/society-by-api.ts';
import type { RealServer } from '../servers/real-server.ts';
import { SOCIETY } from '../society/open-society.ts';
import { goodFiles } from './good-files.ts';
import { MARK, POISONED_FILES, type PoisonedFile } from './poisoned-files.ts';

export interface SentFiles {
  readonly refused: number;
  readonly harmless: number;
  readonly good: number;
  readonly aborted: number;
  /** Of the server and the processes it began, above what the server held before the first file. */
  readonly grownMiB: number;
  /** A sentence each. */
  readonly failures: readonly string[];
}

const AT_ONCE = 100;
const CONTENT_FROM = Buffer.from('\r\n\r\n');

/** Where a server keeps what it takes: in its folder, or in a service that speaks S3. */
export interface KeptIn {
  readonly dataFolder: string;
  readonly service?: TestS3;
}

interface Door {
  readonly server: RealServer;
  readonly place: KeptIn;
  readonly token: string;
  readonly memberId: string;
}

export interface HowMany {
  readonly aborts: number;
  /** Of the poisoned files each so many; all without it. */
  readonly each?: number;
}

export async function sendFiles(server: RealServer, place: KeptIn, { aborts, each = 1 }: HowMany): Promise<SentFiles> {
  const door = await openDoor(server, place);
  const memory = watchMemory(server.pid);
  const failures: string[] = [];
  const kept = new Set<string>();
  const count = { refused: 0, harmless: 0, good: 0 };
  for (const file of POISONED_FILES.filter((_, nth) => nth % each === 0)) {
    failures.push(...(await sendPoisoned(door, file, kept)));
    count[file.ends] += 1;
  }
  for (const file of await goodFiles()) {
    const { status, id } = await send(door, file);
    if (status !== 201 || id === undefined) failures.push(`${file.name} is good and was answered with ${status}`);
    else kept.add(id);
    count.good += 1;
  }
  for (let done = 0; done < aborts; done += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, aborts - done) }, (_, nth) => breakOff(door, done + nth)));
  }
  await settled(door, kept.size);
  const found = { files: filesIn(place), rows: rowsIn(place) };
  for (const [what, left] of Object.entries(found)) {
    if (left.length !== kept.size || left.some((name) => !kept.has(name)))
      failures.push(`${left.length} ${what} are left and ${kept.size} files were taken`);
  }
  const onDisk = filesOnDisk(place);
  if (place.service !== undefined && onDisk.length > 0)
    failures.push(`${onDisk.length} files lie on the disk beside the service`);
  return { ...count, aborted: aborts, grownMiB: memory.stop(), failures };
}

async function openDoor(server: RealServer, place: KeptIn): Promise<Door> {
  await openSocietyByApi(server);
  const { password } = SOCIETY.administrator;
  const login = await fetch(`${server.api}/api/auth/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: 'manager', password }),
  });
  const { accessToken: token } = (await login.json()) as { accessToken: string };
  const members = await fetch(`${server.api}/api/members`, { headers: { authorization: `Bearer ${token}` } });
  const { items } = (await members.json()) as { items: { id: string }[] };
  return { server, place, token, memberId: items[0]?.id ?? '' };
}

async function sendPoisoned(door: Door, file: PoisonedFile, kept: Set<string>): Promise<string[]> {
  const before = filesIn(door.place).length;
  const { status, code, id, name } = await send(door, file);
  const after = filesIn(door.place);
  if (file.ends === 'refused') {
    const isRefused = status >= 400 && status < 500 && code?.startsWith('FILE_') === true;
    if (isRefused && after.length === before) return [];
    return [`${file.what}: ${status} ${code ?? ''}, ${after.length - before} more files are kept`];
  }
  if (status !== 201 || id === undefined || name === undefined) return [`${file.what}: ${status} ${code ?? ''}`];
  kept.add(id);
  const opened = await fetch(`${door.server.api}/api/files/${id}`, {
    headers: { authorization: `Bearer ${door.token}` },
  });
  const content = Buffer.from(await opened.arrayBuffer());
  const flaws = [
    content.includes(MARK) && 'what does harm is still in it',
    keptContent(door.place, id).includes(MARK) && 'what does harm is kept',
    /[\p{Cc}\p{Cf}"\\/:*?<>|]/u.test(name) && `its name is ${JSON.stringify(name)}`,
    opened.headers.get('x-content-type-options') !== 'nosniff' && 'a browser may guess what it is',
    opened.headers.get('content-disposition')?.startsWith('attachment') !== true && 'a browser may show it',
    opened.headers.get('content-security-policy')?.includes('sandbox') !== true && 'it is not shut in',
  ];
  return flaws.flatMap((flaw) => (flaw === false ? [] : [`${file.what}: ${flaw}`]));
}

interface Sent {
  readonly status: number;
  readonly code: string | undefined;
  readonly id: string | undefined;
  readonly name: string | undefined;
}

/** The form is written by hand: a browser would not send such names. */
async function send(door: Door, { name, bytes }: { readonly name: string; readonly bytes: Buffer }): Promise<Sent> {
  const { body, boundary } = formOf(name, bytes);
  const answer = await fetch(`${door.server.api}/api/members/${door.memberId}/files?kind=other_paper`, {
    method: 'POST',
    headers: { authorization: `Bearer ${door.token}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: new Uint8Array(body),
  });
  const said = (await answer.json()) as { code?: string; file?: { id: string; name: string } };
  return { status: answer.status, code: said.code, id: said.file?.id, name: said.file?.name };
}

function formOf(name: string, bytes: Buffer): { readonly body: Buffer; readonly boundary: string } {
  const boundary = 'kafal-boundary-of-the-form';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  return { boundary, body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]) };
}

/** After the head, in the middle, or all but the end, by turns. */
async function breakOff({ server, token, memberId }: Door, nth: number): Promise<void> {
  const { body, boundary } = formOf('paper.pdf', Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(200_000, 65)]));
  const head = [
    `POST /api/members/${memberId}/files?kind=other_paper HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    `Content-Length: ${body.length}`,
    '',
    '',
  ].join('\r\n');
  const afterHead = body.indexOf(CONTENT_FROM) + CONTENT_FROM.length;
  const until = [afterHead, Math.floor(body.length / 2), body.length - 1][nth % 3] ?? afterHead;
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => {});
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  await new Promise<void>((resolve) =>
    socket.write(Buffer.concat([Buffer.from(head), body.subarray(0, until)]), () => resolve()),
  );
  await new Promise((resolve) => setTimeout(resolve, 5 + (nth % 20)));
  socket.destroy();
}

/** The server hears a moment later that a sender is gone. */
async function settled({ place }: Door, files: number): Promise<void> {
  for (let tries = 0; tries < 100 && filesIn(place).length > files; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const keyOf = (id: string) => `files/${id.slice(0, 2)}/${id}`;

function keptContent({ dataFolder, service }: KeptIn, id: string): Buffer {
  if (service === undefined) return readFileSync(join(dataFolder, keyOf(id)));
  const object = service.objects.get(keyOf(id));
  if (object === undefined) throw new Error(`The service does not have ${keyOf(id)}.`);
  return object;
}

/** Each by its id; what lies on the disk before it is put into the service counts too. */
const filesIn = (place: KeptIn): string[] => [
  ...filesOnDisk(place),
  ...[...(place.service?.objects.keys() ?? [])].map((key) => key.split('/').at(-1) ?? key),
];

function rowsIn({ dataFolder }: KeptIn): string[] {
  const books = new DatabaseSync(join(dataFolder, 'kafal.db'), { readOnly: true, timeout: 10_000 });
  try {
    return books
      .prepare('SELECT id FROM stored_file')
      .all()
      .map(({ id }) => String(id));
  } finally {
    books.close();
  }
}

function filesOnDisk({ dataFolder }: KeptIn): string[] {
  return ['files', 'incoming'].flatMap((name) => {
    const folder = join(dataFolder, name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
  });
}

const LOOK_EVERY_MS = 20;

function watchMemory(pid: number): { stop(): number } {
  const before = residentMiB(pid);
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(
      most,
      [pid, ...childrenOf(pid)].reduce((sum, each) => sum + memoryOf(each), 0),
    );
  }, LOOK_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return most - before;
    },
  };
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

/** One that has just ended holds nothing. */
function memoryOf(pid: number): number {
  try {
    return residentMiB(pid);
  } catch {
    return 0;
  }
}
