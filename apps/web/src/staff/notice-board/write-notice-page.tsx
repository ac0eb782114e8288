import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { newIdempotencyKey } from '../../shared/idempotency.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { NoticeRequest } from '../answers.ts';
import { client, queryClient } from '../staff-api.ts';
import { Page } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { NoticeForm } from './notice-form.tsx';

const route = getRouteApi('/notice-board/$id/change');

export function NewNoticePage() {
  const t = useWords();
  const navigate = useNavigate();
  const key = useRef(newIdempotencyKey());
  const writing = useMutation({
    mutationFn: (body: NoticeRequest) => client.post('/api/notices', { body, idempotencyKey: key.current }),
    onSuccess: async ({ id }) => {
      showToast(t('board.saved'));
      await queryClient.invalidateQueries();
      await navigate({ to: '/notice-board/$id', params: { id } });
    },
  });
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
  const navigate = useNavigate();
  const notice = useQuery({
    queryKey: ['notice', id],
    queryFn: () => client.get('/api/notices/{id}', { path: { id } }),
  });
  const changing = useMutation({
    mutationFn: (body: NoticeRequest) =>
      client.put('/api/notices/{id}', { path: { id }, body: { ...body, version: notice.data?.office?.version ?? 0 } }),
    onSuccess: async () => {
      showToast(t('board.saved'));
      await queryClient.invalidateQueries();
      await navigate({ to: '/notice-board/$id', params: { id } });
    },
  });
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
