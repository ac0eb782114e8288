import { createAdmin, identityMessages } from '../features/identity/index.ts';
import { CommandRefused } from '../platform/cli/command.ts';
import { mergeMessages, platformMessages } from '../platform/http/sentences.ts';
import type { Platform } from '../platform/platform.ts';

export async function createAdminHere(
  platform: Platform,
  values: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const name = String(values.name);
  try {
    const { username, oneTimeCode, expiresAt } = await createAdmin(platform, {
      username: String(values.username),
      name,
    });
    return { username, name, oneTimeCode, expiresAt };
  } catch (error) {
    throw asSentence(error);
  }
}

/** A refusal of the feature is a code; the terminal shows its sentence. */
function asSentence(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const sentences = mergeMessages([platformMessages, identityMessages]);
  const values = 'params' in error ? (error.params as Record<string, string | number> | undefined) : undefined;
  const sentence = sentences.say('en', error.code, values);
  return sentence === undefined ? error : new CommandRefused(sentence, { cause: error });
}
