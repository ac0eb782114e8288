// What somebody who is not a member yet opens, in one file to fetch.
export { ApplicationStatusPage } from './application-status-page.tsx';
export { ApplyPage } from './apply-page.tsx';
