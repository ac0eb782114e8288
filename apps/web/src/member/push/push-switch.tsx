import { useEffect, useState } from 'react';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { type MemberKey, useMemberText } from '../member-text.ts';
import { useAct } from '../use-act.ts';
import { type PushState, pushState, turnPushOff, turnPushOn } from './push-on-device.ts';

const explanations: Record<PushState, MemberKey> = {
  impossible: 'push.impossible',
  blocked: 'push.blocked',
  off: 'push.off',
  on: 'push.on',
};

/** Whether this device is told of news while the app is closed. */
export function PushSwitch() {
  const t = useMemberText();
  const [state, setState] = useState<PushState | undefined>(undefined);
  const act = useAct(async (turn: () => Promise<PushState>) => setState(await turn()));
  useEffect(() => {
    // Without a line nothing can be changed either; the next visit shows it.
    pushState().then(setState, () => undefined);
  }, []);
  if (state === undefined) return null;
  return (
    <div className="stack" data-testid="push">
      <h3>{t('push.title')}</h3>
      <p className="quiet">{t(explanations[state])}</p>
      <ProblemNote error={act.error} takesFocus />
      {state === 'off' && (
        <Button isBusy={act.isBusy} onClick={() => void act.run(turnPushOn)}>
          {t('push.turnOn')}
        </Button>
      )}
      {state === 'on' && (
        <Button isBusy={act.isBusy} onClick={() => void act.run(turnPushOff)}>
          {t('push.turnOff')}
        </Button>
      )}
    </div>
  );
}
