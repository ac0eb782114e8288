import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { newIdempotencyKey } from '../../shared/idempotency.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { MeetingRequest } from '../answers.ts';
import { client, queryClient } from '../staff-api.ts';
import { Page } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { MeetingForm } from './meeting-form.tsx';
import { useMeeting } from './use-meeting.ts';

const route = getRouteApi('/meetings/$id/change');

const usePreparation = () =>
  useQuery({ queryKey: ['meeting-preparation'], queryFn: () => client.get('/api/meetings/preparation') });

/** Once the form knows that it is kept: before, it would ask whether to leave what was typed. */
function useShowKept(id: string | undefined): void {
  const t = useWords();
  const navigate = useNavigate();
  useEffect(() => {
    if (id === undefined) return;
    showToast(t('meetings.saved'));
    void navigate({ to: '/meetings/$id', params: { id } });
  }, [id, navigate, t]);
}

export function NewMeetingPage() {
  const t = useWords();
  const key = useRef(newIdempotencyKey());
  const preparation = usePreparation();
  const drafting = useMutation({
    mutationFn: (body: MeetingRequest) => client.post('/api/meetings', { body, idempotencyKey: key.current }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  useShowKept(drafting.data?.id);
  return (
    <Page
      title={t('meetings.newTitle')}
      lead={t('meetings.newLead')}
      above={<Link to="/meetings">{t('nav.meetings')}</Link>}
    >
      <Answered query={preparation} lines={8}>
        {(prepared) => (
          <MeetingForm
            preparation={prepared}
            isBusy={drafting.isPending}
            error={drafting.error}
            saved={drafting.data}
            onSend={drafting.mutate}
          />
        )}
      </Answered>
    </Page>
  );
}

export function ChangeMeetingPage() {
  const t = useWords();
  const { id } = route.useParams();
  const meeting = useMeeting(id);
  const preparation = usePreparation();
  const changing = useMutation({
    mutationFn: (body: MeetingRequest) =>
      client.put('/api/meetings/{id}', { path: { id }, body: { ...body, version: meeting.data?.version ?? 0 } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  useShowKept(changing.data?.id);
  return (
    <Page
      title={t('meetings.changeTitle')}
      above={
        <Link to="/meetings/$id" params={{ id }}>
          {meeting.data?.title ?? t('nav.meetings')}
        </Link>
      }
    >
      <Answered query={meeting} lines={8}>
        {(before) => (
          <Answered query={preparation} lines={8}>
            {(prepared) => (
              <MeetingForm
                before={before}
                preparation={prepared}
                isBusy={changing.isPending}
                error={changing.error}
                saved={changing.data}
                onSend={changing.mutate}
              />
            )}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}
