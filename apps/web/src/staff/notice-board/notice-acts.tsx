import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { MoneyAct } from '../../shared/idempotency.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { Notice } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useReachWords } from './use-reach.ts';

/** What can be done with the notice as it stands. */
export function NoticeActs({ notice }: { notice: Notice }) {
  const t = useWords();
  if (notice.office?.mayChange !== true) return null;
  const { id, state } = notice;
  return (
    <>
      <Button renderRoot={(props) => <Link to="/notice-board/$id/change" params={{ id }} {...props} />}>
        {t('board.change')}
      </Button>
      {state === 'scheduled' && <TakeBack id={id} />}
      <Archive id={id} />
      {state === 'draft' && <Publish notice={notice} />}
    </>
  );
}

function Publish({ notice }: { notice: Notice }) {
  const t = useWords();
  const format = useSocietyFormat();
  const [isOpen, setOpen] = useState(false);
  const { id, audience, priority, publishOn, publishTime } = notice;
  const act = useRef(new MoneyAct());
  // A change of the notice is another one to publish.
  const version = notice.office?.version;
  const reach = useReachWords(audience, isOpen);
  const publishing = useMutation({
    mutationFn: () =>
      client.post('/api/notices/{id}/publication', { path: { id }, idempotencyKey: act.current.keyFor(version) }),
    onSuccess: async ({ state }) => {
      act.current.done();
      showToast(t(state === 'scheduled' ? 'board.scheduled' : 'board.published'));
      setOpen(false);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <Button variant="filled" onClick={() => setOpen(true)}>
        {t('board.publish')}
      </Button>
      <ActDialog
        title={t('board.publishTitle')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('board.publish')}
        onAct={() => publishing.mutate()}
        isBusy={publishing.isPending}
        error={publishing.error}
      >
        <p>
          {t('board.publishWho', { audience: t(`board.audience.${audience}`) })} {reach}
        </p>
        <p>{t(`board.publishHow.${priority}`)}</p>
        {publishOn !== null && (
          <p>{t('board.publishLater', { day: [format.day(publishOn), publishTime].filter(Boolean).join(', ') })}</p>
        )}
        <p className="quiet">{t('board.publishFinal')}</p>
      </ActDialog>
    </>
  );
}

function TakeBack({ id }: { id: string }) {
  const t = useWords();
  const taking = useMutation({
    mutationFn: () => client.delete('/api/notices/{id}/publication', { path: { id } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <>
      <Button loading={taking.isPending} onClick={() => taking.mutate()}>
        {t('board.takeBack')}
      </Button>
      <ProblemNote error={taking.error} takesFocus />
    </>
  );
}

function Archive({ id }: { id: string }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const archiving = useMutation({
    mutationFn: () => client.delete('/api/notices/{id}', { path: { id } }),
    onSuccess: async () => {
      showToast(t('board.archived'));
      setOpen(false);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('board.archive')}</Button>
      <ActDialog
        title={t('board.archiveTitle')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('board.archive')}
        onAct={() => archiving.mutate()}
        isBusy={archiving.isPending}
        isDanger
        error={archiving.error}
      >
        <p>{t('board.archiveHow')}</p>
      </ActDialog>
    </>
  );
}
