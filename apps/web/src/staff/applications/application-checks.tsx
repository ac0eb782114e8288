import { Link } from '@tanstack/react-router';
import { phoneText } from '../../shared/format.ts';
import type { Application } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { Mark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { useWords, type Words } from '../words.ts';

type Check = Application['checks'][number];

const looks = {
  good: { colour: 'green', mark: '✓' },
  look: { colour: 'yellow', mark: '▲' },
  bad: { colour: 'red', mark: '✕' },
} as const;

/** Each thing that was looked at: what was found, and whether it is in order. */
export function ApplicationChecks({ application }: { application: Application }) {
  const t = useWords();
  const open = application.checks.filter(({ result }) => result !== 'good').length;
  return (
    <Section title={open === 0 ? t('check.allGood') : t('check.open', { count: open })}>
      <ul className="checks">
        {application.checks.map((check) => (
          <li key={check.code}>
            <Mark look={looks[check.result]} words={t(`check.result.${check.result}`)} />
            <div className="check-words">
              <strong>{t(`check.${check.code}`)}</strong> <CheckValue check={check} />
              {check.detail !== null && <p>{check.detail}</p>}
              {check.missing.length > 0 && (
                <p>{t('file.missing', { papers: check.missing.map((kind) => t(`file.kind.${kind}`)).join(', ') })}</p>
              )}
              {check.members.length > 0 && (
                <p>
                  {check.members.map(({ id, memberNumber, name }) => (
                    <span key={id} className="check-member">
                      <Link to="/members/$id" params={{ id }}>
                        {name} · {memberNumber}
                      </Link>
                    </span>
                  ))}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function CheckValue({ check }: { check: Check }) {
  const t = useWords();
  const format = useSocietyFormat();
  if (check.value === null) return <span className="quiet">{t('check.notGiven')}</span>;
  if (check.code === 'dues') return <span>{format.money(check.value)}</span>;
  if (check.code === 'papers') return <span>{papersWords(check.value, t)}</span>;
  if (check.code === 'age') return <span>{t('check.years', { age: check.value })}</span>;
  if (check.code === 'phone') return <span>{phoneText(check.value)}</span>;
  return <span>{check.value}</span>;
}

/** "1 of 4 brought" of the contract's "1 / 4". */
function papersWords(value: string, t: Words): string {
  const [brought = '', wanted = ''] = value.split(' / ');
  return t('check.papersBrought', { brought, wanted });
}
