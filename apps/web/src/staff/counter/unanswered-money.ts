import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { type Unanswered, UnansweredActs } from '../../shared/unanswered-acts.ts';
import type {
  CounterMember,
  OpenDepositRequest,
  TakeReceiptRequest,
  TransferRequest,
  WithdrawRequest,
} from '../answers.ts';
import { useStaffUser } from '../session.ts';
import { useThisSociety } from '../society.tsx';
import type { KeptSending } from '../ui/use-money-act.ts';

// Acts of the counter that nobody answered for, each with what its cashier knows it by. They outlive the page and a
// log-out, because the cash lies in the drawer all the same; they are shown to the one who sent them alone. A reversal
// needs none of this: an entry is reversed once, whoever asks.

interface About {
  memberId: string;
  memberNumber: string;
  name: string;
  amount: string;
}

export type CounterAct = { about: About } & (
  | { kind: 'receipt'; request: TakeReceiptRequest }
  | { kind: 'withdrawal'; depositId: string; request: WithdrawRequest }
  | { kind: 'transfer'; depositId: string; request: TransferRequest }
  | { kind: 'opening'; request: OpenDepositRequest }
);

export type UnansweredAct = Unanswered<CounterAct>;

const kept = new UnansweredActs<CounterAct>('counter');
/** What a desk of this page has in hand, and can send again by itself. */
const inHand = new Set<string>();
const listeners = new Set<() => void>();

export function aboutMoney(person: Pick<CounterMember, 'id' | 'memberNumber' | 'name'>, amount: string): About {
  return { memberId: person.id, memberNumber: person.memberNumber, name: person.name, amount };
}

/** The oldest one that no desk has in hand. */
export function useUnansweredAct(): UnansweredAct | undefined {
  const owner = useOwner();
  // As text, which stays the same as long as it says the same.
  const first = useSyncExternalStore(listen, () => {
    const act = kept.of(owner).find((one) => !inHand.has(JSON.stringify(one.act)));
    return act === undefined ? '' : JSON.stringify(act);
  });
  // Written a line above.
  return first === '' ? undefined : (JSON.parse(first) as UnansweredAct);
}

export function useAskAgain(): {
  send: <Answer>(act: CounterAct, send: (key: string) => Promise<Answer>) => Promise<Answer>;
  /** Whether nobody said yet what became of it. */
  isKept: (act: UnansweredAct) => boolean;
  letGo: (act: UnansweredAct) => void;
} {
  const owner = useOwner();
  return {
    send: (act, send) => kept.sendOnce(owner, act, send).finally(tell),
    isKept: ({ key }) => kept.of(owner).some((one) => one.key === key),
    letGo: ({ key }) => {
      kept.forget(owner, key);
      tell();
    },
  };
}

/** How a desk sends. What it has in hand when it is left, or turns to something else, is asked for by the counter. */
export function useKeptSending<Request>(actOf: (request: Request) => CounterAct): KeptSending<Request> {
  const owner = useOwner();
  const held = useRef('');
  const isOnTheWay = useRef(false);
  const isLeft = useRef(false);

  const release = useCallback(() => {
    if (isOnTheWay.current || !inHand.delete(held.current)) return;
    held.current = '';
    tell();
  }, []);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
      release();
    };
  }, [release]);

  const send = async <Answer>(request: Request, ask: (key: string) => Promise<Answer>): Promise<Answer> => {
    const act = actOf(request);
    release();
    held.current = JSON.stringify(act);
    inHand.add(held.current);
    isOnTheWay.current = true;
    try {
      const answer = await kept.sendOnce(owner, act, ask);
      isOnTheWay.current = false;
      release();
      return answer;
    } finally {
      isOnTheWay.current = false;
      if (isLeft.current) release();
    }
  };
  return { send, release };
}

function useOwner(): string {
  const { id } = useStaffUser();
  const { registrationNumber } = useThisSociety();
  return `${registrationNumber ?? ''} ${id}`;
}

function tell(): void {
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
