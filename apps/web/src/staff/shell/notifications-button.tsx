import { Link } from '@tanstack/react-router';
import { useWords } from '../words.ts';
import { useMe } from './shell-queries.ts';

export function NotificationsButton() {
  const t = useWords();
  const { data: me } = useMe();
  const unread = me?.unreadNotifications ?? 0;
  return (
    <Link to="/notifications" className="notifications-button">
      <span className="visually-hidden">
        {unread === 0 ? t('notifications.title') : t('notifications.unread', { count: unread })}
      </span>
      <svg
        viewBox="0 0 24 24"
        width="20"
        height="20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        aria-hidden="true"
      >
        <path d="M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5a2.2 2.2 0 0 0 4 0" />
      </svg>
      {unread > 0 && <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  );
}
