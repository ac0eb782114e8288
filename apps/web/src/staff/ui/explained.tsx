import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Explanation } from '../answers.ts';
import { ExplanationTable } from './explanation-table.tsx';
import { SidePanel } from './side-panel.tsx';
import { Answered } from './states.tsx';

interface ExplainedProps {
  /** What the drawer is called: "How this balance came about". */
  title: string;
  queryKey: readonly string[];
  explain: () => Promise<Explanation>;
  children: ReactNode;
}

/** A figure that opens: a dotted line under it means "show me why". */
export function Explained({ title, queryKey, explain, children }: ExplainedProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="explained" title={title} onClick={() => setOpen(true)}>
        {children}
      </button>
      <SidePanel title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        {isOpen && <ExplanationOf queryKey={queryKey} explain={explain} />}
      </SidePanel>
    </>
  );
}

function ExplanationOf({ queryKey, explain }: Pick<ExplainedProps, 'queryKey' | 'explain'>) {
  const explanation = useQuery({ queryKey, queryFn: explain });
  return <Answered query={explanation}>{(how) => <ExplanationTable explanation={how} />}</Answered>;
}
