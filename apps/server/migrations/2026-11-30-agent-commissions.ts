import type { Migration } from '../src/platform/database/migration.ts';

/** Commission that was paid: a row claims each month of an agent, so that none is paid twice. */
export default {
  name: '2026-11-30-agent-commissions',
  steps: (d) => [
    d.table(
      'agent_commission',
      [
        d.column('agentId', d.integer()),
        d.column('monthEndsOn', d.day()),
        d.column('collected', d.money()),
        d.column('commission', d.money()),
        d.optional('taxRate', d.text(16)),
        d.column('tax', d.money()),
        d.column('entryId', d.integer()),
      ],
      [
        d.primaryKey('agentId', 'monthEndsOn'),
        d.unique('uq_agent_commission_entry', ['entryId']),
        d.foreignKey('fk_agent_commission_agent', ['agentId'], 'agent', ['id']),
        d.foreignKey('fk_agent_commission_entry', ['entryId'], 'journal_entry', ['id']),
        d.check('ck_agent_commission', 'commission > 0 and tax >= 0'),
      ],
    ),
  ],
} satisfies Migration;
