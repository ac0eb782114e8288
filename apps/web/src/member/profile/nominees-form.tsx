import { type FormEvent, useState } from 'react';
import type { Member } from '../../shared/answers.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { emptyDraft, nomineeBodies, nomineeProblems } from '../application/application-draft.ts';
import { NomineesStep } from '../application/nominees-step.tsx';
import { useMemberText } from '../member-text.ts';
import { useThisSociety } from '../society.tsx';
import { useTyped } from '../typed.ts';
import { useChangeProfile } from './use-change-profile.ts';

/** The nominees as they should be, together 100 per cent; the office confirms them on a signed form. */
export function NomineesForm({ member, onDone }: { member: Member; onDone: () => void }) {
  const t = useMemberText();
  const society = useThisSociety();
  const [draft, change] = useTyped('nominees', () => ({
    ...emptyDraft,
    nominees: member.nominees.map(({ guardianName, guardianRelation, ...nominee }) => ({
      ...nominee,
      guardianName: guardianName ?? '',
      guardianRelation: guardianRelation ?? '',
    })),
  }));
  const [isChecked, setChecked] = useState(false);
  const act = useChangeProfile(member, onDone);
  const found = nomineeProblems(draft.nominees, society);
  const body = { nominees: nomineeBodies(draft.nominees, society) };
  const form = useContractForm('ChangeProfileBody', { ...body, version: member.version }, act.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(found).length === 0) void act.run(body);
  };
  const problem = (path: string) => {
    const key = isChecked || form.wasLeft(path) ? found[path] : undefined;
    return key === undefined ? form.problem(path) : t(key);
  };

  return (
    <form className="stack" onSubmit={submit} onBlur={form.leave} noValidate aria-labelledby="nominees-form">
      <h2 id="nominees-form">{t('profile.changeNominees')}</h2>
      <p className="quiet">{t('profile.nomineesHow')}</p>
      <ProblemNote error={act.error} takesFocus />
      <NomineesStep
        draft={draft}
        onChange={({ nominees = draft.nominees }) => change({ nominees: [...nominees] })}
        problem={problem}
        isCorrection={false}
      />
      <div className="row">
        <Button type="submit" look="filled" isBusy={act.isBusy}>
          {t('profile.sendRequest')}
        </Button>
        <Button onClick={onDone}>{t('act.cancel')}</Button>
      </div>
    </form>
  );
}
