import type { CounterMember } from '../answers.ts';
import { Mark } from '../ui/marks.tsx';
import { useWords } from '../words.ts';

/** Said beside a photo or a signature that no second person has looked at. */
export function Unverified({ pictures }: { pictures: CounterMember['unverifiedPictures'] }) {
  const t = useWords();
  return pictures.map((kind) => (
    <Mark key={kind} look={{ colour: 'yellow', mark: '▲' }} words={t(`kyc.${kind}Unverified`)} />
  ));
}
