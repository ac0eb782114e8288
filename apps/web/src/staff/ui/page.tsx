import { type ReactNode, useEffect, useRef } from 'react';
import { useSocietyName } from '../society.tsx';
import { Letterhead, PrintedBy } from './letterhead.tsx';

interface PageProps {
  /** The answer to the page's one question. */
  title: string;
  /** Where the page stands, above the title: a link back to the list it came from. */
  above?: ReactNode;
  /** A line under the title that says what is shown. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

let pagesShown = 0;

export function Page({ title, above, lead, actions, children }: PageProps) {
  const societyName = useSocietyName();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${societyName}`;
  }, [title, societyName]);
  useEffect(() => {
    // After a move to another page a screen reader begins at its title; the very first page keeps the browser's place.
    pagesShown += 1;
    const isFree = document.activeElement === document.body || document.activeElement?.closest('[data-shell]') !== null;
    if (pagesShown > 1 && isFree) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="page">
      <Letterhead />
      <header className="page-head">
        <div className="page-head-words">
          {above !== undefined && <p className="page-above">{above}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className="page-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
      <PrintedBy />
    </div>
  );
}

interface SectionProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  id?: string;
}

/** A part of a page: a heading over a hairline, space below. */
export function Section({ title, actions, children, id }: SectionProps) {
  return (
    <section className="section" aria-label={title} id={id}>
      <div className="section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
