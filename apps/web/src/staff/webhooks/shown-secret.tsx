import { Button } from '@mantine/core';
import { SidePanel } from '../ui/side-panel.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** Once, to be carried to the other side. */
export function ShownSecret({ secret, onClose }: { secret: string | undefined; onClose: () => void }) {
  const t = useWords();
  return (
    <SidePanel title={t('webhooks.secret')} isOpen={secret !== undefined} onClose={onClose}>
      <div className="stack" role="status">
        <Note tone="warning">{t('webhooks.secretOnce')}</Note>
        <code className="secret breakable" data-testid="webhook-secret">
          {secret}
        </code>
        <div className="row">
          <Button onClick={onClose}>{t('webhooks.secretDone')}</Button>
        </div>
      </div>
    </SidePanel>
  );
}
