export { closeTill } from './close-till.ts';
export { counterRoutes } from './counter-routes.ts';
export { counterMessages } from './messages.ts';
export { createTill } from './create-till.ts';
export { openTill } from './open-till.ts';
export { takeReceipt } from './take-receipt.ts';
export { transferSavings } from './transfer-savings.ts';
export { withdrawSavings } from './withdraw-savings.ts';
