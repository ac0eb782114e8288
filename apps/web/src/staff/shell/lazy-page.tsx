import { type ComponentType, type ReactNode, startTransition, useCallback, useEffect, useState } from 'react';
import { LineLostError } from '../../shared/problem.ts';
import { useLineState } from '../../shared/use-line-state.ts';
import { Waiting } from '../ui/states.tsx';
import { RouteFailure } from './route-failure.tsx';

/**
 * A page whose code is fetched when it is first opened. With the line lost it says so and tries again by itself when
 * the line is back; nothing is reloaded, so nothing that was typed elsewhere is lost.
 */
export function lazyPage<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): () => ReactNode {
  let loaded: ComponentType | undefined;
  return function LazyPage() {
    const [, setLoaded] = useState(loaded !== undefined);
    const [error, setError] = useState<unknown>(undefined);
    const { status } = useLineState();
    const fetchPage = useCallback(() => {
      setError(undefined);
      load().then(
        (module) => {
          loaded = module[name];
          // A page is drawn in small pieces, between which the one before it answers.
          startTransition(() => setLoaded(true));
        },
        (cause: unknown) => setError(new LineLostError('The code of a page did not arrive.', { cause })),
      );
    }, []);
    useEffect(() => {
      if (loaded === undefined) fetchPage();
    }, [fetchPage]);
    useEffect(() => {
      if (status === 'live' && loaded === undefined && error !== undefined) fetchPage();
    }, [status, error, fetchPage]);
    if (loaded === undefined) {
      return error === undefined ? <Waiting lines={8} /> : <RouteFailure error={error} reset={fetchPage} />;
    }
    const Page = loaded;
    return <Page />;
  };
}
