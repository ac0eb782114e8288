import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { newIdempotencyKey } from '../../shared/idempotency.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { NoticeRequest } from '../answers.ts';
import { client, queryClient } from '../staff-api.ts';
import { Page } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { NoticeForm } from './notice-form.tsx';

const route = getRouteApi('/notice-board/$id/change');

/** Once the form knows that it is kept: before, it would ask whether to leave what was typed. */
function useShowKept(id: string | undefined): void {
  const t = useWords();
  const navigate = useNavigate();
  useEffect(() => {
    if (id === undefined) return;
    showToast(t('board.saved'));
    void navigate({ to: '/notice-board/$id', params: { id } });
  }, [id, navigate, t]);
}

export function NewNoticePage() {
  const t = useWords();
  const key = useRef(newIdempotencyKey());
  const writing = useMutation({
    mutationFn: (body: NoticeRequest) => client.post('/api/notices', { body, idempotencyKey: key.current }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  useShowKept(writing.data?.id);
  return (
    <Page
      title={t('board.newTitle')}
      lead={t('board.newLead')}
      above={<Link to="/notice-board">{t('nav.noticeBoard')}</Link>}
    >
      <NoticeForm
        act={t('board.save')}
        isBusy={writing.isPending}
        error={writing.error}
        saved={writing.data}
        onSend={writing.mutate}
      />
    </Page>
  );
}

export function ChangeNoticePage() {
  const t = useWords();
  const { id } = route.useParams();
  const notice = useQuery({
    queryKey: ['notice', id],
    queryFn: () => client.get('/api/notices/{id}', { path: { id } }),
  });
  const changing = useMutation({
    mutationFn: (body: NoticeRequest) =>
      client.put('/api/notices/{id}', { path: { id }, body: { ...body, version: notice.data?.office?.version ?? 0 } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  useShowKept(changing.data?.id);
  return (
    <Page
      title={t('board.changeTitle')}
      above={
        <Link to="/notice-board/$id" params={{ id }}>
          {notice.data?.title ?? t('nav.noticeBoard')}
        </Link>
      }
    >
      <Answered query={notice} lines={8}>
        {(before) => (
          <NoticeForm
            before={before}
            act={t('board.saveChange')}
            isBusy={changing.isPending}
            error={changing.error}
            saved={changing.data}
            onSend={changing.mutate}
          />
        )}
      </Answered>
    </Page>
  );
}
