import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Daily deposits: the agents who collect them from door to door, the routes they walk, the accounts along a route, what
 * was collected and what was handed over. A daily deposit keeps the rules it was opened with.
 */
export default {
  name: '2026-11-30-collection-agents',
  steps: (d) => [
    d.table(
      'agent',
      [
        d.column('id', d.id()),
        // Also the series of the agent's receipts; a hyphen keeps it apart from the code of any till.
        d.column('number', d.text(16)),
        d.column('userId', d.integer()),
        d.optional('memberId', d.integer()),
        d.column('status', d.text(12)),
        d.column('registeredOn', d.day()),
        d.optional('retiredOn', d.day()),
        d.column('version', d.integer(), { default: 1 }),
      ],
      [
        d.unique('uq_agent_number', ['number']),
        d.unique('uq_agent_user', ['userId']),
        d.foreignKey('fk_agent_user', ['userId'], 'user', ['id']),
        d.foreignKey('fk_agent_member', ['memberId'], 'member', ['id']),
        d.check('ck_agent_status', "status in ('active','retired')"),
      ],
    ),
    // What holds for one agent in place of the society's settings, from a day on; of two rows of a day the later holds.
    d.table(
      'agent_terms',
      [
        d.column('id', d.id()),
        d.column('agentId', d.integer()),
        d.column('effectiveFrom', d.day()),
        d.optional('commissionRate', d.text(16)),
        d.optional('cashLimit', d.money()),
        d.optional('reason', d.text(400)),
        d.column('setByUserId', d.integer()),
        d.optional('approvedByUserId', d.integer()),
        d.column('recordedAt', d.instant()),
      ],
      [d.foreignKey('fk_agent_terms_agent', ['agentId'], 'agent', ['id'])],
    ),
    d.index('ix_agent_terms_agent', 'agent_terms', ['agentId', 'effectiveFrom', 'id']),
    d.table(
      'collection_route',
      [
        d.column('id', d.id()),
        d.column('code', d.text(8)),
        d.column('name', d.text(80)),
        d.column('agentId', d.integer()),
        d.column('version', d.integer(), { default: 1 }),
      ],
      [
        d.unique('uq_collection_route_code', ['code']),
        d.foreignKey('fk_collection_route_agent', ['agentId'], 'agent', ['id']),
      ],
    ),
    d.index('ix_collection_route_agent', 'collection_route', ['agentId']),
    d.table(
      'daily_deposit',
      [
        d.column('depositId', d.integer()),
        d.column('routeId', d.integer()),
        // The place of the door on the agent's walk.
        d.column('position', d.integer()),
        d.column('dailyAmount', d.money()),
        d.column('months', d.integer()),
        d.column('maturesOn', d.day()),
        d.column('annualRate', d.text(16)),
        // Fewer months than these earn nothing, and cost the service charge.
        d.column('keptMonths', d.integer()),
        d.optional('serviceCharge', d.text(16)),
        d.column('addEveryMonths', d.integer()),
        d.column('interestCredited', d.money(), { default: 0 }),
        d.optional('nextInterestOn', d.day()),
        d.optional('closingEntryId', d.integer()),
      ],
      [
        d.primaryKey('depositId'),
        d.foreignKey('fk_daily_deposit_deposit', ['depositId'], 'deposit', ['id']),
        d.foreignKey('fk_daily_deposit_route', ['routeId'], 'collection_route', ['id']),
        d.foreignKey('fk_daily_deposit_closing', ['closingEntryId'], 'journal_entry', ['id']),
        d.check('ck_daily_deposit', 'dailyAmount > 0 and months > 0'),
      ],
    ),
    d.index('ix_daily_deposit_route', 'daily_deposit', ['routeId', 'position', 'depositId']),
    d.index('ix_daily_deposit_interest', 'daily_deposit', ['nextInterestOn', 'depositId']),
    d.index('ix_daily_deposit_matures', 'daily_deposit', ['maturesOn', 'depositId']),
    d.table(
      'collection',
      [
        d.column('id', d.id()),
        d.column('agentId', d.integer()),
        d.column('routeId', d.integer()),
        d.column('depositId', d.integer()),
        d.column('memberId', d.integer()),
        d.column('amount', d.money()),
        d.column('collectedOn', d.day()),
        d.column('receiptId', d.integer()),
        d.column('entryId', d.integer()),
        d.column('isFromSheet', d.flag()),
        d.optional('reversedByEntryId', d.integer()),
      ],
      [
        d.unique('uq_collection_entry', ['entryId']),
        d.foreignKey('fk_collection_agent', ['agentId'], 'agent', ['id']),
        d.foreignKey('fk_collection_deposit', ['depositId'], 'daily_deposit', ['depositId']),
        d.foreignKey('fk_collection_receipt', ['receiptId'], 'receipt', ['id']),
        d.foreignKey('fk_collection_entry', ['entryId'], 'journal_entry', ['id']),
        d.foreignKey('fk_collection_reversal', ['reversedByEntryId'], 'journal_entry', ['id']),
        d.check('ck_collection_amount', 'amount > 0'),
      ],
    ),
    d.index('ix_collection_agent', 'collection', ['agentId', 'collectedOn', 'id']),
    d.index('ix_collection_deposit', 'collection', ['depositId', 'collectedOn', 'id']),
    d.table(
      'collection_handover',
      [
        d.column('id', d.id()),
        d.column('agentId', d.integer()),
        d.column('tillSessionId', d.integer()),
        d.column('entryId', d.integer()),
        d.column('expected', d.money()),
        d.column('counted', d.money()),
        d.column('count', d.json()),
        d.optional('note', d.text(200)),
        d.optional('reversedByEntryId', d.integer()),
      ],
      [
        d.unique('uq_collection_handover_entry', ['entryId']),
        d.foreignKey('fk_collection_handover_agent', ['agentId'], 'agent', ['id']),
        d.foreignKey('fk_collection_handover_session', ['tillSessionId'], 'till_session', ['id']),
        d.foreignKey('fk_collection_handover_entry', ['entryId'], 'journal_entry', ['id']),
        d.foreignKey('fk_collection_handover_reversal', ['reversedByEntryId'], 'journal_entry', ['id']),
        d.check('ck_collection_handover', 'counted > 0'),
      ],
    ),
    d.index('ix_collection_handover_agent', 'collection_handover', ['agentId', 'id']),

    // A society that stands already gets the role and the rights that a new one begins with.
    'INSERT INTO role (code, nameEn, nameHi, builtIn, version) ' +
      "SELECT 'agent', 'Collection agent', 'संग्रह अभिकर्ता', 1, 1 FROM role r WHERE r.code = 'cashier' " +
      "AND NOT EXISTS (SELECT 1 FROM role a WHERE a.code = 'agent')",
    ...[
      grant('agent', 'collections.own'),
      ...['administrator', 'manager', 'cashier', 'accountant', 'auditor'].map((role) =>
        grant(role, 'collections.read'),
      ),
      ...['manager', 'cashier'].map((role) => grant(role, 'collections.enter')),
      ...['administrator', 'manager'].map((role) => grant(role, 'collections.manage')),
    ],
    ...[
      rule('daily.termMonths', '12'),
      rule('daily.keptMonths', '6'),
      rule('daily.addEveryMonths', '3'),
      rule('daily.serviceCharge', '\'"3"\''),
      rule('collections.commissionRate', '\'"3"\''),
      rule('collections.commissionTax', "'null'"),
      rule('collections.commissionTaxFrom', "'null'"),
      rule('limit.agentCash', '\'"25000.00"\''),
      rule('limit.agentDays', '1'),
    ],
  ],
} satisfies Migration;

function grant(role: string, permission: string): string {
  return (
    'INSERT INTO role_permission (roleCode, permission) ' +
    `SELECT r.code, '${permission}' FROM role r WHERE r.code = '${role}' AND NOT EXISTS ` +
    `(SELECT 1 FROM role_permission p WHERE p.roleCode = '${role}' AND p.permission = '${permission}')`
  );
}

function rule(name: string, value: string): string {
  return (
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
    `SELECT '${name}', ${value}, p.effectiveFrom, p.recordedAt FROM setting p ` +
    `WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = '${name}')`
  );
}
