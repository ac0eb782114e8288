export { type OutboxSignal, outboxSignal } from './outbox-signal.ts';
export { ANY_EVENT, type RecordedEvent, recordEvent, recordEvents } from './record-event.ts';
