import { Button, Drawer } from '@mantine/core';
import { type FormEvent, type ReactNode, useCallback, useState } from 'react';
import type { ContractForm } from '../../shared/use-contract-form.ts';
import { useWords } from '../words.ts';
import { Form } from './form.tsx';
import { ProblemNote } from './states.tsx';
import { AskUnsaved, UnsavedGuard, UnsavedKeeper } from './unsaved.tsx';

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

interface SidePanelProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  side?: 'left' | 'right';
  size?: number | 'md' | 'lg';
  children: ReactNode;
}

export function SidePanel({ title, isOpen, onClose, side = 'right', size = 'md', children }: SidePanelProps) {
  const t = useWords();
  const [unsaved, setUnsaved] = useState(0);
  const keep = useCallback((change: 1 | -1) => setUnsaved((before) => before + change), []);
  const isUnsaved = unsaved > 0;
  const [isAsked, setAsked] = useState(false);
  const close = () => (isUnsaved ? setAsked(true) : onClose());
  return (
    <>
      <Drawer.Root opened={isOpen} onClose={close} closeOnEscape={!isAsked} position={side} size={size}>
        <Drawer.Overlay backgroundOpacity={0.35} />
        <Drawer.Content className="side-panel">
          {/* Not the library's own head, whose element would be a second banner of the page. */}
          <div className="side-panel-head">
            <Drawer.Title>{title}</Drawer.Title>
            <Drawer.CloseButton aria-label={t('act.close')} />
          </div>
          <Drawer.Body>
            <UnsavedKeeper value={keep}>{children}</UnsavedKeeper>
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
      <UnsavedGuard isUnsaved={isUnsaved && isOpen} />
      {isAsked && (
        <AskUnsaved
          onStay={() => setAsked(false)}
          onLeave={() => {
            setAsked(false);
            onClose();
          }}
        />
      )}
    </>
  );
}
