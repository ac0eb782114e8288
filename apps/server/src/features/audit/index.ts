export { type AuditedAct, type AuditedActor, type AuditValues, recordAudit } from './record-audit.ts';
