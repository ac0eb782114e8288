import { useCallback, useEffect, useRef, useState } from 'react';

export interface Act<Input, Answer> {
  /** Does it once; resolves to undefined when it was refused, and `error` says why. */
  run: (input: Input) => Promise<Answer | undefined>;
  isBusy: boolean;
  error: unknown;
  clear: () => void;
}

/** Something the reader does with a button: busy while it runs, its refusal kept until the next try. */
export function useAct<Input, Answer>(act: (input: Input) => Promise<Answer>): Act<Input, Answer> {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const isRunning = useRef(false);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });

  const run = useCallback(async (input: Input): Promise<Answer | undefined> => {
    if (isRunning.current) return undefined;
    isRunning.current = true;
    setBusy(true);
    setError(undefined);
    try {
      return await latest.current(input);
    } catch (refusal) {
      setError(refusal);
      return undefined;
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  }, []);

  const clear = useCallback(() => setError(undefined), []);
  return { run, isBusy, error, clear };
}
