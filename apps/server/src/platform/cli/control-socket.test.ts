import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CommandRefused } from './command.ts';
import { askRunningServer, controlPath, openControlSocket } from './control-socket.ts';

const root = mkdtempSync(join(tmpdir(), 'kafal-control-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(join(root, 'data-'));
const noProgress = () => {};

test('a command is done by the running server, which tells how far it is', async () => {
  const folder = newFolder();
  const control = await openControlSocket(folder, {
    backup: async (values, progress) => {
      progress('Copying the books', 1, 2);
      progress('Copying the books', 2, 2);
      return { path: values.to };
    },
  });
  expect(statSync(controlPath(folder)).mode & 0o777).toBe(0o600);
  const told: unknown[] = [];
  const outcome = await askRunningServer(folder, 'backup', { to: '/tmp/x' }, (...words) => told.push(words));
  expect(outcome).toEqual({ path: '/tmp/x' });
  expect(told).toEqual([
    ['Copying the books', 1, 2],
    ['Copying the books', 2, 2],
  ]);
  await control.close();
});

test('a refusal comes back as its sentence', async () => {
  const folder = newFolder();
  const control = await openControlSocket(folder, {
    restore: async () => {
      throw new CommandRefused('Stop the server first.');
    },
  });
  await expect(askRunningServer(folder, 'restore', {}, noProgress)).rejects.toThrow('Stop the server first.');
  await expect(askRunningServer(folder, 'toString', {}, noProgress)).rejects.toThrow('does not know this command');
  await control.close();
});

test('with no server there is nobody to ask, also when a killed one left its socket behind', async () => {
  const folder = newFolder();
  expect(await askRunningServer(folder, 'backup', {}, noProgress)).toBeUndefined();
  const control = await openControlSocket(folder, {});
  await control.close();
  writeFileSync(controlPath(folder), '');
  expect(await askRunningServer(folder, 'backup', {}, noProgress)).toBeUndefined();
  const again = await openControlSocket(folder, { ping: async () => ({ pong: true }) });
  expect(await askRunningServer(folder, 'ping', {}, noProgress)).toEqual({ pong: true });
  await again.close();
});

test('a folder with a very long name has its socket elsewhere', async () => {
  const folder = join(newFolder(), 'a'.repeat(120));
  expect(Buffer.byteLength(controlPath(folder))).toBeLessThan(108);
});
