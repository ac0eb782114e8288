import { createAdmin } from '../features/identity/index.ts';
import type { Platform } from '../platform/platform.ts';

export async function createAdminHere(
  platform: Platform,
  values: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const { username, name, oneTimeCode, expiresAt } = {
    name: String(values.name),
    ...(await createAdmin(platform, { username: String(values.username), name: String(values.name) })),
  };
  return { username, name, oneTimeCode, expiresAt };
}
