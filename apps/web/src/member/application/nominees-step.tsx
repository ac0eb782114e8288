import { toLatinDigits } from '@kafal/core';
import { useId } from 'react';
import { percentText } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { DateField } from '../../shared/ui/date-field.tsx';
import { FieldProblem, TextField } from '../../shared/ui/field.tsx';
import { useMemberText } from '../member-text.ts';
import { useThisSociety } from '../society.tsx';
import {
  emptyNominee,
  isMinor,
  mostNominees,
  type NomineeDraft,
  sharesTogether,
  shareText,
} from './application-draft.ts';
import type { StepProps } from './application-form.tsx';

export function NomineesStep({ draft, onChange, problem }: StepProps) {
  const t = useMemberText();
  const problemId = useId();
  const { nominees } = draft;
  const together = sharesTogether(nominees);
  const change = (index: number, changes: Partial<NomineeDraft>) =>
    onChange({ nominees: nominees.map((nominee, at) => (at === index ? { ...nominee, ...changes } : nominee)) });
  return (
    <>
      <p>{t('apply.nomineesWhy')}</p>
      {nominees.map((nominee, index) => (
        <NomineeFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a nominee has no other name yet, and rows are only added at the end.
          key={index}
          index={index}
          nominee={nominee}
          onChange={(changes) => change(index, changes)}
          problem={problem}
          {...(nominees.length > 1
            ? { onRemove: () => onChange({ nominees: nominees.filter((_, at) => at !== index) }) }
            : {})}
        />
      ))}
      <p role="status" className={together === 10_000 ? 'note note-good' : 'note note-warning'}>
        {t('apply.sharesTogether', { percent: percentText(shareText(together)) })}
      </p>
      <FieldProblem id={problemId} problem={problem('nominees')} />
      {nominees.length < mostNominees && (
        <Button
          onClick={() => onChange({ nominees: [...nominees, { ...emptyNominee, sharePercent: leftOver(together) }] })}
        >
          {t('apply.addNominee')}
        </Button>
      )}
    </>
  );
}

interface NomineeFieldsProps {
  index: number;
  nominee: NomineeDraft;
  onChange: (changes: Partial<NomineeDraft>) => void;
  onRemove?: () => void;
  problem: (path: string) => string | undefined;
}

function NomineeFields({ index, nominee, onChange, onRemove, problem }: NomineeFieldsProps) {
  const t = useMemberText();
  const { businessDate } = useThisSociety();
  const field = (name: keyof NomineeDraft) => {
    const path = `nominees.${index}.${name}`;
    return { name: path, problem: problem(path) };
  };
  return (
    <fieldset className="stack nominee">
      <legend className="nominee-title">{t('apply.nominee', { number: index + 1 })}</legend>
      <TextField
        label={t('apply.nomineeName')}
        autoComplete="off"
        maxLength={120}
        value={nominee.name}
        onChange={(name) => onChange({ name })}
        {...field('name')}
      />
      <TextField
        label={t('apply.nomineeRelation')}
        hint={t('apply.nomineeRelationHint')}
        autoComplete="off"
        maxLength={40}
        value={nominee.relation}
        onChange={(relation) => onChange({ relation })}
        {...field('relation')}
      />
      <DateField
        label={t('apply.dateOfBirth')}
        value={nominee.dateOfBirth}
        onChange={(dateOfBirth) => onChange({ dateOfBirth })}
        {...field('dateOfBirth')}
      />
      {isMinor(nominee, businessDate) && (
        <>
          <TextField
            label={t('apply.guardianName')}
            hint={t('apply.guardianHint')}
            autoComplete="off"
            maxLength={120}
            value={nominee.guardianName}
            onChange={(guardianName) => onChange({ guardianName })}
            {...field('guardianName')}
          />
          <TextField
            label={t('apply.guardianRelation')}
            isOptional
            autoComplete="off"
            maxLength={40}
            value={nominee.guardianRelation}
            onChange={(guardianRelation) => onChange({ guardianRelation })}
            {...field('guardianRelation')}
          />
        </>
      )}
      <TextField
        label={t('apply.nomineeShare')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={6}
        suffix={<span className="field-unit">%</span>}
        value={nominee.sharePercent}
        onChange={(sharePercent) => onChange({ sharePercent: toLatinDigits(sharePercent) })}
        {...field('sharePercent')}
      />
      {onRemove !== undefined && (
        <Button look="text" onClick={onRemove}>
          {t('apply.removeNominee', { number: index + 1 })}
        </Button>
      )}
    </fieldset>
  );
}

function leftOver(together: number): string {
  return together < 10_000 ? shareText(10_000 - together) : '';
}
