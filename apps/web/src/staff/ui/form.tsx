import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { ContractForm } from '../../shared/use-contract-form.ts';
import { UnsavedGuard, useUnsavedKeeper } from './unsaved.tsx';

interface FormProps {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Asks the server's own schema as fields are left. What such a form holds is not left by mistake either. */
  checking?: ContractForm | undefined;
  /** What was typed outlives the page, so only closing the tab would lose it; or outlives the tab too. */
  kept?: 'in-memory' | 'on-machine';
  /** The last answer: what was typed before it is not unsaved any more. */
  saved?: unknown;
  className?: string;
  children: ReactNode;
}

/** The form of every staff screen. */
export function Form({ onSubmit, checking, kept, saved, className = 'stack', children }: FormProps) {
  const [typed, setTyped] = useState<{ after: unknown }>();
  const keeper = useUnsavedKeeper();
  const isUnsaved = checking !== undefined && kept !== 'on-machine' && typed !== undefined && typed.after === saved;
  useEffect(() => {
    if (keeper === undefined || !isUnsaved) return;
    keeper(1);
    return () => keeper(-1);
  }, [keeper, isUnsaved]);
  return (
    <form
      onSubmit={onSubmit}
      onBlur={checking?.leave}
      onChange={() => setTyped({ after: saved })}
      className={className}
      noValidate
    >
      {keeper === undefined && <UnsavedGuard isUnsaved={isUnsaved} isInMemory={kept === 'in-memory'} />}
      {children}
    </form>
  );
}
