import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ConfigRefused, readConfig } from './config.ts';
import { demoEnvironment, liveEnvironment } from './environment.ts';

const refusalsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigRefused) return error.sentences;
    throw error;
  }
  return [];
};

test('without any variable the embedded database, the brief’s ports and a generated key are used', () => {
  expect(readConfig({})).toMatchObject({
    database: { kind: 'embedded' },
    token: { secret: null, accessSeconds: 86_400, refreshSeconds: 604_800 },
    listen: { port: 3000, webPort: 8000, host: null, tls: null },
    allowedOrigins: ['http://localhost:8000', 'http://127.0.0.1:8000'],
    rates: { windowMinutes: 15, anonymous: 100, loginIdentifier: 10, loginAddress: 300, user: 3_000 },
    showErrorDetail: false,
    passwordCost: 12,
    redisUrl: null,
    mail: null,
    virusChecker: null,
    fileService: null,
    warnings: [],
  });
});

test('DB_HOST chooses MySQL with the brief’s defaults, and a root user is warned about', () => {
  const config = readConfig({ DB_HOST: 'localhost', DB_PASSWORD: ' with blanks ' });
  expect(config.database).toEqual({
    kind: 'mysql',
    host: 'localhost',
    port: 3306,
    name: 'kafal_cooperative',
    user: 'root',
    password: ' with blanks ',
    migrateUser: 'root',
    migratePassword: ' with blanks ',
  });
  expect(config.warnings).toEqual([expect.stringContaining('root')]);
});

test('database settings without DB_HOST are told, not silently passed over', () => {
  expect(readConfig({ DB_NAME: 'x', DB_USER: 'y' }).warnings).toEqual([
    'DB_NAME, DB_USER are set but DB_HOST is not, so the embedded database is used.',
  ]);
});

describe('JWT_SECRET', () => {
  test('the brief’s sample counts as unset in every mode', () => {
    for (const NODE_ENV of ['development', 'production', 'test']) {
      const config = readConfig({ NODE_ENV, JWT_SECRET: 'your_super_secret_jwt_key' });
      expect(config.token.secret).toBeNull();
      expect(config.warnings).toHaveLength(1);
    }
  });

  test('a short one is refused, a long one is used', () => {
    expect(refusalsOf({ JWT_SECRET: 'short' })).toEqual([expect.stringContaining('at least 32 characters')]);
    expect(readConfig({ JWT_SECRET: 'x'.repeat(32) }).token.secret).toBe('x'.repeat(32));
  });
});

test.each([
  ['PORT', '70000', 'PORT is "70000"; it must be a whole number from 0 to 65535.'],
  ['PORT', 'three', 'PORT is "three"; it must be a whole number from 0 to 65535.'],
  ['RATE_ANONYMOUS', '-1', 'RATE_ANONYMOUS is "-1"; it must be a whole number from 1 to 1000000.'],
  ['RATE_USER', '1e3', 'RATE_USER is "1e3"; it must be a whole number from 1 to 10000000.'],
  ['JWT_EXPIRES_IN', '2 weeks', 'JWT_EXPIRES_IN is "2 weeks"; write a time such as 15m, 24h or 7d, a year at most.'],
  ['NODE_ENV', 'prod', 'NODE_ENV is "prod"; it may be development, production, test.'],
  ['TLS_CERT', '/nowhere.pem', 'TLS_CERT and TLS_KEY belong together: set both to serve HTTPS, or neither.'],
  ['SMTP_URL', 'smtp://mail', 'SMTP_URL and MAIL_FROM belong together: set both to send e-mail, or neither.'],
  ['CLAMAV_URL', '127.0.0.1:3310', 'CLAMAV_URL is not an address; it must begin with tcp:// or unix://.'],
  ['REDIS_URL', 'http://secret@host', 'REDIS_URL is not an address; it must begin with redis:// or rediss://.'],
  ['PASSWORD_COST', '10', 'PASSWORD_COST is 10; below 12 passwords are too cheap to guess.'],
  ['WEB_PORT', '3000', 'PORT and WEB_PORT are both 3000; they must be two different ports.'],
])('%s=%s is refused with one plain sentence', (name, value, sentence) => {
  expect(refusalsOf({ [name]: value })).toEqual([sentence]);
});

test.each(['*', 'localhost:8000', 'http://a.example/path', 'ftp://a.example', 'javascript:alert(1)'])(
  'ALLOWED_ORIGINS does not take %s',
  (origin) => {
    expect(refusalsOf({ ALLOWED_ORIGINS: `http://localhost:8000,${origin}` })).toEqual([
      expect.stringContaining(`"${origin}"`),
    ]);
  },
);

test('ALLOWED_ORIGINS forgives blanks and a trailing slash', () => {
  expect(readConfig({ ALLOWED_ORIGINS: ' http://a.example/ , https://b.example:8443,' }).allowedOrigins).toEqual([
    'http://a.example',
    'https://b.example:8443',
  ]);
});

describe('FILES_S3_*', () => {
  const service = {
    FILES_S3_ENDPOINT: 'https://s3.ap-south-1.objects.example',
    FILES_S3_BUCKET: 'hilltop-papers',
    FILES_S3_REGION: 'ap-south-1',
    FILES_S3_ACCESS_KEY: 'AKIDEXAMPLE',
    FILES_S3_SECRET_KEY: 'a secret',
  };

  test('together name the service that keeps files', () => {
    expect(readConfig(service)).toMatchObject({
      fileService: { endpoint: 'https://s3.ap-south-1.objects.example', bucket: 'hilltop-papers' },
      warnings: [],
    });
  });

  test('half of them are refused, with those that are missing', () => {
    const { FILES_S3_REGION: _, FILES_S3_SECRET_KEY: __, ...half } = service;
    expect(refusalsOf(half)).toEqual([expect.stringContaining('Missing: FILES_S3_REGION, FILES_S3_SECRET_KEY.')]);
    expect(refusalsOf({ FILES_S3_ACCESS_KEY: 'x' })).toHaveLength(1);
  });

  test('that cannot be are refused, and no secret stands in the sentence', () => {
    for (const wrong of [
      { FILES_S3_BUCKET: 'Papers of members' },
      { FILES_S3_ENDPOINT: 's3.example' },
      { FILES_S3_ENDPOINT: 'https://key:secret@s3.example' },
      { FILES_S3_ENDPOINT: 'https://s3.example/?a=secret' },
    ]) {
      const sentences = refusalsOf({ ...service, ...wrong });
      expect(sentences).toHaveLength(1);
      expect(sentences[0]).not.toContain('secret');
    }
  });

  test('over http are for this machine; elsewhere it is warned about', () => {
    const warnings = (endpoint: string) => readConfig({ ...service, FILES_S3_ENDPOINT: endpoint }).warnings;
    expect(warnings('http://127.0.0.1:9000')).toEqual([]);
    expect(warnings('http://10.0.0.5:9000')).toEqual([expect.stringContaining('read along')]);
  });

  test('are not for the demo', () => {
    vi.stubEnv('FILES_S3_BUCKET', 'the-real-papers');
    expect(demoEnvironment().FILES_S3_BUCKET).toBeUndefined();
    vi.unstubAllEnvs();
  });
});

test('TRUST_PROXY names proxies; it cannot trust everybody', () => {
  expect(readConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/24, 2001:db8::1' }).trustProxy).toHaveLength(3);
  for (const wrong of [
    'true',
    '*',
    '1',
    'all',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '10.0.0',
    '300.1.1.1',
    '2001:db8::1/129',
  ])
    expect(refusalsOf({ TRUST_PROXY: wrong }), wrong).toHaveLength(1);
});

test('every bad value is told at once', () => {
  expect(refusalsOf({ PORT: 'x', NODE_ENV: 'y', RATE_USER: 'z' })).toHaveLength(3);
});

test('a cheap password cost is for tests alone', () => {
  expect(readConfig({ PASSWORD_COST: '4' }, 'tests').passwordCost).toBe(4);
  expect(() => readConfig({ PASSWORD_COST: '4' }, 'demo')).toThrow(ConfigRefused);
});

describe('where variables come from', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-config-'));
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the process wins over .env; a file that is not there is no fault', () => {
    const file = join(folder, '.env');
    writeFileSync(file, 'PORT=4000 # the office\nDB_NAME="from file"\n');
    vi.stubEnv('PORT', '5000');
    expect(liveEnvironment(file)).toMatchObject({ PORT: '5000', DB_NAME: 'from file' });
    expect(liveEnvironment(join(folder, 'none')).PORT).toBe('5000');
  });

  test('the demo never sees DB_*', () => {
    vi.stubEnv('DB_HOST', 'the-real-books');
    expect(demoEnvironment().DB_HOST).toBeUndefined();
    expect(readConfig(demoEnvironment(), 'demo').database).toEqual({ kind: 'embedded' });
  });
});

test('.env.example is a whole configuration, names every variable, and asks for no MySQL server', () => {
  const text = readFileSync(new URL('../../../../../.env.example', import.meta.url), 'utf8');
  const config = readConfig(parseEnv(text));
  expect(config.database).toEqual({ kind: 'embedded' });
  expect(config.token.secret).toBeNull();
  const named = [...text.matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  const read = [
    ...readFileSync(new URL('config.ts', import.meta.url), 'utf8').matchAll(/'([A-Z][A-Z]*(?:_[A-Z0-9]+)*)'/g),
  ]
    .map(([, name]) => name)
    .filter(
      (name) =>
        name !== undefined &&
        /^(DB_|JWT_|RATE_|TLS_|PORT|WEB_PORT|HOST|NODE_ENV|ALLOWED|DATA_DIR|REDIS|TRUST|SMTP|MAIL|FILES)/.test(name),
    );
  expect(new Set(read).difference(new Set(named))).toEqual(new Set());
});
