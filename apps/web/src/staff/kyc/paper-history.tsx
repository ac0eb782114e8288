import { useSocietyFormat } from '../society.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';
import { useMemberKyc } from './member-kyc.tsx';

/** What was rejected, and what was replaced. */
export function PaperHistory({ memberId }: { memberId: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { data } = useMemberKyc(memberId);
  const past = data?.papers.filter(({ status }) => status === 'refused' || status === 'replaced') ?? [];
  if (past.length === 0) return null;
  return (
    <Section title={t('kyc.history')}>
      <ul className="lines">
        {past.map(({ id, kind, name, addedAt, check, status }) => (
          <li key={id} className="line-row">
            <span>
              <strong>{t(`file.kind.${kind}`)}</strong> <span className="quiet small">{name}</span>
              {check?.state === 'rejected' && (
                <span className="block small">
                  {t('kyc.rejectedFor', { who: check.checkedBy ?? '', reason: check.note ?? '' })}
                </span>
              )}
              {status === 'replaced' && <span className="block small">{t('kyc.replacedOne')}</span>}
            </span>
            <span className="quiet small">{format.instant(addedAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
