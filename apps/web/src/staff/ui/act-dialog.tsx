import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { ContractForm } from '../../shared/use-contract-form.ts';
import { useWords } from '../words.ts';
import { Form } from './form.tsx';
import { SidePanel } from './side-panel.tsx';
import { ProblemNote } from './states.tsx';

interface ActDialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** The words on the one filled button; it says what will happen. */
  act: string;
  onAct: () => void;
  isBusy: boolean;
  error: unknown;
  checking?: ContractForm;
  isReady?: boolean;
  isDanger?: boolean;
  children: ReactNode;
}

/** One act with what it needs to know, beside the page it belongs to. A refusal keeps everything that was typed. */
export function ActDialog(props: ActDialogProps) {
  const {
    title,
    isOpen,
    onClose,
    act,
    onAct,
    isBusy,
    error,
    checking,
    isReady = true,
    isDanger = false,
    children,
  } = props;
  const t = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && isReady) onAct();
  };
  return (
    <SidePanel title={title} isOpen={isOpen} onClose={onClose}>
      <Form onSubmit={submit} checking={checking}>
        {children}
        <ProblemNote error={error} takesFocus />
        <div className="row">
          <Button
            type="submit"
            variant="filled"
            color={isDanger ? 'red' : 'berry'}
            loading={isBusy}
            disabled={!isReady}
          >
            {act}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('act.cancel')}
          </Button>
        </div>
      </Form>
    </SidePanel>
  );
}
