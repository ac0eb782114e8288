import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { DepositWithPlan } from '../answers.ts';
import { useMay } from '../session.ts';
import { openedLater } from '../ui/opened-later.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useWords } from '../words.ts';
import { closingWords } from './closing-words.ts';

const CloseTermForm = openedLater(async () => (await import('./close-term-form.tsx')).CloseTermForm);

/** Pays an account out and closes it, one with a term at its end or before it. What was done stays to be read until it is left. */
export function CloseTerm({ deposit }: { deposit: DepositWithPlan }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  // What is kept until the membership ends goes out with its settlement.
  if (!may('savings.withdraw') || deposit.withdrawal === 'membership') return null;
  const words = closingWords(deposit);
  return (
    <>
      {deposit.status === 'active' && <Button onClick={dialog.open}>{t(words.open)}</Button>}
      <SidePanel
        title={t(words.title, { number: deposit.accountNumber })}
        isOpen={isOpen}
        onClose={dialog.close}
        size="lg"
      >
        <CloseTermForm deposit={deposit} isOpen={isOpen} onClose={dialog.close} />
      </SidePanel>
    </>
  );
}
