import type { Member } from '../answers.ts';
import { AllotShares } from '../shares/allot-shares.tsx';
import { AllotmentList } from '../shares/allotment-list.tsx';
import { useSocietyFormat } from '../society.tsx';
import { Facts } from '../ui/facts.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useMemberShares } from './member-queries.ts';

export function MemberShares({ member }: { member: Member }) {
  const t = useWords();
  const format = useSocietyFormat();
  const holding = useMemberShares(member.id, true);
  return (
    <Answered query={holding}>
      {(shares) => (
        <Section title={t('share.title', { count: shares.shares })} actions={<AllotShares holding={shares} />}>
          <Facts
            columns={3}
            facts={[
              [t('share.folio'), shares.folio],
              [t('share.held'), `${format.count(shares.shares)} · ${format.money(shares.amount)}`],
              [t('member.sharesPending'), format.money(shares.pending)],
            ]}
          />
          <AllotmentList allotments={shares.allotments} />
        </Section>
      )}
    </Answered>
  );
}
