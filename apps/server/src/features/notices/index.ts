// What the society tells its members, its staff and whoever passes by. It knows whom a notice is for and who has read it; the
// relay of events makes notifications of it.

export { countActiveNotices } from './list-notices.ts';
export { noticesMessages } from './messages.ts';
export { noticesRoutes } from './notice-routes.ts';
export { publishDueNotices } from './publish-notice.ts';
export { putAwayNotice, sendNotice } from './send-notice.ts';
