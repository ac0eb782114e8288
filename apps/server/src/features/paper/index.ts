export { paperMessages } from './messages.ts';
export { paperRoutes } from './paper-routes.ts';
export { receiptPdf, type PrintedReceipt } from './receipt-paper.ts';
export { statementPdf, type PrintedStatement } from './statement-paper.ts';
