// Set-up stands on every other feature (books, people, settings), and every other feature stands on the settings of
// features/society; a folder of its own keeps imports from running in a circle.

export { setUpSociety } from './set-up-society.ts';
export { setupRoutes } from './setup-routes.ts';
