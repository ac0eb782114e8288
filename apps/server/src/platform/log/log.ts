// Structured logs, one JSON object a line, on standard error. No personal data goes in: no names, no bodies, no query
// text, no addresses; a request is told by its route's pattern and its id.

import { type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

export interface LogOutput {
  logger: Logger;
  /** Everything written so far reaches the terminal or file; for the last moment of a process. */
  flush(): void;
}

const KEPT_OF_ERROR = 12;

/** An error as it may be read: what it was and where, never its values (SQL parameters stay out). */
function errorWithoutValues(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, errno, cause } = error as Error & { code?: unknown; errno?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(errno === undefined ? {} : { errno }),
    stack: error.stack?.split('\n').slice(1, KEPT_OF_ERROR).join('\n'),
    ...(cause === undefined ? {} : { cause: errorWithoutValues(cause) }),
  };
}

const OPTIONS = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label: string) => ({ level: label }) },
  serializers: { err: errorWithoutValues },
};

/** Lines are gathered and written together, so that the posting door never waits for a terminal. */
export function openLog(level: string = 'info'): LogOutput {
  const destination = pino.destination({ fd: 2, sync: false, minLength: 4096, periodicFlush: 500 });
  const logger = pino({ level, ...OPTIONS }, destination);
  return {
    logger,
    flush: () => {
      try {
        destination.flushSync();
      } catch {
        // The terminal went away before us; there is nobody left to tell.
      }
    },
  };
}

/** For tests that read what was logged. */
export function logInto(lines: string[], level = 'debug'): Logger {
  return pino({ level, ...OPTIONS }, { write: (line: string) => void lines.push(line) });
}

export function silentLog(): Logger {
  return pino({ level: 'silent' });
}
