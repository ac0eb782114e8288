import { useCallback, useRef, useState } from 'react';
import type { AnswerOf, BodyOf, PathFor } from '../../shared/client.ts';
import { MoneyAct, newIdempotencyKey } from '../../shared/idempotency.ts';
import { societyKey } from '../society.tsx';
import { api, queryClient } from '../staff-api.ts';

// The life of every act that moves money: what it would do, doing it once, what it did. The key of the act stays the
// same while the same request is tried again, so a lost answer never becomes a second payment.

type Previewed<Answer> = Extract<Answer, { preview: true }>;
type Result<Answer> = Extract<Answer, { preview: false }>;

export interface MoneyActing<Request, Answer> {
  preview: Previewed<Answer> | undefined;
  result: Result<Answer> | undefined;
  error: unknown;
  isLooking: boolean;
  isDoing: boolean;
  /** Asks what the request would do. */
  look: (request: Request) => Promise<void>;
  /** Does what was looked at. */
  confirm: () => Promise<Result<Answer> | undefined>;
  /** What was typed has changed, so what was shown no longer holds. */
  forgetPreview: () => void;
  reset: () => void;
}

/** A way to send that keeps the act, with its key, beyond this page until it is answered for. */
export interface KeptSending<Request> {
  send: <Answer>(request: Request, ask: (key: string) => Promise<Answer>) => Promise<Answer>;
  /** The act in hand is not looked at any more. */
  release: () => void;
}

interface State<Request, Answer> {
  request?: Request;
  preview?: Previewed<Answer>;
  result?: Result<Answer>;
  error?: unknown;
  busy?: 'looking' | 'doing';
}

/** The paths of acts that can be looked at before they are done. */
type MoneyPath = {
  [Path in PathFor<'post'>]: [MoneyAnswer<Path>] extends [never] ? never : Path;
}[PathFor<'post'>];

/** What such an act answers; a path may do something without money too, which answers otherwise. */
export type MoneyAnswer<Path extends PathFor<'post'>> = Extract<AnswerOf<'post', Path>, { preview: boolean }>;

export function useMoneyAct<const Path extends MoneyPath>(
  path: Path,
  parameters: Readonly<Record<string, string | number>> = {},
  keeping?: KeptSending<BodyOf<'post', Path>>,
): MoneyActing<BodyOf<'post', Path>, MoneyAnswer<Path>> {
  type Request = BodyOf<'post', Path>;
  type Answer = MoneyAnswer<Path>;
  const [state, setState] = useState<State<Request, Answer>>({});
  const act = useRef(new MoneyAct());
  const turn = useRef(0);

  const look = async (request: Request): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    setState({ busy: 'looking' });
    try {
      const answer = await api.post<Answer>(path, {
        path: parameters,
        query: { preview: true },
        body: request,
        idempotencyKey: newIdempotencyKey(),
      });
      // Asked with preview=true the server answers nothing else.
      if (mine === turn.current) setState({ request, preview: answer as Previewed<Answer> });
    } catch (error) {
      if (mine === turn.current) setState({ error });
    }
  };

  const confirm = async (): Promise<Result<Answer> | undefined> => {
    const { request, preview, busy } = state;
    if (request === undefined || preview === undefined || busy === 'doing') return undefined;
    turn.current += 1;
    setState({ request, preview, busy: 'doing' });
    try {
      const ask = (idempotencyKey: string) =>
        api.post<Answer>(path, { path: parameters, body: request, idempotencyKey });
      const answer = await (keeping === undefined
        ? ask(act.current.keyFor({ path, parameters, request }))
        : keeping.send(request, ask));
      act.current.done();
      // Asked without preview the server answers what it did.
      const result = answer as Result<Answer>;
      setState({ result });
      void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== societyKey });
      return result;
    } catch (error) {
      setState({ request, preview, error });
      return undefined;
    }
  };

  const release = keeping?.release;
  const forgetPreview = useCallback(() => {
    turn.current += 1;
    release?.();
    setState((before) => (before.result === undefined && before.busy !== 'doing' ? {} : before));
  }, [release]);

  const reset = useCallback(() => {
    turn.current += 1;
    act.current.done();
    setState({});
  }, []);

  return {
    preview: state.preview,
    result: state.result,
    error: state.error,
    isLooking: state.busy === 'looking',
    isDoing: state.busy === 'doing',
    look,
    confirm,
    forgetPreview,
    reset,
  };
}
