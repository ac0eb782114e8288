import { createAdmin, identityMessages } from '../features/identity/index.ts';
import { mergeMessages, platformMessages } from '../platform/http/sentences.ts';
import type { Platform } from '../platform/platform.ts';
import { asSentence } from './as-sentence.ts';

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
    throw asSentence(error, mergeMessages([platformMessages, identityMessages]));
  }
}
