import { CommandRefused } from '../platform/cli/command.ts';
import type { Sentences } from '../platform/http/sentences.ts';

/** A refusal of a feature is a code; the terminal shows its sentence. */
export function asSentence(error: unknown, sentences: Sentences): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const values = 'params' in error ? (error.params as Record<string, string | number> | undefined) : undefined;
  const sentence = sentences.say('en', error.code, values);
  return sentence === undefined ? error : new CommandRefused(sentence, { cause: error });
}
