// A guarantor without the app says yes at the office: somebody who recognises them hands out a code for this loan and no other, and
// a second person enters it. So neither of the two can say it in the guarantor's place. The code goes out on paper, or by SMS to the
// phone on record where nobody else has the same one: then nobody of the office has seen it.

import { randomInt } from 'node:crypto';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { sameSecret } from '../../platform/keys/keys.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { areOnePerson } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { canTextCode, maskPhone, textCode } from '../deliveries/index.ts';
import { keepAnswer, openPlaceOf } from './answer-surety.ts';
import { lockLoan } from './loan-queries.ts';
import { refuseOwn } from './who-may-decide.ts';

const LIVES_FOR_MS = 86_400_000;
const DIGITS = 8;
/** Of a hundred million codes. */
const TRIES = 5;

interface Place {
  readonly loanId: number;
  readonly memberId: number;
}

/** In the place of the one before it. */
export async function issueSuretyCode(
  platform: Platform,
  actor: Actor,
  { loanId, memberId, bySms }: Place & { readonly bySms: boolean },
): Promise<IssuedCode> {
  const { code, expiresAt, loan, phone } = await platform.transact(async (trx) => {
    const loan = await lockLoan(trx, platform, actor, loanId);
    await refuseOwn(trx, actor, loan);
    const all = await trx.selectFrom('loan_guarantor').selectAll().where('loanId', '=', loanId).execute();
    if (openPlaceOf(loan, all, memberId).status === 'consented') throw new Refusal('conflict', 'SURETY_GIVEN_ALREADY');
    const phone = bySms ? await phoneForCode(trx, memberId) : undefined;
    if (bySms && phone === undefined) throw new Refusal('rule', 'SURETY_SMS_NONE', undefined, 'bySms');
    const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
    const expiresAt = platform.clock.now() + LIVES_FOR_MS;
    const row = { codeHash: hashOf(platform, { loanId, memberId }, code), triesLeft: TRIES, expiresAt };
    await platform.dialect.upsert(
      trx,
      'surety_code',
      { loanId, memberId, ...row, issuedByUserId: actor.userId },
      { key: ['loanId', 'memberId'] },
    );
    await recordAudit(trx, platform, actor, {
      action: 'surety.code-issued',
      subjectKind: 'loan',
      subjectId: loanId,
      newValues: {
        memberId,
        expiresAt: new Date(expiresAt).toISOString(),
        ...(phone === undefined ? {} : { sentTo: maskPhone(phone.number) }),
      },
    });
    return { code, expiresAt, loan, phone };
  });
  if (phone === undefined) return { code, sentTo: null, isUnsure: false, expiresAt };
  const outcome = await textCode(platform, {
    to: phone.number,
    language: phone.language,
    values: { code: `${code.slice(0, 4)} ${code.slice(4)}`, loan: loan.number },
  });
  // It stands and nobody knows it; the next one takes its place.
  if (outcome === 'not-sent') throw new Refusal('conflict', 'SURETY_SMS_NOT_SENT');
  return { code: null, sentTo: maskPhone(phone.number), isUnsure: outcome === 'unsure', expiresAt };
}

interface IssuedCode {
  readonly code: string | null;
  readonly sentTo: string | null;
  readonly isUnsure: boolean;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

/** The phone on record, where a code can be sent to it. One that another member has too says nothing of who reads it. */
export async function phoneForCode(
  reader: Reader,
  memberId: number,
): Promise<{ readonly number: string; readonly language: string } | undefined> {
  if (!(await canTextCode(reader))) return undefined;
  const member = await reader
    .selectFrom('member')
    .select(['phone', 'language'])
    .where('id', '=', memberId)
    .executeTakeFirst();
  if (member?.phone == null || member.phone === '') return undefined;
  const { phone: number, language } = member;
  const other = await reader
    .selectFrom('member')
    .select('id')
    .where('phone', '=', number)
    .where('id', '<>', memberId)
    .limit(1)
    .executeTakeFirst();
  return other === undefined ? { number, language } : undefined;
}

/** The guarantor's yes, by the code that was handed to them. A wrong one is counted, whatever becomes of the answer. */
export async function consentByCode(
  platform: Platform,
  actor: Actor,
  { code, ...place }: Place & { readonly code: string },
): Promise<void> {
  const issuedByUserId = await platform.transact((trx) => tryCode(trx, platform, actor, place, code));
  if (issuedByUserId === undefined) throw new Refusal('conflict', 'SURETY_CODE_WRONG', undefined, 'code');
  await platform.transact(async (trx) => {
    await keepAnswer(trx, platform, actor, { ...place, consents: true, codeIssuedByUserId: issuedByUserId });
    // Works once: whoever comes second finds it gone.
    const { numDeletedRows } = await trx
      .deleteFrom('surety_code')
      .where('loanId', '=', place.loanId)
      .where('memberId', '=', place.memberId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new Refusal('conflict', 'SURETY_CODE_WRONG', undefined, 'code');
  });
}

/** Who issued it, if it is right. */
async function tryCode(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  place: Place,
  typed: string,
): Promise<number | undefined> {
  const loan = await lockLoan(trx, platform, actor, place.loanId);
  await refuseOwn(trx, actor, loan);
  const row = await trx
    .selectFrom('surety_code')
    .selectAll()
    .where('loanId', '=', place.loanId)
    .where('memberId', '=', place.memberId)
    .executeTakeFirst();
  if (row === undefined || row.triesLeft === 0 || row.expiresAt <= platform.clock.now()) return undefined;
  if (await areOnePerson(trx, row.issuedByUserId, actor.userId))
    throw new Refusal('forbidden', 'SURETY_CODE_SECOND_PERSON');
  const [keyId = ''] = row.codeHash.split('.');
  const isKnown = platform.keys.find('password', keyId) !== undefined;
  if (isKnown && sameSecret(row.codeHash, hashOf(platform, place, typed, keyId))) return row.issuedByUserId;
  await trx
    .updateTable('surety_code')
    .set({ triesLeft: row.triesLeft - 1 })
    .where('loanId', '=', place.loanId)
    .where('memberId', '=', place.memberId)
    .execute();
  return undefined;
}

/** `<key id>.<hash>`; blanks and hyphens do not matter. */
function hashOf(platform: Pick<Platform, 'keys'>, { loanId, memberId }: Place, typed: string, keyId?: string): string {
  const { keyId: used, mac } = platform.keys.mac(
    'password',
    ['surety', loanId, memberId, typed.replace(/[^0-9]/g, '')].join('\u0000'),
    keyId === undefined ? {} : { keyId },
  );
  return `${used}.${mac.toString('base64url')}`;
}
