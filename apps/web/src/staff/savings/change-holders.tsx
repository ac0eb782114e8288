import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { DepositWithPlan } from '../answers.ts';
import { useMay } from '../session.ts';
import { client } from '../staff-api.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { useWords } from '../words.ts';
import { HoldingFields } from './holding-fields.tsx';
import { useHolding } from './use-holding.ts';

/** Asks for other holders of an account, or another way it is operated. A second person says yes. */
export function ChangeHolders({ deposit }: { deposit: DepositWithPlan }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  if (!may('deposit.open') || deposit.status === 'closed') return null;
  return (
    <>
      <Button onClick={dialog.open}>{t('holding.change')}</Button>
      {isOpen && <HoldersForm deposit={deposit} onClose={dialog.close} />}
    </>
  );
}

function HoldersForm({ deposit, onClose }: { deposit: DepositWithPlan; onClose: () => void }) {
  const t = useWords();
  const { typed, setTyped, holding, isReady } = useHolding(deposit.holding);
  return (
    <ReasonDialog
      title={t('holding.title', { number: deposit.accountNumber })}
      act={t('restriction.ask')}
      done={t('restriction.asked')}
      bodyName="ChangeHoldersBody"
      asked={holding}
      isReady={isReady}
      onAsk={(body) => client.post('/api/deposits/{id}/holders', { path: { id: deposit.id }, body })}
      onClose={onClose}
    >
      {(problem) => (
        <>
          <p>{t('holding.first', { name: deposit.memberName })}</p>
          <HoldingFields firstHolderId={deposit.memberId} typed={typed} onChange={setTyped} problem={problem} />
        </>
      )}
    </ReasonDialog>
  );
}
