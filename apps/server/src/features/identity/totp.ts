// Six digits from a phone every thirty seconds. The library is loaded by the first who needs it.

import type { Platform } from '../../platform/platform.ts';

const STEP_SECONDS = 30;
/** A phone's clock may be a step off. */
const TOLERANCE_SECONDS = STEP_SECONDS;
const SECRET_BYTES = 20;

/** A sealed secret opens for its own user only. */
const context = (userId: number) => `user.totpSealed.${userId}`;

export async function newTotpSecret(): Promise<string> {
  const { generateSecret } = await import('otplib');
  return generateSecret({ length: SECRET_BYTES });
}

export function sealTotpSecret(platform: Pick<Platform, 'keys'>, userId: number, secret: string): string {
  return platform.keys.seal(secret, context(userId));
}

export function openTotpSecret(platform: Pick<Platform, 'keys'>, userId: number, sealed: string): string {
  return platform.keys.open(sealed, context(userId));
}

/** What an authenticator app reads: as an address, and as a picture to scan. */
export async function totpUri(secret: string, issuer: string, label: string): Promise<{ uri: string; qrSvg: string }> {
  const [{ generateURI }, qrcode] = await Promise.all([import('otplib'), import('qrcode')]);
  const uri = generateURI({ issuer, label, secret, period: STEP_SECONDS });
  return { uri, qrSvg: await qrcode.toString(uri, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) };
}

/** The step the code belongs to when it is right and later than the last one used, so that each code works once. */
export async function totpStepOf(
  platform: Pick<Platform, 'clock'>,
  secret: string,
  code: string,
  lastStep: number | null,
): Promise<number | undefined> {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const { verify } = await import('otplib');
  const result = await verify({
    secret,
    token: digits,
    epoch: Math.floor(platform.clock.now() / 1_000),
    period: STEP_SECONDS,
    epochTolerance: TOLERANCE_SECONDS,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}
