// Every setting of the installation (not of the society: those are rows), read once, checked whole, and handed on as
// values. A wrong one is one plain sentence, and the server does not start.

import { isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';
import type { S3Settings } from '../file-storage/s3-requests.ts';
import { ConfigRefused } from './config-refused.ts';
import { type Environment, Reading } from './reading.ts';

export { ConfigRefused } from './config-refused.ts';
export type { Environment } from './reading.ts';

export interface MySqlSettings {
  readonly kind: 'mysql';
  readonly host: string;
  readonly port: number;
  readonly name: string;
  readonly user: string;
  readonly password: string;
  /** The user that runs migrations; the everyday user when none is named. */
  readonly migrateUser: string;
  readonly migratePassword: string;
}

export interface Config {
  /** `tests` may use a cheap password cost and unsafe durability; nothing else may. */
  readonly purpose: 'live' | 'demo' | 'tests';
  readonly dataFolder: string;
  readonly database: { readonly kind: 'embedded' } | MySqlSettings;
  readonly token: {
    /** Null: a generated key is used. */
    readonly secret: string | null;
    readonly accessSeconds: number;
    readonly refreshSeconds: number;
  };
  readonly listen: {
    readonly port: number;
    readonly webPort: number;
    /** Null: both loopback addresses. */
    readonly host: string | null;
    readonly tls: { readonly certificateFile: string; readonly keyFile: string } | null;
  };
  readonly showErrorDetail: boolean;
  readonly allowedOrigins: readonly string[];
  /** The proxies whose X-Forwarded-For and X-Forwarded-Proto are believed. */
  readonly trustProxy: readonly string[];
  readonly redisUrl: string | null;
  readonly rates: {
    readonly windowMinutes: number;
    readonly anonymous: number;
    readonly loginIdentifier: number;
    readonly loginAddress: number;
    readonly user: number;
  };
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** The origin of a gateway for SMS in the operator's own network; any other provider needs a public https address. */
  readonly smsPrivateGateway: string | null;
  /** `any`: also this machine and its network, over http too, to try a receiver out; an origin: of these that one alone, as the demo has it. */
  readonly webhooksTo: 'public' | 'any' | { readonly origin: string };
  /** Where the files that people send are kept; null: on the disk. */
  readonly fileService: S3Settings | null;
  /** Where a ClamAV listens that looks at every file that is sent. */
  readonly virusChecker: string | null;
  readonly passwordCost: number;
  /** One sentence each, for the terminal: allowed, but worth knowing. */
  readonly warnings: readonly string[];
}

const SAMPLE_SECRET = 'your_super_secret_jwt_key';
const SAMPLE_ORIGINS = 'http://localhost:8000,http://127.0.0.1:8000';
const LEAST_SECRET_BYTES = 32;
const LEAST_PASSWORD_COST = 12;
const FILE_SERVICE = [
  'FILES_S3_ENDPOINT',
  'FILES_S3_BUCKET',
  'FILES_S3_REGION',
  'FILES_S3_ACCESS_KEY',
  'FILES_S3_SECRET_KEY',
] as const;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export function readConfig(environment: Environment, purpose: Config['purpose'] = 'live'): Config {
  const reading = new Reading(environment);
  const warnings: string[] = [];

  const config: Config = {
    purpose,
    dataFolder: resolve(reading.text('DATA_DIR') ?? (purpose === 'demo' ? './data/demo' : './data')),
    database: purpose === 'demo' ? { kind: 'embedded' } : readDatabase(reading, warnings),
    token: {
      secret: readSecret(reading, warnings),
      accessSeconds: reading.duration('JWT_EXPIRES_IN', '24h'),
      refreshSeconds: reading.duration('JWT_REFRESH_EXPIRES_IN', '7d'),
    },
    listen: {
      port: reading.port('PORT', 3000),
      webPort: reading.port('WEB_PORT', 8000),
      host: reading.text('HOST') ?? null,
      tls: readTls(reading),
    },
    showErrorDetail: readMode(reading) === 'development',
    allowedOrigins: readOrigins(reading),
    trustProxy: readProxies(reading),
    redisUrl: reading.url('REDIS_URL', ['redis:', 'rediss:']) ?? null,
    rates: {
      windowMinutes: reading.wholeNumber('RATE_WINDOW_MINUTES', 15, 1, 1_440),
      anonymous: reading.wholeNumber('RATE_ANONYMOUS', 100, 1, 1_000_000),
      loginIdentifier: reading.wholeNumber('RATE_LOGIN_IDENTIFIER', 10, 1, 1_000_000),
      loginAddress: reading.wholeNumber('RATE_LOGIN_ADDRESS', 300, 1, 1_000_000),
      user: reading.wholeNumber('RATE_USER', 3_000, 1, 10_000_000),
    },
    mail: readMail(reading),
    smsPrivateGateway: readOrigin(reading.url('SMS_PRIVATE_GATEWAY', ['http:', 'https:'])),
    webhooksTo: readWebhooksTo(reading, warnings),
    fileService: readFileService(reading, warnings),
    virusChecker: reading.url('CLAMAV_URL', ['tcp:', 'unix:']) ?? null,
    passwordCost: readPasswordCost(reading, purpose),
    warnings,
  };

  const { port, webPort } = config.listen;
  if (port !== 0 && port === webPort) {
    reading.refuse(`PORT and WEB_PORT are both ${port}; they must be two different ports.`);
  }
  if (reading.refusals.length > 0) throw new ConfigRefused(reading.refusals);
  return config;
}

function readDatabase(reading: Reading, warnings: string[]): Config['database'] {
  const host = reading.text('DB_HOST');
  if (host === undefined) {
    const stray = ['DB_NAME', 'DB_USER', 'DB_PASSWORD', 'DB_PORT'].filter((name) => reading.text(name) !== undefined);
    if (stray.length > 0) {
      warnings.push(
        `${stray.join(', ')} ${stray.length === 1 ? 'is' : 'are'} set but DB_HOST is not, so the embedded database is used.`,
      );
    }
    return { kind: 'embedded' };
  }
  const user = reading.text('DB_USER') ?? 'root';
  const password = reading.secret('DB_PASSWORD') ?? '';
  if (user === 'root') {
    warnings.push(
      'The database user is root, which may do anything to every database there; give Kafal a user of its own (DB_USER).',
    );
  }
  const migrateUser = reading.text('DB_MIGRATE_USER');
  return {
    kind: 'mysql',
    host,
    port: reading.port('DB_PORT', 3306),
    name: reading.text('DB_NAME') ?? 'kafal_cooperative',
    user,
    password,
    migrateUser: migrateUser ?? user,
    migratePassword: reading.secret('DB_MIGRATE_PASSWORD') ?? (migrateUser === undefined ? password : ''),
  };
}

function readSecret(reading: Reading, warnings: string[]): string | null {
  const secret = reading.secret('JWT_SECRET');
  if (secret === undefined) return null;
  if (secret === SAMPLE_SECRET) {
    warnings.push('JWT_SECRET is the sample everybody knows, so it is left aside and a generated key is used.');
    return null;
  }
  if (Buffer.byteLength(secret) < LEAST_SECRET_BYTES) {
    reading.refuse(
      `JWT_SECRET is too short: it needs at least ${LEAST_SECRET_BYTES} characters. Leave it out and a key is generated.`,
    );
  }
  return secret;
}

function readWebhooksTo(reading: Reading, warnings: string[]): Config['webhooksTo'] {
  const to = reading.oneOf('WEBHOOKS_TO', ['public', 'any'], 'public') === 'any' ? 'any' : 'public';
  if (to === 'any') {
    warnings.push(
      'WEBHOOKS_TO is "any": whoever sets webhooks up can make this server call machines of its own network.',
    );
  }
  return to;
}

function readMode(reading: Reading): string {
  return reading.oneOf('NODE_ENV', ['development', 'production', 'test'], 'production');
}

function readTls(reading: Reading): Config['listen']['tls'] {
  const certificateFile = reading.text('TLS_CERT');
  const keyFile = reading.text('TLS_KEY');
  if (certificateFile === undefined && keyFile === undefined) return null;
  if (certificateFile === undefined || keyFile === undefined) {
    reading.refuse('TLS_CERT and TLS_KEY belong together: set both to serve HTTPS, or neither.');
    return null;
  }
  reading.readableFile('TLS_CERT');
  reading.readableFile('TLS_KEY');
  return { certificateFile: absolute(certificateFile), keyFile: absolute(keyFile) };
}

const absolute = (file: string) => (isAbsolute(file) ? file : resolve(file));

function readOrigins(reading: Reading): string[] {
  const origins: string[] = [];
  for (const part of (reading.text('ALLOWED_ORIGINS') ?? SAMPLE_ORIGINS).split(',')) {
    const origin = part.trim().replace(/\/$/, '');
    if (origin === '') continue;
    const parsed = URL.canParse(origin) ? new URL(origin) : undefined;
    const isWhole = parsed !== undefined && /^https?:$/.test(parsed.protocol) && parsed.origin === origin.toLowerCase();
    if (isWhole) origins.push(parsed.origin);
    else
      reading.refuse(
        `ALLOWED_ORIGINS holds "${origin}", which is not an origin; write each as http://name:port or https://name, with commas between.`,
      );
  }
  return origins;
}

function readProxies(reading: Reading): string[] {
  const proxies = (reading.text('TRUST_PROXY') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const proxy of proxies) {
    if (proxy !== 'loopback' && !isNetwork(proxy)) {
      reading.refuse(
        `TRUST_PROXY holds "${proxy}"; name the proxy's own address or network (10.0.0.5, 10.0.0.0/24) or "loopback".`,
      );
    }
  }
  return proxies;
}

/** An address, or a network of them; never everybody's. */
function isNetwork(text: string): boolean {
  const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  if (version === 0) return false;
  return prefix === undefined || (Number(prefix) >= 1 && Number(prefix) <= (version === 4 ? 32 : 128));
}

function readMail(reading: Reading): Config['mail'] {
  const url = reading.url('SMTP_URL', ['smtp:', 'smtps:']);
  const from = reading.text('MAIL_FROM');
  if (url === undefined && from === undefined) return null;
  if (url === undefined || from === undefined) {
    reading.refuse('SMTP_URL and MAIL_FROM belong together: set both to send e-mail, or neither.');
    return null;
  }
  return { url, from };
}

function readFileService(reading: Reading, warnings: string[]): S3Settings | null {
  const named = {
    endpoint: reading.url('FILES_S3_ENDPOINT', ['https:', 'http:']),
    bucket: reading.text('FILES_S3_BUCKET'),
    region: reading.text('FILES_S3_REGION'),
    accessKey: reading.text('FILES_S3_ACCESS_KEY'),
    secretKey: reading.secret('FILES_S3_SECRET_KEY'),
  };
  const missing = FILE_SERVICE.filter((name) => reading.secret(name) === undefined);
  if (missing.length === FILE_SERVICE.length) return null;
  if (missing.length > 0) {
    reading.refuse(
      `${FILE_SERVICE.join(', ')} belong together: set all of them to keep files in that service, or none. Missing: ${missing.join(', ')}.`,
    );
    return null;
  }
  const { endpoint = '', bucket = '', region = '', accessKey = '', secretKey = '' } = named;
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    reading.refuse('FILES_S3_BUCKET is no name of a bucket: 3 to 63 small letters, digits, points and hyphens.');
  }
  if (endpoint === '') return null;
  const { protocol, search, hash, username, hostname } = new URL(endpoint);
  if (search !== '' || hash !== '' || username !== '') {
    reading.refuse(
      'FILES_S3_ENDPOINT is the address of the service alone, such as https://s3.ap-south-1.objects.example.',
    );
  }
  if (protocol === 'http:' && !LOOPBACK.includes(hostname)) {
    warnings.push(
      'FILES_S3_ENDPOINT begins with http: papers of members go to the service where others can read along.',
    );
  }
  return { endpoint, bucket, region, accessKey, secretKey };
}

const readOrigin = (url: string | undefined) => (url === undefined ? null : new URL(url).origin);

function readPasswordCost(reading: Reading, purpose: Config['purpose']): number {
  const cost = reading.wholeNumber('PASSWORD_COST', LEAST_PASSWORD_COST, 4, 15);
  if (cost < LEAST_PASSWORD_COST && purpose !== 'tests') {
    reading.refuse(`PASSWORD_COST is ${cost}; below ${LEAST_PASSWORD_COST} passwords are too cheap to guess.`);
  }
  return cost;
}
