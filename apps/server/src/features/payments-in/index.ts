// Money that arrives from phones: asked for, said to be paid, found on the statement of the bank, receipted.

export { paymentsInMessages } from './messages.ts';
export { paymentsInRoutes } from './payments-in-routes.ts';
