import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { MoneyActing } from '../ui/use-money-act.ts';

// At the counter nobody presses "preview": what an act will do is asked for while it is typed, and F9 does what is
// shown. A change of anything takes the shown preview away first, so that nothing else can be confirmed.

const typingPauseMs = 350;

export function useDeskAct<Request, Answer extends { preview: boolean }>(
  acting: MoneyActing<Request, Answer>,
  request: Request | undefined,
): { confirm: () => void } {
  const asked = JSON.stringify(request);
  const latest = useRef({ acting, request });
  useEffect(() => {
    latest.current = { acting, request };
  });
  const { forgetPreview } = acting;
  useEffect(() => {
    forgetPreview();
    if (asked === undefined) return;
    const timer = setTimeout(() => {
      const now = latest.current;
      if (now.request !== undefined && now.acting.result === undefined) void now.acting.look(now.request);
    }, typingPauseMs);
    return () => clearTimeout(timer);
  }, [asked, forgetPreview]);

  const confirm = () => {
    if (acting.result !== undefined || acting.isDoing) return;
    if (acting.preview !== undefined) void acting.confirm();
    else if (request !== undefined && !acting.isLooking) void acting.look(request);
  };
  useHotkeys([['F9', confirm]], []);
  return { confirm };
}
