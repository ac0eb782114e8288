import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../session.ts';

/** To the journal entry, for whoever may read the books; plain words for the others. */
export function EntryLink({ id, children }: { id: string; children: ReactNode }) {
  const may = useMay();
  if (!may('books.read')) return <>{children}</>;
  return (
    <Link to="/transactions/$id" params={{ id }}>
      {children}
    </Link>
  );
}
