/** Wakes the relay of this process after a commit; other processes find the row at their next look. */
export interface OutboxSignal {
  wake: () => void;
  onWake(listener: () => void): void;
}

export function outboxSignal(): OutboxSignal {
  let listener: (() => void) | undefined;
  return {
    wake: () => listener?.(),
    onWake: (act) => {
      listener = act;
    },
  };
}
