import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What a member told the society to take from savings on its day, and what became of each due: taken, not taken for want
 * of money and tried again, or taken and reversed. A due belongs to an instruction once.
 */
export default {
  name: '2026-11-30-standing-instructions',
  steps: (d) => [
    d.table(
      'standing_instruction',
      [
        d.column('id', d.id()),
        d.column('memberId', d.integer()),
        d.column('fromDepositId', d.integer()),
        d.column('toDepositId', d.integer()),
        // The deposit again while the instruction holds: one deposit is never paid by two.
        d.optional('activeToId', d.integer()),
        d.column('startsOn', d.day()),
        d.optional('stoppedOn', d.day()),
        d.column('setByUserId', d.integer()),
        d.optional('stoppedByUserId', d.integer()),
        d.column('recordedAt', d.instant()),
      ],
      [
        d.unique('uq_standing_instruction_to', ['activeToId']),
        d.foreignKey('fk_standing_instruction_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_standing_instruction_from', ['fromDepositId'], 'deposit', ['id']),
        d.foreignKey('fk_standing_instruction_to', ['toDepositId'], 'deposit', ['id']),
      ],
    ),
    d.index('ix_standing_instruction_member', 'standing_instruction', ['memberId', 'id']),
    d.index('ix_standing_instruction_to', 'standing_instruction', ['toDepositId', 'id']),
    d.table(
      'instruction_due',
      [
        d.column('instructionId', d.integer()),
        d.column('dueOn', d.day()),
        d.column('status', d.text(16)),
        d.column('amount', d.money()),
        d.column('fine', d.money()),
        d.column('firstTriedOn', d.day()),
        d.column('triedOn', d.day()),
        d.column('tries', d.integer()),
        // Why it could not be taken, the last time it was tried.
        d.optional('code', d.text(64)),
        d.optional('params', d.text(1000)),
        d.optional('entryId', d.integer()),
      ],
      [
        d.primaryKey('instructionId', 'dueOn'),
        d.foreignKey('fk_instruction_due_instruction', ['instructionId'], 'standing_instruction', ['id']),
        d.foreignKey('fk_instruction_due_entry', ['entryId'], 'journal_entry', ['id']),
        d.check('ck_instruction_due_status', "status in ('failed','taken','reversed')"),
      ],
    ),
    d.index('ix_instruction_due_entry', 'instruction_due', ['entryId']),
    d.index('ix_instruction_due_status', 'instruction_due', ['status', 'instructionId']),
  ],
} satisfies Migration;
