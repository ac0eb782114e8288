import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSetupCode, readSetupCode } from './setup-code.ts';

const folder = mkdtempSync(join(tmpdir(), 'kafal-setup-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a new code at every start, for the owner of the folder alone, and gone once the society is set up', () => {
  const first = openSetupCode(folder, false).current();
  const code = openSetupCode(folder, false);
  const text = code.current() ?? '';
  expect(text).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/);
  expect(text).not.toBe(first);
  expect(statSync(join(folder, 'setup-code')).mode & 0o777).toBe(0o600);
  expect(readSetupCode(folder)).toBe(text);

  expect(code.matches(text)).toBe(true);
  expect(code.matches(` ${text.toLowerCase().replaceAll('-', ' ')} `)).toBe(true);
  expect(code.matches(String(first))).toBe(false);
  expect(code.matches('')).toBe(false);
  code.end();
  expect(code.matches(text)).toBe(false);
  expect(existsSync(join(folder, 'setup-code'))).toBe(false);
});

test('a society that is set up has none', () => {
  openSetupCode(folder, false);
  const code = openSetupCode(folder, true);
  expect(code.current()).toBeUndefined();
  expect(code.matches('undefined')).toBe(false);
  expect(readSetupCode(folder)).toBeUndefined();
});
