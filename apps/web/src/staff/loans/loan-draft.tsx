import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { LoanDraft, LoanDraftRequest } from '../../shared/answers.ts';
import { readTypedMoney } from '../../shared/format.ts';
import type { FoundMember } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const keyOf = (memberId: string) => ['loan-draft', memberId];

/** What the member, or a colleague with the member, has typed before and not asked. */
export function BegunBefore({ memberId, onGoOn }: { memberId: string; onGoOn: (draft: LoanDraft) => void }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const begun = useQuery({
    queryKey: keyOf(memberId),
    queryFn: () => client.get('/api/loan-draft', { query: { memberId } }),
  });
  const dropping = useMutation({
    mutationFn: () => client.delete('/api/loan-draft', { query: { memberId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(memberId) }),
  });
  const draft = begun.data?.draft ?? null;
  if (draft === null) return null;
  const amount = readTypedMoney(draft.amount, decimals);
  const who = { by: draft.savedBy, day: format.instant(draft.savedAt) };
  const isTold = amount.ok && draft.purpose !== '';
  return (
    <div className="stack">
      <Note>
        {isTold
          ? t('apply.begun', { ...who, amount: format.money(amount.text), purpose: draft.purpose })
          : t('apply.begunBare', who)}
      </Note>
      <ProblemNote error={dropping.error} />
      <div className="row">
        <Button variant="light" onClick={() => onGoOn(draft)}>
          {t('apply.goOn')}
        </Button>
        <Button variant="subtle" loading={dropping.isPending} onClick={() => dropping.mutate()}>
          {t('apply.drop')}
        </Button>
      </div>
    </div>
  );
}

/** For when the member has to fetch a paper first. */
export function KeepForLater({ draft }: { draft: LoanDraftRequest }) {
  const t = useWords();
  const keeping = useMutation({ mutationFn: () => client.put('/api/loan-draft', { body: draft }) });
  return (
    <div className="stack">
      <ProblemNote error={keeping.error} takesFocus />
      {keeping.isSuccess && <Note tone="good">{t('apply.kept')}</Note>}
      <div className="row">
        <Button variant="subtle" loading={keeping.isPending} onClick={() => keeping.mutate()}>
          {t('apply.keep')}
        </Button>
      </div>
    </div>
  );
}

/** By their numbers; whoever is not found any more is left out. */
export async function findMembers(numbers: readonly string[]): Promise<FoundMember[]> {
  const found = await Promise.all(
    numbers.map(async (q) => {
      const { items } = await client.get('/api/counter/members', { query: { q } });
      return items.filter(({ memberNumber }) => memberNumber === q);
    }),
  );
  return found.flat();
}
