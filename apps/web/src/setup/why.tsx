import { useSetupText } from './setup-text.ts';

interface WhyProps {
  /** Why this is proposed. */
  text: string;
  /** Still the preset's value, or changed by hand. */
  isProposal: boolean;
}

/** Beside every proposed value: why it stands there, and whether it is still the proposal. */
export function Why({ text, isProposal }: WhyProps) {
  const t = useSetupText();
  return (
    <span className="why">
      <span className={isProposal ? 'why-mark' : 'why-mark why-changed'}>
        {isProposal ? t('why.proposed') : t('why.changed')}
      </span>{' '}
      {text}
    </span>
  );
}
