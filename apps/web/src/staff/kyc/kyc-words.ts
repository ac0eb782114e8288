import type { Kyc } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { useWords } from '../words.ts';

type Wanted = Kyc['wanted'][number];

export const kycEvents = ['file.changed', 'paper.verified', 'paper.rejected'] as const;

export const kycLooks = {
  missing: { colour: 'red', mark: '✕' },
  expired: { colour: 'red', mark: '▲' },
  pending: { colour: 'yellow', mark: '◔' },
  expiring: { colour: 'yellow', mark: '▲' },
  verified: { colour: 'green', mark: '✓' },
  rejected: { colour: 'red', mark: '✕' },
} as const;

/** "Verified until 30 Nov 2029". */
export function useKycState(): (kyc: Pick<Kyc, 'state' | 'validUntil'>) => string {
  const t = useWords();
  const format = useSocietyFormat();
  return ({ state, validUntil }) => t(`kyc.state.${state}`, { day: validUntil === null ? '' : format.day(validUntil) });
}

/** What several papers prove is called by the paper that is named for it. */
const namedFor = ['identity_proof', 'address_proof', 'age_proof'] as const;

/** "Proof of identity: missing". */
export function useWantedWords(): (wanted: Wanted) => string {
  const name = usePapersName();
  const t = useWords();
  return ({ kinds, state }) => {
    const proof = namedFor.find((one) => kinds.includes(one));
    return `${proof === undefined ? name(kinds) : t(`paper.${proof}`)}: ${t(`kyc.is.${state}`)}`;
  };
}

export function usePapersName(): (kinds: Wanted['kinds']) => string {
  const t = useWords();
  return (kinds) => {
    const names = kinds.map((kind) => t(`paper.${kind}`)).reduce((one, other) => t('kyc.or', { one, other }));
    const proof = kinds.length > 1 ? namedFor.find((one) => kinds.includes(one)) : undefined;
    return proof === undefined ? names : `${t(`paper.${proof}`)}: ${names}`;
  };
}
