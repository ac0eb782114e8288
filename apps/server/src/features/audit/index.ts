// The trail of every act. Everybody writes it, through recordAudit and in the transaction of the act itself.

export { startOfDay } from './audit-filter.ts';
export { auditRoutes } from './audit-routes.ts';
export { EXPORTED_ROWS_AT_ONCE, exportList } from './export-list.ts';
export { auditMessages } from './messages.ts';
export {
  type AuditedAct,
  type AuditedActor,
  type AuditValues,
  recordAudit,
  recordAudits,
  visitor,
} from './record-audit.ts';
