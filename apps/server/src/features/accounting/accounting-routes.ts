import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { bookRoutes } from './book-routes.ts';
import { businessDayRoutes } from './business-day-routes.ts';
import { journalRoutes } from './journal-routes.ts';

export async function accountingRoutes(app: KafalApp): Promise<void> {
  await journalRoutes(app);
  await bookRoutes(app);
  await businessDayRoutes(app);
}
