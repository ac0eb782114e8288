import { useSyncExternalStore } from 'react';
import { type LineState, lineState, onLineChange } from './line-state.ts';

export function useLineState(): LineState {
  return useSyncExternalStore(onLineChange, lineState, lineState);
}
