import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { Letterhead, PrintedBy } from '../shared/ui/paper.tsx';
import { useMemberText } from './member-text.ts';
import { useSession } from './session.ts';
import { useSocietyFormat, useSocietyName, useThisSociety } from './society.tsx';

interface PageProps {
  /** The page's answer or question in words; also the title of the window. */
  title: string;
  /** Where "Back" leads; absent on the first page. */
  backTo?: string;
  children: ReactNode;
}

/** The page shown last; what the browser opens first keeps its own focus. */
let shownLast: string | undefined;

/** One page of one column. Moving to it moves the reader there too: to the top, with the title in focus. */
export function Page({ title, backTo, children }: PageProps) {
  const t = useMemberText();
  const society = useThisSociety();
  const societyName = useSocietyName();
  const format = useSocietyFormat();
  const session = useSession();
  const reader =
    session.state === 'in' ? [session.user.name, session.user.memberNumber].filter(Boolean).join(' · ') : undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = societyName === '' ? title : `${title} · ${societyName}`;
  }, [title, societyName]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is entered once; its title may change while it is shown.
  useEffect(() => {
    const shownNow = `${location.pathname} ${title}`;
    if (shownLast !== undefined && shownLast !== shownNow) {
      heading.current?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
    shownLast = shownNow;
  }, []);
  return (
    <main className="page stack stack-wide" id="content">
      <Letterhead society={society} />
      <div className="page-head">
        {backTo !== undefined && (
          <Link href={backTo} className="back-link">
            <span aria-hidden="true">←</span> {t('act.back')}
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </div>
      {children}
      <PrintedBy reader={reader} societyName={societyName} title={title} format={format} />
    </main>
  );
}

/** A page whose heading is the step of a form; the window still says what the form is for. */
export function FormPage({ title, children }: { title: string; children: ReactNode }) {
  const societyName = useSocietyName();
  useEffect(() => {
    document.title = societyName === '' ? title : `${title} · ${societyName}`;
  }, [title, societyName]);
  return (
    <main className="page" id="content">
      {children}
    </main>
  );
}
