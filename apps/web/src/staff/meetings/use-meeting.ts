import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import { eventOf, onLiveMessage } from '../live-messages.ts';
import { client, queryClient } from '../staff-api.ts';
import { meetingEvents } from './meeting-words.ts';

/** A meeting as it stands, looked at again whenever somebody came, voted, or changed it. */
export function useMeeting(id: string) {
  useEffect(
    () =>
      onLiveMessage((message) => {
        if (!meetingEvents.some((event) => event === eventOf(message))) return;
        if (message.data['meetingId'] !== Number(id)) return;
        void queryClient.invalidateQueries({ queryKey: ['meeting', id] });
        void queryClient.invalidateQueries({ queryKey: ['list', '/api/meetings/{id}/people'] });
      }),
    [id],
  );
  return useQuery({
    queryKey: ['meeting', id],
    queryFn: () => client.get('/api/meetings/{id}', { path: { id } }),
  });
}

/** One act of the chair or of the desk; what it changed is asked for anew. */
export function useMeetingAct<Input>(act: (input: Input) => Promise<unknown>, said: string, onDone?: () => void) {
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      showToast(said);
      onDone?.();
      await queryClient.invalidateQueries();
    },
  });
}
