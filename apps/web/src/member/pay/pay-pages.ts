// The pages of paying from a phone, in one file to fetch.
export { PayPage } from './pay-page.tsx';
export { PaymentPage } from './payment-page.tsx';
export { PaymentsPage } from './payments-page.tsx';
