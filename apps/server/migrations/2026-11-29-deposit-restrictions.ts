import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What keeps money on an account: a hold or a lien of an amount, or a freeze of all of it. `balance.hold` is the sum of the
 * amounts that are in force; what was held before there were rows becomes one. `deposit.takesMoney` is false while a
 * freeze keeps deposits out too.
 */
export default {
  name: '2026-11-29-deposit-restrictions',
  steps: (d) => [
    `ALTER TABLE deposit ADD COLUMN ${d.column('takesMoney', d.flag(), { default: 1 })}`,
    d.table(
      'deposit_restriction',
      [
        d.column('id', d.id()),
        d.column('depositId', d.integer()),
        d.column('kind', d.text(8)),
        d.optional('amount', d.money()),
        d.optional('allowsDeposits', d.flag()),
        // What a lien secures, or the number of an order.
        d.optional('reference', d.text(80)),
        d.column('reason', d.text(200)),
        // The last day of a hold; it ends with that day.
        d.optional('untilOn', d.day()),
        d.column('setOn', d.day()),
        d.optional('setByUserId', d.integer()),
        d.optional('approvedByUserId', d.integer()),
        // What a frozen account was before.
        d.optional('statusBefore', d.text(16)),
        // Of a deposit whose term was over: the restriction of the deposit before, which went along with the money.
        d.optional('movedFromId', d.integer()),
        d.column('status', d.text(8)),
        d.optional('endedOn', d.day()),
        d.optional('endReason', d.text(200)),
        d.optional('endedByUserId', d.integer()),
        d.optional('endApprovedByUserId', d.integer()),
      ],
      [
        d.foreignKey('fk_deposit_restriction_deposit', ['depositId'], 'deposit', ['id']),
        d.foreignKey('fk_deposit_restriction_moved', ['movedFromId'], 'deposit_restriction', ['id']),
        d.check('ck_deposit_restriction_kind', "kind in ('hold','lien','freeze')"),
        d.check('ck_deposit_restriction_status', "status in ('active','lifted','ended','moved')"),
        d.check('ck_deposit_restriction_amount', "(kind = 'freeze') = (amount is null)"),
      ],
    ),
    d.index('ix_deposit_restriction_deposit', 'deposit_restriction', ['depositId', 'id']),
    d.index('ix_deposit_restriction_until', 'deposit_restriction', ['status', 'untilOn', 'id']),
    'INSERT INTO deposit_restriction (depositId, kind, amount, reason, setOn, status) ' +
      "SELECT d.id, 'hold', b.hold, 'Held before', d.openedOn, 'active' FROM deposit d " +
      "JOIN balance b ON b.subLedger = 'deposit' AND b.subLedgerId = d.id WHERE b.hold > 0",
  ],
} satisfies Migration;
