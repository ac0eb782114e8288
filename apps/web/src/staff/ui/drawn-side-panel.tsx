import { Drawer } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useWords } from '../words.ts';
import { AskUnsaved } from './ask-unsaved.tsx';
import type { SidePanelProps } from './side-panel.tsx';
import { UnsavedGuard, UnsavedKeeper } from './unsaved.tsx';

export function DrawnSidePanel({ title, isOpen, onClose, side = 'right', size = 'md', children }: SidePanelProps) {
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
          isOpen
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
