import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { useLineState } from '../../shared/use-line-state.ts';

// What is not seen before it is opened is not waited for either: its code comes when a page stands and nothing else is
// to do, or when it is opened sooner than that.

const wanted: (() => Promise<void>)[] = [];
let pageStands = false;

function fetchWhenIdle(): void {
  const fetchAll = () => void Promise.all(wanted.splice(0).map((fetchPart) => fetchPart()));
  // Not every browser tells when it has nothing to do.
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll);
  else setTimeout(fetchAll, 1_000);
}

/** Whatever may be opened on a page is fetched from now on before somebody opens it. */
export function fetchWhatOpens(): void {
  pageStands = true;
  fetchWhenIdle();
}

/** A part with an `isOpen`, which is nothing until it is opened for the first time. */
export function openedLater<Props extends { isOpen: boolean }>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  let Part: ComponentType<Props> | undefined;
  const fetchPart = () =>
    load().then(
      (loaded) => {
        Part = loaded;
      },
      // Without a line it is asked for again when it is opened, and when the line is back.
      () => undefined,
    );
  wanted.push(fetchPart);
  if (pageStands) fetchWhenIdle();
  return function OpenedLater(props) {
    const { isOpen } = props;
    const [, setTries] = useState(0);
    const { status } = useLineState();
    useEffect(() => {
      if (!isOpen || Part !== undefined || status === 'lost') return;
      void fetchPart().then(() => setTries((tries) => tries + 1));
    }, [isOpen, status]);
    return Part === undefined ? null : <Part {...props} />;
  };
}
