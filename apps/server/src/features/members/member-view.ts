import type { MemberView } from '@kafal/contract';
import { availableBalance, type CalendarDate, formatMoney, money, UNCLAIMED } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { currentPictures } from '../files/index.ts';
import { employmentOf } from './employers.ts';
import { getMemberFor, type Member } from './find-member.ts';
import { maskAadhaar } from './identity-numbers.ts';
import { memberDues, outstandingOf } from './member-dues.ts';
import { nomineesOf } from './nominees.ts';
import { staffStandings } from './staff-standing.ts';
import { waitingChanges } from './waiting-approvals.ts';

export type MemberAnswer = z.infer<typeof MemberView>;

/** Everything the society knows of one member; identity numbers by halves. */
export async function memberView(platform: Platform, actor: Actor, id: number): Promise<MemberAnswer> {
  const { database } = platform;
  const member = await getMemberFor(platform, actor, id);
  const dues = await memberDues(database, id);
  const today = await currentBusinessDay(platform);
  const { language } = actor;

  return {
    id: String(member.id),
    memberNumber: member.number,
    name: member.name,
    nameLocal: member.nameLocal,
    dateOfBirth: member.dateOfBirth,
    gender: member.gender,
    parentOrSpouseName: member.parentOrSpouseName,
    phone: member.phone,
    email: member.email,
    addressLine: member.addressLine,
    locality: member.locality,
    district: member.district,
    state: member.state,
    postalCode: member.postalCode,
    occupation: member.occupation,
    employment: await employmentOf(database, id),
    memberClass: member.memberClass,
    isStaff: (await staffStandings(database, [id]))(id, today),
    panMasked: member.panMasked,
    aadhaarMasked: maskAadhaar(member.aadhaarLastFour),
    bankDetailsMasked: member.bankDetailsMasked,
    language: member.language,
    status: member.status,
    statusSince: member.statusSince,
    joinedOn: member.joinedOn,
    nominees: await nomineesOf(database, { memberId: id }),
    dues: dues.map((due) => ({
      id: String(due.id),
      code: due.feeCode,
      kind: due.kind,
      name: language === 'hi' ? due.nameHi : due.nameEn,
      amount: formatMoney(due.amount),
      paid: formatMoney(due.paid),
      outstanding: formatMoney(due.outstanding),
      dueOn: due.dueOn,
    })),
    duesOutstanding: formatMoney(outstandingOf(dues)),
    deposits: await depositsOf(database, id, today, language),
    shares: await sharesOf(database, id),
    loginNames: await loginNamesOf(database, member),
    ...(await currentPictures(database, id)),
    waitingChanges: await waitingChanges(database, id),
    version: member.version,
  };
}

async function depositsOf(
  reader: Reader,
  memberId: number,
  today: CalendarDate,
  language: Language,
): Promise<MemberAnswer['deposits']> {
  const rows = await reader
    .selectFrom('deposit')
    .innerJoin('balance', (join) =>
      join.onRef('balance.subLedgerId', '=', 'deposit.id').on('balance.subLedger', '=', 'deposit'),
    )
    .select(['deposit.id', 'deposit.number', 'deposit.productCode', 'deposit.kind', 'deposit.status'])
    .leftJoin('deposit_goal', 'deposit_goal.depositId', 'deposit.id')
    .select(['deposit.withdrawal', 'deposit_goal.target', 'deposit_goal.targetOn'])
    .select(['balance.amount', 'balance.hold', 'balance.floor'])
    .where('deposit.memberId', '=', memberId)
    .orderBy('deposit.id')
    .execute();
  const products = await reader
    .selectFrom('deposit_product')
    .select(['code', 'nameEn', 'nameHi', 'effectiveFrom', 'id'])
    .unionAll(reader.selectFrom('term_product').select(['code', 'nameEn', 'nameHi', 'effectiveFrom', 'id']))
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  const names = new Map(
    [...products, UNCLAIMED].map(({ code, nameEn, nameHi }) => [code, language === 'hi' ? nameHi : nameEn]),
  );

  return rows.map(
    ({ id, number, productCode, kind, status, amount: balance, hold, floor, withdrawal, target, targetOn }) => ({
      id: String(id),
      accountNumber: number,
      product: names.get(productCode) ?? productCode,
      kind,
      status,
      withdrawal,
      balance: formatMoney(balance),
      available: formatMoney(
        availableBalance(
          {
            kind,
            balance,
            hold,
            floor,
            withdrawal,
            goal: target === null || targetOn === null ? null : { target, targetOn },
          },
          today,
        ),
      ),
    }),
  );
}

async function sharesOf(reader: Reader, memberId: number): Promise<MemberAnswer['shares']> {
  const holding = await reader
    .selectFrom('share_holding')
    .leftJoin('balance', (join) =>
      join.onRef('balance.subLedgerId', '=', 'share_holding.id').on('balance.subLedger', '=', 'share'),
    )
    .select(['share_holding.folio', 'share_holding.shares', 'balance.amount'])
    .where('share_holding.memberId', '=', memberId)
    .executeTakeFirst();
  const pending = await reader
    .selectFrom('balance')
    .select('amount')
    .where('subLedger', '=', 'share_pending')
    .where('subLedgerId', '=', memberId)
    .executeTakeFirst();
  return {
    folio: holding?.folio ?? null,
    shares: holding?.shares ?? 0,
    amount: formatMoney(holding?.amount ?? money(0)),
    pending: formatMoney(pending?.amount ?? money(0)),
  };
}

/** As their owner writes them; the keys of the database are in small letters. */
async function loginNamesOf(reader: Reader, member: Member): Promise<string[]> {
  const rows = await reader
    .selectFrom('login_name')
    .innerJoin('user', 'user.id', 'login_name.userId')
    .select(['login_name.kind', 'login_name.nameKey'])
    .where('user.memberId', '=', member.id)
    .orderBy('login_name.kind')
    .orderBy('login_name.nameKey')
    .execute();
  return rows.map(({ kind, nameKey }) => {
    if (kind === 'number') return member.number;
    return kind === 'email' ? (member.email ?? nameKey) : nameKey;
  });
}
