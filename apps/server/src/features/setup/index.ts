// Set-up stands on every other feature (books, people, settings), and they stand on the settings of features/society:
// a folder of its own keeps imports from running in a circle.

export { setupMessages } from './messages.ts';
export { type SetUp, setUpSociety } from './set-up-society.ts';
export { setupRoutes } from './setup-routes.ts';
export { societyView } from './society-view.ts';
