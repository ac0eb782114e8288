import type { DepositHolding } from '../answers.ts';
import { Facts } from '../ui/facts.tsx';
import { MemberLink } from '../ui/member-link.tsx';
import { useWords } from '../words.ts';

/** Who holds the account beside its member, and who takes money out; nothing where the member is alone. */
export function HoldingFacts({ holding }: { holding: DepositHolding }) {
  const t = useWords();
  const { mode, holders, guardianName } = holding;
  if (mode === 'single') return null;
  return (
    <Facts
      columns={3}
      facts={[
        [t('holding.mode'), t(`holding.mode.${mode}`)],
        ...(guardianName === null ? [] : [[t('holding.guardian'), guardianName] as const]),
        ...holders
          .slice(1)
          .map(
            ({ memberId, name, memberNumber }) =>
              [
                t('holding.with'),
                <MemberLink key={memberId} id={memberId} name={name} number={memberNumber} />,
              ] as const,
          ),
      ]}
    />
  );
}
