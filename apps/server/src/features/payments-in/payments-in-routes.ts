import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { bankStatementRoutes } from './bank-statement-routes.ts';
import { paymentGatewayRoutes } from './payment-gateway-routes.ts';
import { paymentRequestRoutes } from './payment-request-routes.ts';

export async function paymentsInRoutes(app: KafalApp): Promise<void> {
  await paymentRequestRoutes(app);
  await bankStatementRoutes(app);
  await paymentGatewayRoutes(app);
}
