// What members write to the office: the office answers, gives it to a colleague, closes it with a reason; nothing written is
// ever changed.

export { countOpenMessages } from './message-queries.ts';
export { officeMessagesMessages } from './messages.ts';
export { officeMessagesRoutes } from './office-message-routes.ts';
