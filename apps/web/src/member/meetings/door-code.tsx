import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { useSession } from '../session.ts';
import { useMeetingText } from './meeting-words.ts';

interface DoorCodeProps {
  meetingId: string;
  isPresent: boolean;
  isOpen: boolean;
}

/** Shown when it is asked for, and new before the old one is worth nothing. */
export function DoorCode({ meetingId, isPresent, isOpen }: DoorCodeProps) {
  const t = useMeetingText();
  const [isShown, setShown] = useState(false);
  if (isPresent) return <p className="note note-good">{t('ownMeeting.present')}</p>;
  if (!isOpen) return null;
  return (
    <section className="stack">
      <h2>{t('ownMeeting.codeTitle')}</h2>
      {isShown ? (
        <Code meetingId={meetingId} />
      ) : (
        <Button look="filled" onClick={() => setShown(true)}>
          {t('ownMeeting.codeShow')}
        </Button>
      )}
    </section>
  );
}

const renewEveryMs = 40_000;

function Code({ meetingId }: { meetingId: string }) {
  const t = useMeetingText();
  const session = useSession();
  const { data, error } = useQuery({
    queryKey: ['meeting-code', meetingId],
    queryFn: () => client.get('/api/meetings/{id}/code', { path: { id: meetingId } }),
    refetchInterval: renewEveryMs,
    gcTime: 0,
  });
  return (
    <>
      <p className="quiet">{t('ownMeeting.codeHow')}</p>
      <ProblemNote error={error} />
      {data === undefined ? (
        error === null && <Skeleton lines={6} />
      ) : (
        <img
          className="pay-picture"
          width={240}
          height={240}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(data.qrSvg)}`}
          alt={t('ownMeeting.codeAlt')}
        />
      )}
      {'user' in session && session.user.memberNumber != null && (
        <p className="quiet">{t('ownMeeting.codeSay', { number: session.user.memberNumber })}</p>
      )}
    </>
  );
}
