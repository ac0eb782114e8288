export { dashboardRoutes } from './dashboard-routes.ts';
export { dashboardFigures } from './dashboard-stats.ts';
