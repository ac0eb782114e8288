export { AskLoanPage } from './ask-loan-page.tsx';
export { LoanPage } from './loan-page.tsx';
export { LoansPage } from './loans-page.tsx';
export { PossibleLoanPage } from './possible-loan-page.tsx';
