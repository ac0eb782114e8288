import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Receipt } from '../answers.ts';
import { client } from '../staff-api.ts';
import { useWords } from '../words.ts';

/** Opens the clerk's own WhatsApp with the words of the receipt; what was reversed is sent to nobody. */
export function SendReceipt({ receipt: { id, reversedByEntryId } }: { receipt: Receipt }) {
  const t = useWords();
  const message = useQuery({
    queryKey: ['receipt', id, 'message'],
    queryFn: () => client.get('/api/receipts/{id}/message', { path: { id } }),
    enabled: reversedByEntryId === null,
    // Its words stay as they are, and of a receipt that is being reversed there are none to ask for.
    staleTime: 'static',
    gcTime: 0,
  });
  if (message.data === undefined || reversedByEntryId !== null) return null;
  return (
    <Button component="a" href={message.data.link} target="_blank" rel="noreferrer">
      {t('receipt.whatsapp')}
    </Button>
  );
}
