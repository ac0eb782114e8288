import { useState } from 'react';
import type { Receipt } from '../../shared/answers.ts';
import { openWhenKnown } from '../../shared/open-when-known.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { useMemberText } from '../member-text.ts';
import { useAct } from '../use-act.ts';

/** Opens the member's own WhatsApp with the words of the receipt, asked for when they are wanted; what was reversed is sent to nobody. */
export function SendReceipt({ receipt: { id, reversedByEntryId } }: { receipt: Receipt }) {
  const t = useMemberText();
  const [refused, setRefused] = useState<string>();
  const send = useAct(async () =>
    setRefused(
      await openWhenKnown(async () => (await client.get('/api/receipts/{id}/message', { path: { id } })).link),
    ),
  );
  if (reversedByEntryId !== null) return null;
  if (refused !== undefined) {
    return (
      // biome-ignore lint/a11y/noAutofocus: it stands where the button was that had the focus.
      <a className="button button-quiet" href={refused} target="_blank" rel="noreferrer" autoFocus>
        {t('receipt.whatsappOpen')}
      </a>
    );
  }
  return (
    <>
      <Button isBusy={send.isBusy} onClick={() => void send.run(undefined)}>
        {t('receipt.whatsapp')}
      </Button>
      <ProblemNote error={send.error} takesFocus />
    </>
  );
}
