import { isTermKind } from '@kafal/core';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { termCertificatePdf } from '../paper/index.ts';
import { nomineesOfDeposit } from './deposit-nominees.ts';
import type { DepositWithBalance } from './deposit-queries.ts';
import { holdersOnPaper } from './holders.ts';
import { getTermDeposit } from './term-deposits.ts';
import { quoteRule } from './term-words.ts';

/** The certificate of a deposit that was paid out is worth nothing and is not printed again. */
export async function printTermCertificate(
  platform: Platform,
  actor: Actor,
  deposit: DepositWithBalance,
  language: Language,
): Promise<Uint8Array> {
  const { id, number, kind, status, openedOn } = deposit;
  if (!isTermKind(kind)) throw new Refusal('rule', 'DEPOSIT_WITHOUT_TERM', { number });
  if (status === 'closed') throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number });

  const { database } = platform;
  const { product, ...term } = await getTermDeposit(database, id);
  const member = await database
    .selectFrom('member')
    .select(['addressLine', 'locality', 'district'])
    .where('id', '=', deposit.memberId)
    .executeTakeFirstOrThrow();
  const nominees = await nomineesOfDeposit(database, deposit);
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'deposit.certificate-printed',
      subjectKind: 'deposit',
      subjectId: id,
      newValues: { number },
    }),
  );
  const { amount, months, days, annualRate, maturesOn, maturityValue } = term;
  return termCertificatePdf(
    platform,
    {
      number,
      kind,
      product: language === 'hi' ? product.nameHi : product.nameEn,
      memberName: await holdersOnPaper(database, deposit, language),
      memberNumber: deposit.memberNumber,
      address: `${member.addressLine}, ${member.locality}, ${member.district}`,
      amount,
      months,
      days,
      annualRate,
      openedOn,
      maturesOn,
      maturityValue,
      rule: quoteRule(product, language),
      nominees: nominees.items.map(({ name, relation, sharePercent }) => ({
        name,
        relation,
        percent: String(Number(sharePercent)),
      })),
      hold: deposit.hold,
    },
    { language, printedBy: actor.name, printedByUserId: actor.userId, printedAt: platform.clock.now() },
  );
}
