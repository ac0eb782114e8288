import { useEffect, useRef } from 'react';
import { startLive } from '../../shared/live.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { DashboardStats } from '../answers.ts';
import { eventOf, ownActMs, tellLiveMessage } from '../live-messages.ts';
import { societyKey } from '../society.tsx';
import { api, queryClient } from '../staff-api.ts';
import { useKnownWord } from '../words.ts';

// While somebody is logged in, what colleagues and members do appears without a reload. Figures are asked for again;
// lists stay as they are and offer their new rows, so that nothing jumps under the pointer.

const gatherForMs = 400;

/** The figures are those of Today, or Today is still asking for them. */
function showsAlready(told: Readonly<Record<string, unknown>>): boolean {
  const { lastUpdated: _time, ...shown } = queryClient.getQueryData<DashboardStats>(['dashboard']) ?? {};
  return Object.entries(told).every(
    ([name, figure]) => !(name in shown) || Object.is(figure, Reflect.get(shown, name)),
  );
}

export function LiveLine() {
  const known = useKnownWord();
  const latest = useRef(known);
  useEffect(() => {
    latest.current = known;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Many messages may come at once (a colleague posts a long receipt); one look at the server answers all of them.
    const lookAgain = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({
          predicate: ({ queryKey }) => queryKey[0] !== societyKey && queryKey[0] !== 'list',
        });
      }, gatherForMs);
    };
    const stop = startLive({
      api,
      room: 'admin',
      onMessage: (message) => {
        tellLiveMessage(message);
        const isOwn = Date.now() - api.lastActAt < ownActMs;
        const notice = isOwn ? undefined : latest.current(`notice.${eventOf(message)}`);
        if (notice !== undefined) showToast(notice);
        // Whoever comes in is told the figures at once, and has just read them.
        if (message.channel === 'dashboard-update' && showsAlready(message.data)) return;
        if (eventOf(message) === 'settings.changed') void queryClient.invalidateQueries({ queryKey: [societyKey] });
        lookAgain();
      },
      onGap: () => void queryClient.invalidateQueries(),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return null;
}
