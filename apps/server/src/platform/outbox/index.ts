export { type OutboxSignal, outboxSignal } from './outbox-signal.ts';
export { ANY_EVENT, type RecordedEvent, recordEvent } from './record-event.ts';
