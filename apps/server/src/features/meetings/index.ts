// Meetings of the general body and of the committee: called in time, attended, resolved by vote, and kept in minutes.

export { meetingsRoutes } from './meeting-routes.ts';
export { meetingsMessages } from './messages.ts';
