export { MeetingPage } from '../meetings/meeting-page.tsx';
export { MeetingsPage } from '../meetings/meetings-page.tsx';
export { MessagePage } from './message-page.tsx';
export { MessagesPage } from './messages-page.tsx';
export { WriteMessagePage } from './write-message-page.tsx';
