// The pages behind the first one, in one file to fetch.
export { AccountPage } from './accounts/account-page.tsx';
export { AccountsPage } from './accounts/accounts-page.tsx';
export { EntryPage } from './accounts/entry-page.tsx';
export { ForgottenPasswordPage } from './login/forgotten-password-page.tsx';
export { NewPasswordPage } from './login/new-password-page.tsx';
export { NotificationsPage } from './notifications/notifications-page.tsx';
export { ProfilePage } from './profile/profile-page.tsx';
export { SecurityPage } from './profile/security-page.tsx';
export { ReceiptPage } from './receipts/receipt-page.tsx';
export { ReceiptsPage } from './receipts/receipts-page.tsx';
export { SharesPage } from './shares/shares-page.tsx';
export { TransferPage } from './transfer/transfer-page.tsx';
