import { RELATIONS } from '@kafal/core';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { FoundMember, Member } from '../answers.ts';
import { useMay } from '../session.ts';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox } from '../ui/fields.tsx';
import { MemberFinder } from '../ui/member-finder.tsx';
import { MemberLink } from '../ui/member-link.tsx';
import { Section } from '../ui/page.tsx';
import { Answered, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** Whom the member belongs to: neither decides on a loan of the other. */
export function NamedRelatives({ member }: { member: Pick<Member, 'id' | 'name'> }) {
  const t = useWords();
  const may = useMay();
  const query = useQuery({
    queryKey: ['relatives', member.id],
    queryFn: () => client.get('/api/members/{id}/relatives', { path: { id: member.id } }),
  });
  const takingBack = useMutation({
    mutationFn: (relativeId: string) =>
      client.delete('/api/members/{id}/relatives/{relativeId}', { path: { id: member.id, relativeId } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <Section title={t('relatives.title')}>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('relatives.none')}</p>
          ) : (
            <ul className="lines">
              {items.map(({ memberId, memberName, memberNumber, relation }) => (
                <li key={memberId} className="line-row">
                  <span>
                    <MemberLink id={memberId} name={memberName} number={memberNumber} />{' '}
                    <span className="quiet">{t(`relatives.kind.${relation}`)}</span>
                  </span>
                  {may('loan.apply') && (
                    <Button
                      variant="subtle"
                      color="gray"
                      size="compact-sm"
                      loading={takingBack.isPending && takingBack.variables === memberId}
                      aria-label={t('relatives.awayOf', { name: memberName })}
                      onClick={() => takingBack.mutate(memberId)}
                    >
                      {t('relatives.away')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <ProblemNote error={takingBack.error} />
      {may('loan.apply') && (
        <div className="row">
          <NameRelative member={member} />
        </div>
      )}
    </Section>
  );
}

function NameRelative({ member }: { member: Pick<Member, 'id' | 'name'> }) {
  const t = useWords();
  const finder = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [relative, setRelative] = useState<FoundMember>();
  const [relation, setRelation] = useState<(typeof RELATIONS)[number] | ''>('');
  const body = { memberNumber: relative?.memberNumber ?? '', relation: relation === '' ? undefined : relation };
  const naming = useMutation({
    mutationFn: () =>
      client.post('/api/members/{id}/relatives', {
        path: { id: member.id },
        body: { memberNumber: body.memberNumber, relation: body.relation ?? 'other' },
      }),
    onSuccess: async () => {
      setOpen(false);
      setRelative(undefined);
      setRelation('');
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('NameRelativeBody', body, naming.error);
  return (
    <>
      <Button size="compact-sm" onClick={() => setOpen(true)}>
        {t('relatives.name')}
      </Button>
      <ActDialog
        title={t('relatives.nameTitle', { name: member.name })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('relatives.nameNow')}
        onAct={() => naming.mutate()}
        isBusy={naming.isPending}
        isReady={relative !== undefined && relation !== ''}
        error={naming.error}
        checking={checking}
      >
        <p>{t('relatives.how')}</p>
        {relative === undefined ? (
          <MemberFinder label={t('relatives.find')} inputRef={finder} onChoose={setRelative} />
        ) : (
          <div className="row">
            <strong>
              {relative.name} · {relative.memberNumber}
            </strong>
            <Button variant="subtle" onClick={() => setRelative(undefined)}>
              {t('apply.change')}
            </Button>
          </div>
        )}
        <ChoiceBox
          label={t('relatives.relation')}
          name="relation"
          value={relation}
          choices={[
            { value: '' as const, label: '' },
            ...RELATIONS.map((one) => ({ value: one, label: t(`relatives.kind.${one}`) })),
          ]}
          onChange={setRelation}
          problem={checking.problem('relation')}
        />
      </ActDialog>
    </>
  );
}
