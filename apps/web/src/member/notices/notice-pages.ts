export { NewestNotices, UrgentNotices } from './home-notices.tsx';
export { NoticePage } from './notice-page.tsx';
export { NoticesPage } from './notices-page.tsx';
export { PublicNoticePage, PublicNoticesPage } from './public-notices.tsx';
