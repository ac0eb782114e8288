// Where variables come from: the process first, then `.env` beside the package.json. Tests, proof, bench and the demo
// never come here with `.env` or DB_*.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigRefused } from './config-refused.ts';
import type { Environment } from './reading.ts';

/** The variables of the process win over the file, as everybody expects of `.env`. */
export function liveEnvironment(file = resolve('.env')): Environment {
  return { ...readEnvironmentFile(file), ...process.env };
}

/** For the demo: its own database, its own files and nothing of `.env`. */
export function demoEnvironment(): Environment {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:DB_|FILES_)/.test(name)));
}

function readEnvironmentFile(file: string): Environment {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new ConfigRefused([`${file} is there but cannot be read.`]);
  }
  return parseEnv(text);
}
