export { MessagePage } from './message-page.tsx';
export { MessagesPage } from './messages-page.tsx';
export { WriteMessagePage } from './write-message-page.tsx';
