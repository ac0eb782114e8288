export { booksAgreementNow } from './books-agreement.ts';
export { dashboardRoutes } from './dashboard-routes.ts';
export { dashboardFigures } from './dashboard-stats.ts';
