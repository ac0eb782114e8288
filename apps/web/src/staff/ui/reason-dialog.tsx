import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import { type BodyName, type ContractForm, useContractForm } from '../../shared/use-contract-form.ts';
import { queryClient } from '../staff-api.ts';
import { useWords } from '../words.ts';
import { ActDialog } from './act-dialog.tsx';
import { LongTextBox } from './fields.tsx';

const fewestLetters = 5;

interface ReasonDialogProps<Asked extends object> {
  title: string;
  act: string;
  /** Told when it is done. */
  done: string;
  /** The schema of what is sent. */
  bodyName: BodyName;
  /** What is sent beside the reason. */
  asked: Asked;
  isReady?: boolean;
  isDanger?: boolean;
  onAsk: (body: Asked & { reason: string }) => Promise<unknown>;
  onClose: () => void;
  /** Above the reason. */
  children: ReactNode | ((problem: ContractForm['problem']) => ReactNode);
}

/** An act that wants a reason, which stays in the audit log. */
export function ReasonDialog<Asked extends object>(props: ReasonDialogProps<Asked>) {
  const { title, act, done, bodyName, asked, isReady = true, isDanger = false, onAsk, onClose, children } = props;
  const t = useWords();
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  const body = { ...asked, reason };
  const asking = useMutation({
    mutationFn: () => onAsk(body),
    onSuccess: async () => {
      showToast(done);
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm(bodyName, body, asking.error);
  return (
    <ActDialog
      title={title}
      isOpen
      onClose={onClose}
      act={act}
      onAct={() => asking.mutate()}
      isBusy={asking.isPending}
      isReady={isReady && reason.length >= fewestLetters}
      isDanger={isDanger}
      error={asking.error}
      checking={checking}
    >
      {typeof children === 'function' ? children(checking.problem) : children}
      <LongTextBox
        label={t('act.reason')}
        hint={t('act.reasonHow')}
        maxLength={200}
        name="reason"
        value={typed}
        onChange={setTyped}
        problem={checking.problem('reason')}
      />
    </ActDialog>
  );
}
