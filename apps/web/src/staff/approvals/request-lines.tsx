import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Approval } from '../answers.ts';
import { client } from '../staff-api.ts';
import { isAmountText, useRuleValue, useShownDays } from '../ui/shown-value.ts';
import { Answered } from '../ui/states.tsx';
import { StoredPicture } from '../ui/stored-picture.tsx';
import { useWords } from '../words.ts';

export const useApproval = (id: string, isWanted = true) =>
  useQuery({
    queryKey: ['approval', id],
    queryFn: () => client.get('/api/approvals/{id}', { path: { id } }),
    enabled: isWanted,
  });

/** What a yes would change, opened beside the row it is decided in. */
export function RequestLines({ id }: { id: string }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const approval = useApproval(id, isOpen);
  return (
    <details className="request-lines" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('approval.lines')}</summary>
      {isOpen && (
        <Answered query={approval}>
          {(request) =>
            request.lines.length === 0 ? (
              <p className="quiet">{t('decide.noLines')}</p>
            ) : (
              <ApprovalLines approval={request} />
            )
          }
        </Answered>
      )}
    </details>
  );
}

/** What is there now, and what would be there after a yes. */
export function ApprovalLines({ approval }: { approval: Approval }) {
  const t = useWords();
  const shown = useRuleValue();
  const shownDays = useShownDays();
  const hasBefore = approval.lines.some((line) => line.before !== null || line.afterFileId !== undefined);
  const areAmounts = !hasBefore && approval.lines.every(({ after }) => isAmountText(after));
  return (
    <table className="table table-plain request-table narrow-wide">
      <caption className="visually-hidden">{t('approval.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('approval.field')}</th>
          {hasBefore && <th scope="col">{t('status.beforeHead')}</th>}
          <th scope="col" className={areAmounts ? 'number' : undefined}>
            {t(hasBefore ? 'status.afterHead' : 'approval.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {approval.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a request never move.
          <tr key={index}>
            <th scope="row">{shownDays(line.label)}</th>
            {line.afterFileId === undefined ? (
              <>
                {hasBefore && <td>{line.before === null ? '–' : shown(line.before)}</td>}
                <td className={areAmounts ? 'number' : hasBefore ? 'strong' : undefined}>{shown(line.after)}</td>
              </>
            ) : (
              <>
                <td>
                  <StoredPicture fileId={line.beforeFileId ?? null} alt={t('file.before')} look="beside" />
                </td>
                <td>
                  <StoredPicture fileId={line.afterFileId} alt={t('file.after')} look="beside" />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
