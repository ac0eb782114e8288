import { isJointMode, OPERATING_MODES } from '@kafal/core';
import { Button } from '@mantine/core';
import { useRef } from 'react';
import { ChoiceBox, TextBox } from '../ui/fields.tsx';
import { MemberFinder } from '../ui/member-finder.tsx';
import { useWords } from '../words.ts';
import type { TypedHolding } from './use-holding.ts';

const MOST_OTHERS = 3;

interface HoldingFieldsProps {
  firstHolderId: string;
  typed: TypedHolding;
  onChange: (typed: TypedHolding) => void;
  problem: (field: string) => string | undefined;
}

/** Who operates an account, and with whom the member holds it. */
export function HoldingFields({ firstHolderId, typed, onChange, problem }: HoldingFieldsProps) {
  const t = useWords();
  const finder = useRef<HTMLInputElement>(null);
  const { mode, others, guardian } = typed;
  return (
    <>
      <ChoiceBox
        label={t('holding.mode')}
        hint={t(`holding.how.${mode}`)}
        name="mode"
        value={mode}
        choices={OPERATING_MODES.map((value) => ({ value, label: t(`holding.mode.${value}`) }))}
        onChange={(value) => value !== '' && onChange({ ...typed, mode: value })}
        problem={problem('mode')}
      />
      {mode === 'guardian' && (
        <TextBox
          label={t('holding.guardian')}
          maxLength={120}
          name="guardianName"
          value={guardian}
          onChange={(value) => onChange({ ...typed, guardian: value })}
          problem={problem('guardianName')}
        />
      )}
      {isJointMode(mode) && (
        <>
          {others.map((holder) => (
            <p key={holder.id} className="row row-apart">
              <span>
                {holder.name} <span className="quiet">{holder.memberNumber}</span>
              </span>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => onChange({ ...typed, others: others.filter(({ id }) => id !== holder.id) })}
              >
                {t('holding.remove', { name: holder.name })}
              </Button>
            </p>
          ))}
          {others.length < MOST_OTHERS && (
            <MemberFinder
              label={t('holding.find')}
              inputRef={finder}
              onChoose={(member) => {
                const isThere = member.id === firstHolderId || others.some(({ id }) => id === member.id);
                if (!isThere) onChange({ ...typed, others: [...others, member] });
              }}
            />
          )}
          {problem('memberIds') !== undefined && <p className="field-problem">{problem('memberIds')}</p>}
        </>
      )}
    </>
  );
}
