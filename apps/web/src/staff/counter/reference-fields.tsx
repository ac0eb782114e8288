import { DayBox, TextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';

export type ReferencedMode = 'cheque' | 'bank' | 'upi';

export interface TypedReference {
  reference: string;
  referenceOn: string;
  drawnOn: string;
}
export const noReference: TypedReference = { reference: '', referenceOn: '', drawnOn: '' };

/** As much of it as is typed, or nothing while something is missing. */
export function referenceRequest(mode: ReferencedMode, { reference, referenceOn, drawnOn }: TypedReference) {
  if (reference.trim() === '' || (mode === 'cheque' && drawnOn.trim() === '')) return undefined;
  return {
    reference: reference.trim(),
    ...(referenceOn === '' ? {} : { referenceOn }),
    ...(mode === 'cheque' ? { drawnOn: drawnOn.trim() } : {}),
  };
}

interface ReferenceFieldsProps {
  mode: ReferencedMode;
  typed: TypedReference;
  onChange: (change: Partial<TypedReference>) => void;
  problem: (field: keyof TypedReference) => string | undefined;
}

/** What proves money that is not cash: its number counts once. */
export function ReferenceFields({ mode, typed, onChange, problem }: ReferenceFieldsProps) {
  const t = useWords();
  return (
    <>
      <TextBox
        label={t(`counter.reference.${mode}`)}
        hint={t('counter.referenceHow')}
        takesDigits
        maxLength={64}
        value={typed.reference}
        onChange={(reference) => onChange({ reference })}
        problem={problem('reference')}
      />
      <DayBox
        label={t('counter.referenceOn')}
        isOptional
        value={typed.referenceOn}
        onChange={(referenceOn) => onChange({ referenceOn })}
        problem={problem('referenceOn')}
      />
      {mode === 'cheque' && (
        <TextBox
          label={t('counter.drawnOn')}
          hint={t('counter.drawnOnHow')}
          maxLength={80}
          value={typed.drawnOn}
          onChange={(drawnOn) => onChange({ drawnOn })}
          problem={problem('drawnOn')}
        />
      )}
    </>
  );
}
