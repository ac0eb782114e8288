// What secures a loan, as it stands.

import type { CollateralItem } from '@kafal/contract';
import { type CollateralRules, formatGrams, formatMoney, type Money, netMilligrams, sum } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';

export type Collateral = Row<'loan_collateral'>;
export type NamedCollateral = Collateral & {
  readonly receivedBy: string | null;
  readonly receiptAgreedBy: string | null;
  readonly releasedBy: string | null;
  readonly releaseAgreedBy: string | null;
};

export function collateralOf(reader: Reader, loanId: number): Promise<Collateral[]> {
  return reader
    .selectFrom('loan_collateral')
    .selectAll()
    .where('loanId', '=', loanId)
    .where('status', '<>', 'removed')
    .orderBy('id')
    .execute();
}

export function namedCollateral(reader: Reader) {
  return reader
    .selectFrom('loan_collateral as c')
    .leftJoin('user as receiver', 'receiver.id', 'c.receivedByUserId')
    .leftJoin('user as receiptAgreed', 'receiptAgreed.id', 'c.receiptAgreedByUserId')
    .leftJoin('user as releaser', 'releaser.id', 'c.releasedByUserId')
    .leftJoin('user as releaseAgreed', 'releaseAgreed.id', 'c.releaseAgreedByUserId')
    .selectAll('c')
    .select(['receiver.name as receivedBy', 'receiptAgreed.name as receiptAgreedBy'])
    .select(['releaser.name as releasedBy', 'releaseAgreed.name as releaseAgreedBy'])
    .where('c.status', '<>', 'removed');
}

/** What of it the product lends against, together; what was given back counts no more. */
export async function collateralValueOf(
  reader: Reader,
  loanId: number,
  { kinds }: Pick<CollateralRules, 'kinds'>,
): Promise<Money> {
  const items = await collateralOf(reader, loanId);
  return sum(
    items.filter(({ kind, status }) => kinds.includes(kind) && status !== 'released').map(({ value }) => value),
  );
}

/** Who of the office handled it is told to the office alone. */
export function collateralView(item: NamedCollateral, isStaff: boolean): CollateralItem {
  const office = (name: string | null) => (isStaff ? name : null);
  return {
    id: String(item.id),
    kind: item.kind,
    status: item.status,
    description: item.description,
    ownerName: item.ownerName,
    value: formatMoney(item.value),
    valuedBy: item.valuedBy,
    valuedOn: item.valuedOn,
    gold: goldView(item),
    depositId: item.depositId === null ? null : String(item.depositId),
    keptWhere: office(item.keptWhere),
    receivedOn: item.receivedOn,
    receivedBy: office(item.receivedBy),
    receiptAgreedBy: office(item.receiptAgreedBy),
    releasedOn: item.releasedOn,
    releasedTo: item.releasedTo,
    releasedBy: office(item.releasedBy),
    releaseAgreedBy: office(item.releaseAgreedBy),
  };
}

function goldView({
  packetNumber,
  pieces,
  grossMilligrams,
  deductionMilligrams,
  purity,
  ratePerGram,
}: Collateral): CollateralItem['gold'] {
  if (
    packetNumber === null ||
    pieces === null ||
    grossMilligrams === null ||
    deductionMilligrams === null ||
    purity === null ||
    ratePerGram === null
  ) {
    return null;
  }
  return {
    packetNumber,
    pieces,
    grossWeight: formatGrams(grossMilligrams),
    deduction: formatGrams(deductionMilligrams),
    netWeight: formatGrams(netMilligrams({ grossMilligrams, deductionMilligrams })),
    purity,
    ratePerGram: formatMoney(ratePerGram),
  };
}
