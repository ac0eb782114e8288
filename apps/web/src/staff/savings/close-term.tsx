import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { DepositWithPlan } from '../answers.ts';
import { useMay } from '../session.ts';
import { openedLater } from '../ui/opened-later.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useWords } from '../words.ts';

const CloseTermForm = openedLater(async () => (await import('./close-term-form.tsx')).CloseTermForm);

/** Pays a fixed or recurring deposit out, at its end or before it. What was done stays to be read until it is left. */
export function CloseTerm({ deposit }: { deposit: DepositWithPlan }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  if (!may('savings.withdraw')) return null;
  return (
    <>
      {deposit.status === 'active' && <Button onClick={dialog.open}>{t('termClosing.open')}</Button>}
      <SidePanel
        title={t('termClosing.title', { number: deposit.accountNumber })}
        isOpen={isOpen}
        onClose={dialog.close}
        size="lg"
      >
        <CloseTermForm deposit={deposit} isOpen={isOpen} onClose={dialog.close} />
      </SidePanel>
    </>
  );
}
