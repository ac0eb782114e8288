// What a user keeps of a list under a name of their own. Nobody else sees it.

export { viewsMessages } from './messages.ts';
export { viewsRoutes } from './view-routes.ts';
