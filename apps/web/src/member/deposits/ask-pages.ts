export { AskPage } from './ask-page.tsx';
export { RequestsPage } from './requests-page.tsx';
