// Security is named and valued while a loan is asked for, or added to it later. Gold is valued by the rate that holds on the day
// of its valuation, a deposit by what the books say.

import type { OfferCollateralBody } from '@kafal/contract';
import { formatMoney, goldValue, type Money, netMilligrams } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { freeToPledge } from '../deposits/index.ts';
import { settingWithin } from '../society/index.ts';
import { type Collateral, collateralOf } from './collateral-queries.ts';
import { type LoanWithBalance, lockLoan } from './loan-queries.ts';
import { refuseOwn } from './who-may-decide.ts';

export type OfferCollateral = z.output<typeof OfferCollateralBody>;

type Valued = Pick<Collateral, 'description' | 'ownerName' | 'value' | 'valuedBy' | 'valuedOn'> &
  Partial<
    Pick<
      Collateral,
      'packetNumber' | 'pieces' | 'grossMilligrams' | 'deductionMilligrams' | 'purity' | 'ratePerGram' | 'depositId'
    >
  >;

const OPEN: readonly string[] = ['submitted', 'returned', 'recommended', 'sanctioned', 'active'];

export async function offerCollateral(
  platform: Platform,
  actor: Actor,
  loanId: number,
  offered: OfferCollateral,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<{ readonly id: string }>> {
  return withIdempotency(platform, actor, idempotency, async (trx) => {
    const loan = await lockOpenLoan(trx, platform, actor, loanId);
    const valued = await valuedOf(trx, platform, loan, offered);
    const { insertId } = await trx
      .insertInto('loan_collateral')
      .values({
        packetNumber: null,
        pieces: null,
        grossMilligrams: null,
        deductionMilligrams: null,
        purity: null,
        ratePerGram: null,
        depositId: null,
        ...valued,
        loanId: loan.id,
        kind: offered.kind,
        status: 'offered',
        offeredByUserId: actor.userId,
        recordedAt: platform.clock.now(),
        restrictionId: null,
        keptWhere: null,
        receivedOn: null,
        receivedByUserId: null,
        receiptAgreedByUserId: null,
        releasedOn: null,
        releasedTo: null,
        releasedByUserId: null,
        releaseAgreedByUserId: null,
      })
      .executeTakeFirstOrThrow();
    const id = Number(insertId);
    await decideOnOther(trx, loan);
    await recordAudit(trx, platform, actor, {
      action: 'loan.collateral-offered',
      subjectKind: 'loan',
      subjectId: loan.id,
      newValues: { itemId: id, kind: offered.kind, ...audited(valued) },
    });
    return { id: String(id) };
  });
}

/** While it is not received, nor a lien on it. */
export async function removeCollateral(
  platform: Platform,
  actor: Actor,
  { loanId, itemId }: { readonly loanId: number; readonly itemId: number },
): Promise<void> {
  await platform.transact(async (trx) => {
    const loan = await lockOpenLoan(trx, platform, actor, loanId);
    const item = (await collateralOf(trx, loan.id)).find(({ id }) => id === itemId);
    if (item === undefined) throw new Refusal('missing', 'COLLATERAL_UNKNOWN');
    if (item.status !== 'offered') throw new Refusal('conflict', 'COLLATERAL_IS_HERE', { item: item.description });
    await trx.updateTable('loan_collateral').set({ status: 'removed' }).where('id', '=', item.id).execute();
    await decideOnOther(trx, loan);
    await recordAudit(trx, platform, actor, {
      action: 'loan.collateral-removed',
      subjectKind: 'loan',
      subjectId: loan.id,
      oldValues: { itemId: item.id, kind: item.kind, ...audited(item) },
    });
  });
}

async function lockOpenLoan(trx: Trx, platform: Platform, actor: Actor, id: number): Promise<LoanWithBalance> {
  const loan = await lockLoan(trx, platform, actor, id);
  await refuseOwn(trx, actor, loan);
  if (!OPEN.includes(loan.status)) throw new Refusal('conflict', `LOAN_IS_${loan.status.toUpperCase()}`);
  return loan;
}

/** Whoever decides has looked at what stood there before: they look again. */
async function decideOnOther(trx: Trx, { id, version }: LoanWithBalance): Promise<void> {
  await trx
    .updateTable('loan')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute();
}

async function valuedOf(
  trx: Trx,
  platform: Platform,
  loan: LoanWithBalance,
  offered: OfferCollateral,
): Promise<Valued> {
  const today = await businessDayFor(trx, platform);
  if (offered.kind === 'deposit') return pledged(trx, platform, loan, offered);
  const { description, ownerName, valuedBy, valuedOn } = offered;
  if (valuedOn > today) throw new Refusal('rule', 'COLLATERAL_VALUED_AHEAD', { today }, 'valuedOn');
  const said = { description, ownerName, valuedBy, valuedOn };
  if (offered.kind !== 'gold') return { ...said, value: offered.value };

  const { packetNumber, pieces, grossWeight: grossMilligrams, deduction: deductionMilligrams, purity } = offered;
  const gold = { grossMilligrams, deductionMilligrams, purity };
  if (netMilligrams(gold) <= 0) throw new Refusal('rule', 'GOLD_NET_NOTHING', undefined, 'deduction');
  await refusePacketTwice(trx, packetNumber);
  const ratePerGram = await settingWithin(trx, 'loans.goldRate', valuedOn);
  if (ratePerGram === null) throw new Refusal('rule', 'GOLD_RATE_MISSING', { day: valuedOn }, 'valuedOn');
  const value = goldValue(gold, ratePerGram);
  if (value <= 0) throw new Refusal('rule', 'GOLD_NET_NOTHING', undefined, 'grossWeight');
  return { ...said, ...gold, packetNumber, pieces, ratePerGram, value };
}

/** The amount is kept back when the loan is paid out; until then the account is looked at anew. */
async function pledged(
  trx: Trx,
  platform: Platform,
  loan: LoanWithBalance,
  { depositId, value }: Extract<OfferCollateral, { kind: 'deposit' }>,
): Promise<Valued> {
  if (loan.status === 'active') throw new Refusal('conflict', 'COLLATERAL_DEPOSIT_LATE', { number: loan.number });
  const { deposit, free } = await freeToPledge(platform, trx, depositId, loan.memberId);
  const others = (await collateralOf(trx, loan.id)).some((item) => item.depositId === depositId);
  if (others) throw new Refusal('conflict', 'COLLATERAL_TWICE', { number: deposit.number }, 'depositId');
  refuseAboveFree(deposit.number, value, free);
  return {
    depositId,
    value,
    description: deposit.number,
    ownerName: deposit.memberName,
    valuedBy: '',
    valuedOn: await businessDayFor(trx, platform),
  };
}

export function refuseAboveFree(number: string, value: Money, free: Money): void {
  if (value > free) throw new Refusal('rule', 'COLLATERAL_NOT_FREE', { number, free: formatMoney(free) }, 'value');
}

/** A packet lies in the vault under its number. */
async function refusePacketTwice(trx: Trx, packetNumber: string): Promise<void> {
  const other = await trx
    .selectFrom('loan_collateral')
    .select('id')
    .where('packetNumber', '=', packetNumber)
    .where('status', 'in', ['offered', 'held'])
    .executeTakeFirst();
  if (other !== undefined) throw new Refusal('conflict', 'GOLD_PACKET_TAKEN', { packet: packetNumber }, 'packetNumber');
}

function audited({ description, ownerName, value, valuedBy, valuedOn, packetNumber, ratePerGram }: Valued) {
  return {
    description,
    ownerName,
    value: formatMoney(value),
    valuedBy,
    valuedOn,
    ...(packetNumber == null ? {} : { packetNumber }),
    ...(ratePerGram == null ? {} : { ratePerGram: formatMoney(ratePerGram) }),
  };
}
