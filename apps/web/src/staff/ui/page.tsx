import { type ReactNode, useEffect, useRef } from 'react';
import { Letterhead, PrintedBy } from '../../shared/ui/paper.tsx';
import { useSession } from '../session.ts';
import { useSocietyFormat, useSocietyName, useThisSociety } from '../society.tsx';

interface PageProps {
  /** The answer to the page's one question. */
  title: string;
  /** Where the page stands, above the title: a link back to the list it came from. */
  above?: ReactNode;
  /** A line under the title that says what is shown. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** Who signs it on paper. */
  signedBy?: readonly string[];
  children: ReactNode;
}

let pagesShown = 0;

export function Page({ title, above, lead, actions, signedBy, children }: PageProps) {
  const society = useThisSociety();
  const societyName = useSocietyName();
  const format = useSocietyFormat();
  const session = useSession();
  const reader = 'user' in session ? session.user.name : undefined;
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
      <Letterhead society={society} />
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
      {signedBy !== undefined && <SignatureLines signedBy={signedBy} />}
      <PrintedBy reader={reader} societyName={societyName} title={title} format={format} />
    </div>
  );
}

/** Room for names in ink, at the foot of a paper. */
export function SignatureLines({ signedBy }: { signedBy: readonly string[] }) {
  return (
    <ul className="signature-lines">
      {signedBy.map((who) => (
        <li key={who}>{who}</li>
      ))}
    </ul>
  );
}

interface SectionProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  id?: string;
  /** An act, which paper cannot do. */
  isOnScreenOnly?: boolean;
}

/** A part of a page: a heading over a hairline, space below. */
export function Section({ title, actions, children, id, isOnScreenOnly = false }: SectionProps) {
  return (
    <section className={isOnScreenOnly ? 'section no-print' : 'section'} aria-label={title} id={id}>
      <div className="section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
