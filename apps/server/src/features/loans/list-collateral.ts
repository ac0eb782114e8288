// The register of security: what is offered, what lies in the vault, what should go back because its loan is over.

import type { CollateralList, CollateralQuery } from '@kafal/contract';
import { formatMoney, money, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { readIdCursor } from '../deposits/index.ts';
import { membersTyped } from '../search/index.ts';
import { readSettings } from '../society/index.ts';
import { collateralView, namedCollateral } from './collateral-queries.ts';
import { COLLATERAL_WORDS } from './loan-product-words.ts';

type Query = z.output<typeof CollateralQuery>;

const USUAL_LIMIT = 50;
const OVER = ['closed', 'rejected', 'withdrawn', 'lapsed'] as const;

/** The newest first. */
export async function listCollateral(
  platform: Platform,
  actor: Actor,
  query: Query,
): Promise<z.input<typeof CollateralList>> {
  const { limit = USUAL_LIMIT } = query;
  const before = readIdCursor(query.cursor);
  const chosen = await chosenCollateral(platform, query);
  const { count, value } = await chosen
    .clearSelect()
    .select(({ fn }) => [fn.countAll<number>().as('count'), platform.dialect.sum('c.value').as('value')])
    .executeTakeFirstOrThrow();
  const rows = await chosen
    .leftJoin('balance as b', (join) => join.on('b.subLedger', '=', 'loan').onRef('b.subLedgerId', '=', 'l.id'))
    .select(['l.number as loanNumber', 'l.memberId', 'l.closedOn', 'm.number as memberNumber', 'm.name as memberName'])
    .select('b.amount as outstanding')
    .$if(before !== undefined, (select) => select.where('c.id', '<', before ?? 0))
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => ({
      ...collateralView(row, actor.kind !== 'member'),
      loanId: String(row.loanId),
      loanNumber: row.loanNumber,
      memberId: String(row.memberId),
      memberNumber: row.memberNumber,
      memberName: row.memberName,
      outstanding: formatMoney(row.outstanding ?? ZERO),
      closedOn: row.closedOn,
    })),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
    currency: (await readSettings(platform))['money.currency'],
    count: Number(count),
    value: formatMoney(money(Number(value ?? 0))),
  };
}

async function chosenCollateral(platform: Platform, { q, show = 'all', kind }: Query) {
  let select = namedCollateral(platform.database)
    .innerJoin('loan as l', 'l.id', 'c.loanId')
    .innerJoin('member as m', 'm.id', 'l.memberId');
  if (kind !== undefined) select = select.where('c.kind', '=', kind);
  if (show === 'offered') select = select.where('c.status', '=', 'offered').where('l.status', 'not in', [...OVER]);
  if (show === 'held' || show === 'released') select = select.where('c.status', '=', show);
  if (show === 'toReturn') {
    // What was written off is still owed.
    select = select
      .where('c.status', '=', 'held')
      .where('l.status', 'in', [...OVER])
      .where((is) => is.or([is('l.writtenOffOn', 'is', null), is('l.closedOn', 'is not', null)]));
  }
  const members = await membersTyped(platform, q);
  if (members === undefined) return select;
  const typed = (q ?? '').trim();
  return select.where((is) =>
    is.or([
      is('l.number', '=', typed.toUpperCase()),
      is('c.packetNumber', '=', typed),
      is('l.memberId', 'in', members),
    ]),
  );
}

const HEADS = {
  en: [
    'Loan',
    'Member number',
    'Member',
    'Kind',
    'What it is',
    'Owner',
    'Packet',
    'Pieces',
    'Gross g',
    'Deduction g',
    'Net g',
    'Fineness of 1000',
    'Rate of a gram',
    'Value',
    'Valued by',
    'Valued on',
    'State',
    'Received on',
    'Received by',
    'Agreed by',
    'Kept in',
    'Loan closed on',
    'Given back on',
    'Handed to',
    'Given back by',
    'Agreed by',
  ],
  hi: [
    'ऋण',
    'सदस्य संख्या',
    'सदस्य',
    'प्रकार',
    'विवरण',
    'स्वामी',
    'पैकेट',
    'नग',
    'कुल ग्राम',
    'घटाव ग्राम',
    'शुद्ध ग्राम',
    'शुद्धता (1000 में)',
    'एक ग्राम का भाव',
    'मूल्य',
    'मूल्यांकक',
    'मूल्यांकन की तारीख',
    'स्थिति',
    'कब लिया',
    'किसने लिया',
    'किसने माना',
    'कहाँ रखा है',
    'ऋण कब चुका',
    'कब लौटाया',
    'किसे दिया',
    'किसने लौटाया',
    'किसने माना',
  ],
};
const STATES = {
  en: { offered: 'Not received', held: 'Held', released: 'Given back', removed: '' },
  hi: { offered: 'लिया नहीं गया', held: 'समिति के पास', released: 'लौटाया गया', removed: '' },
};

export function exportCollateral(
  platform: Platform,
  actor: Actor,
  { q, show, kind }: Query,
): Promise<AsyncGenerator<string>> {
  const filter = { q, show, kind };
  const { language } = actor;
  return exportList(platform, actor, {
    action: 'collateral.exported',
    subjectKind: 'loan',
    filter,
    heads: HEADS[language],
    page: (cursor) => listCollateral(platform, actor, { ...filter, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (row) => [
      row.loanNumber,
      row.memberNumber,
      row.memberName,
      COLLATERAL_WORDS[row.kind][language],
      row.description,
      row.ownerName,
      row.gold?.packetNumber ?? '',
      row.gold === null ? '' : String(row.gold.pieces),
      row.gold?.grossWeight ?? '',
      row.gold?.deduction ?? '',
      row.gold?.netWeight ?? '',
      row.gold === null ? '' : String(row.gold.purity),
      row.gold?.ratePerGram ?? '',
      row.value,
      row.valuedBy,
      row.valuedOn,
      STATES[language][row.status],
      row.receivedOn ?? '',
      row.receivedBy ?? '',
      row.receiptAgreedBy ?? '',
      row.keptWhere ?? '',
      row.closedOn ?? '',
      row.releasedOn ?? '',
      row.releasedTo ?? '',
      row.releasedBy ?? '',
      row.releaseAgreedBy ?? '',
    ],
  });
}
