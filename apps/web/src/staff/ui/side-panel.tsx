import type { ReactNode } from 'react';
import { openedLater } from './opened-later.tsx';

export interface SidePanelProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  side?: 'left' | 'right';
  size?: number | 'md' | 'lg';
  children: ReactNode;
}

/** A panel at the side of the page it belongs to. */
export const SidePanel = openedLater<SidePanelProps>(
  async () => (await import('./drawn-side-panel.tsx')).DrawnSidePanel,
);
