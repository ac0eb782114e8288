import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { paymentRequestRoutes } from './payment-request-routes.ts';

export async function paymentsInRoutes(app: KafalApp): Promise<void> {
  await paymentRequestRoutes(app);
}
