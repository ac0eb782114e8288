import { Button, Drawer } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useWords } from '../words.ts';
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
  isReady?: boolean;
  isDanger?: boolean;
  children: ReactNode;
}

/** One act with what it needs to know, beside the page it belongs to. A refusal keeps everything that was typed. */
export function ActDialog(props: ActDialogProps) {
  const { title, isOpen, onClose, act, onAct, isBusy, error, isReady = true, isDanger = false, children } = props;
  const t = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && isReady) onAct();
  };
  return (
    <SidePanel title={title} isOpen={isOpen} onClose={onClose}>
      <form onSubmit={submit} className="stack" noValidate>
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
      </form>
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
  return (
    <Drawer.Root opened={isOpen} onClose={onClose} position={side} size={size}>
      <Drawer.Overlay backgroundOpacity={0.35} />
      <Drawer.Content className="side-panel">
        {/* Not the library's own head, whose element would be a second banner of the page. */}
        <div className="side-panel-head">
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('act.close')} />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
