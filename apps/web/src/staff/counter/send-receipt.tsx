import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { openWhenKnown } from '../../shared/open-when-known.ts';
import type { Receipt } from '../answers.ts';
import { client } from '../staff-api.ts';
import { ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** Opens the clerk's own WhatsApp with the words of the receipt, asked for when they are wanted; what was reversed is sent to nobody. */
export function SendReceipt({ receipt: { id, reversedByEntryId } }: { receipt: Receipt }) {
  const t = useWords();
  const send = useMutation({
    mutationFn: () =>
      openWhenKnown(async () => (await client.get('/api/receipts/{id}/message', { path: { id } })).link),
  });
  if (reversedByEntryId !== null) return null;
  if (send.data !== undefined) {
    return (
      <Button component="a" href={send.data} target="_blank" rel="noreferrer" autoFocus>
        {t('receipt.whatsappOpen')}
      </Button>
    );
  }
  return (
    <>
      <Button loading={send.isPending} onClick={() => send.mutate()}>
        {t('receipt.whatsapp')}
      </Button>
      <ProblemNote error={send.error} takesFocus />
    </>
  );
}
