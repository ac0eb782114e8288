import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { useWords } from '../words.ts';
import { Figure } from './figure.tsx';
import { useStats } from './today-queries.ts';

/** What waits at the desks of papers and messages, and how many notices are up, for whoever looks after them; nothing waits, nothing stands. */
export function DesksWaiting() {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay();
  const { data } = useStats();
  if (data === undefined) return null;
  const papers = may('kyc.check') ? data.papersToCheck : 0;
  const messages = may('message.answer') ? data.openMessages : 0;
  const notices = may('notice.write') ? data.activeNotices : 0;
  if (papers + messages + notices === 0) return null;
  return (
    <section className="figures figures-strip" aria-label={t('today.desks')}>
      {papers > 0 && (
        <Figure
          label={t('today.papers')}
          value={format.count(papers)}
          more={t('today.papersHow')}
          to="/papers-to-check"
        />
      )}
      {messages > 0 && (
        <Figure
          label={t('today.messages')}
          value={format.count(messages)}
          more={
            data.lateMessages === 0 ? t('today.messagesHow') : t('today.messagesLate', { count: data.lateMessages })
          }
          to="/messages"
          search={{ state: 'open' }}
        />
      )}
      {notices > 0 && (
        <Figure
          label={t('today.notices')}
          value={format.count(notices)}
          more={t('today.noticesHow')}
          to="/notice-board"
        />
      )}
    </section>
  );
}
