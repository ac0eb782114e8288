export { commissionPdf } from './commission-paper.ts';
export { interestCertificatePdf } from './interest-certificate-paper.ts';
export { paperMessages } from './messages.ts';
export { paperRoutes } from './paper-routes.ts';
export { type PrintedReceipt, type Printing, receiptPdf } from './receipt-paper.ts';
export { sendPdf } from './send-pdf.ts';
export { type PrintedStatement, statementPdf } from './statement-paper.ts';
export { taxCertificatePdf } from './tax-certificate-paper.ts';
export { type PrintedTermCertificate, termCertificatePdf } from './term-certificate-paper.ts';
