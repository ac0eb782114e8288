import { ageOn, calendarDate, isCalendarDate } from '@kafal/core';
import { Button } from '@mantine/core';
import { useThisSociety } from '../society.tsx';
import { DayBox, TextBox } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';
import { newNominee, shareTotal, type TypedNominee } from './registration.ts';

const most = 5;
/** The society may set another age; the server knows it and asks for a guardian by itself then. */
const usualMajority = 18;

interface NomineeFieldsProps {
  nominees: readonly TypedNominee[];
  onChange: (nominees: TypedNominee[]) => void;
  problem: (path: string) => string | undefined;
}

export function NomineeFields({ nominees, onChange, problem }: NomineeFieldsProps) {
  const t = useWords();
  const { businessDate } = useThisSociety();
  const total = shareTotal(nominees);
  const set = (key: string, change: Partial<TypedNominee>) =>
    onChange(nominees.map((nominee) => (nominee.key === key ? { ...nominee, ...change } : nominee)));
  return (
    <Section title={t('nominee.title')}>
      <p className="quiet">{t('nominee.how')}</p>
      {nominees.map((nominee, index) => {
        const at = `nominees.${index}`;
        const isMinor =
          businessDate !== null &&
          isCalendarDate(nominee.dateOfBirth) &&
          nominee.dateOfBirth <= businessDate &&
          ageOn(nominee.dateOfBirth, calendarDate(businessDate)) < usualMajority;
        const asksGuardian = isMinor || nominee.guardianName !== '' || problem(`${at}.guardianName`) !== undefined;
        return (
          <fieldset key={nominee.key} className="nominee">
            <legend>{t('nominee.nth', { number: index + 1 })}</legend>
            <div className="form-grid">
              <TextBox
                label={t('nominee.name')}
                value={nominee.name}
                onChange={(name) => set(nominee.key, { name })}
                name={`${at}.name`}
                problem={problem(`${at}.name`)}
              />
              <TextBox
                label={t('nominee.relation')}
                value={nominee.relation}
                onChange={(relation) => set(nominee.key, { relation })}
                name={`${at}.relation`}
                problem={problem(`${at}.relation`)}
              />
              <DayBox
                label={t('member.dateOfBirth')}
                value={nominee.dateOfBirth}
                onChange={(dateOfBirth) => set(nominee.key, { dateOfBirth })}
                name={`${at}.dateOfBirth`}
                problem={problem(`${at}.dateOfBirth`)}
              />
              <TextBox
                label={t('nominee.share')}
                takesDigits
                maxLength={6}
                value={nominee.sharePercent}
                onChange={(sharePercent) => set(nominee.key, { sharePercent })}
                name={`${at}.sharePercent`}
                problem={problem(`${at}.sharePercent`) ?? problem(`${at}.share`)}
              />
              {asksGuardian && (
                <>
                  <TextBox
                    label={t('nominee.guardian')}
                    hint={t('nominee.guardianHow')}
                    value={nominee.guardianName}
                    onChange={(guardianName) => set(nominee.key, { guardianName })}
                    name={`${at}.guardianName`}
                    problem={problem(`${at}.guardianName`)}
                  />
                  <TextBox
                    label={t('nominee.guardianRelation')}
                    isOptional
                    value={nominee.guardianRelation}
                    onChange={(guardianRelation) => set(nominee.key, { guardianRelation })}
                    name={`${at}.guardianRelation`}
                    problem={problem(`${at}.guardianRelation`)}
                  />
                </>
              )}
            </div>
            {nominees.length > 1 && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => onChange(nominees.filter((one) => one.key !== nominee.key))}
              >
                {t('nominee.remove', { number: index + 1 })}
              </Button>
            )}
          </fieldset>
        );
      })}
      <div className="row">
        {nominees.length < most && (
          <Button size="compact-sm" onClick={() => onChange([...nominees, newNominee()])}>
            {t('nominee.add')}
          </Button>
        )}
        {total !== undefined && (
          <span role="status" className={total === '100.00' ? 'quiet' : 'field-problem'}>
            {t('nominee.total', { total })}
          </span>
        )}
      </div>
      {problem('nominees') !== undefined && <p className="field-problem">{problem('nominees')}</p>}
    </Section>
  );
}
