import { percentText } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { CheckField } from '../../shared/ui/field.tsx';
import { useMemberText } from '../member-text.ts';
import { useSocietyFormat, useSocietyName } from '../society.tsx';
import { type Step, shareOf, shareText } from './application-draft.ts';
import type { StepProps } from './application-form.tsx';
import { Picture } from './photo-step.tsx';

/** Everything once more before it is sent; each part leads back to its screen. */
export function ReviewStep({
  draft,
  onChange,
  problem,
  isCorrection,
  onStep,
}: StepProps & { onStep: (step: Step) => void }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const societyName = useSocietyName();
  const part = (step: Step, facts: readonly (readonly [string, string])[]) => (
    <section className="stack" aria-label={t(`apply.step.${step}`)}>
      <div className="row row-apart">
        <h2>{t(`apply.step.${step}`)}</h2>
        <Button
          look="text"
          aria-label={`${t('apply.change')}: ${t(`apply.step.${step}`)}`}
          onClick={() => onStep(step)}
        >
          {t('apply.change')}
        </Button>
      </div>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
  // A correction without a new photo leaves the one that was sent before.
  const photoWord = draft.photo !== undefined ? t('photo.ready') : isCorrection ? '' : t('photo.none');
  const genders = { female: t('apply.female'), male: t('apply.male'), other: t('apply.otherGender'), '': '' };
  return (
    <>
      {part('identity', [
        [t('apply.name'), draft.name],
        [t('apply.nameLocal'), draft.nameLocal],
        [t('apply.dateOfBirth'), draft.dateOfBirth === '' ? '' : format.day(draft.dateOfBirth)],
        [t('apply.gender'), genders[draft.gender]],
        [t('apply.parentOrSpouse'), draft.parentOrSpouseName],
        [t('apply.phone'), draft.phone],
        [t('apply.email'), draft.email],
        [t('apply.pan'), draft.pan],
        [t('apply.aadhaar'), draft.aadhaar === '' ? '' : `XXXX XXXX ${draft.aadhaar.replace(/\s/g, '').slice(-4)}`],
      ])}
      {part('address', [
        [t('apply.addressLine'), draft.addressLine],
        [t('apply.locality'), draft.locality],
        [t('apply.district'), draft.district],
        [t('apply.state'), draft.state],
        [t('apply.postalCode'), draft.postalCode],
      ])}
      {part('work', [
        [t('apply.occupation'), draft.occupation],
        [t('apply.accountType'), draft.accountType === 'savings' ? t('apply.accountSavings') : t('apply.accountNone')],
      ])}
      {part(
        'nominees',
        draft.nominees.map((nominee, index) => [
          t('apply.nominee', { number: index + 1 }),
          `${nominee.name} · ${nominee.relation} · ${percentText(shareText(shareOf(nominee.sharePercent) ?? 0))}`,
        ]),
      )}
      {part('photo', [[t('photo.yours'), photoWord]])}
      {draft.photo !== undefined && <Picture picture={draft.photo} alt={t('photo.yours')} />}
      {!isCorrection && (
        <CheckField
          label={t('apply.consent', { society: societyName })}
          isChecked={draft.hasConsent}
          onChange={(hasConsent) => onChange({ hasConsent })}
          problem={problem('consent')}
        />
      )}
    </>
  );
}
