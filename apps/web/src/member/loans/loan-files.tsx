import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Loan, LoanFileKind } from '../../shared/answers.ts';
import { asPaper } from '../../shared/pictures/as-paper.ts';
import { saveFile } from '../../shared/save-file.ts';
import { Button } from '../../shared/ui/button.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import { api, client } from '../member-api.ts';
import { mayHaveChanged } from '../member-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { useLoanText } from './loan-words.ts';

/** What is signed is added by the office. */
const KINDS = [
  'income_proof',
  'security_paper',
  'quotation',
  'identity_proof',
  'address_proof',
  'other_paper',
] as const satisfies readonly LoanFileKind[];
/** A paper of a loan is of one of these kinds; whatever else could be is called another paper. */
const loanKind = (kind: LoanFileKind) =>
  [...KINDS, 'signed_agreement' as const].find((one) => one === kind) ?? 'other_paper';
const OPEN: readonly Loan['status'][] = ['submitted', 'returned', 'recommended'];

/** The papers that the borrower has shown for a loan; while it is not decided, more can be sent. */
export function LoanFiles({ loan: { id, status } }: { loan: Loan }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const { data } = useQuery({
    queryKey: ['loan-files', id],
    queryFn: () => client.get('/api/loans/{id}/files', { path: { id } }),
  });
  const open = useAct(async (fileId: string) => {
    await saveFile(await client.download('/api/files/{id}', { path: { id: fileId } }));
  });
  const files = data?.items ?? [];
  const isOpen = OPEN.includes(status);
  if (files.length === 0 && !isOpen) return null;
  return (
    <section className="stack section no-print" aria-labelledby="files">
      <h2 id="files">{t('loan.files')}</h2>
      {isOpen && <p className="quiet">{t('loan.filesHow')}</p>}
      <ProblemNote error={open.error} takesFocus />
      {files.length > 0 && (
        <ul className="list">
          {files.map((file) => (
            <li key={file.id} className="list-row">
              <span className="list-title">{t(`loan.file.${loanKind(file.kind)}`)}</span>
              <span className="list-side">
                <Button
                  look="text"
                  isBusy={open.isBusy}
                  aria-label={`${t('loan.fileOpen')}: ${file.name}`}
                  onClick={() => void open.run(file.id)}
                >
                  {t('loan.fileOpen')}
                </Button>
              </span>
              <span className="list-note">
                {file.name} · {format.instant(file.addedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {isOpen && <SendFile id={id} />}
    </section>
  );
}

function SendFile({ id }: { id: string }) {
  const t = useLoanText();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('income_proof');
  const [problem, setProblem] = useState<string>();
  const act = useAct(async (file: File) => {
    setProblem(undefined);
    const paper = await asPaper(file);
    if (paper === undefined) return setProblem(t('photo.unreadable'));
    const form = new FormData();
    const ending = paper.type === 'application/pdf' ? 'pdf' : 'jpg';
    form.set('file', paper, `${file.name.replace(/\.[^.]*$/, '').slice(0, 80) || kind}.${ending}`);
    await api.upload('/api/loans/{id}/files', form, { path: { id }, query: { kind } });
    showToast(t('loan.fileSent'));
    await queries.invalidateQueries(mayHaveChanged);
  });
  return (
    <>
      <SelectField
        label={t('loan.fileKind')}
        value={kind}
        onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? 'other_paper')}
        choices={KINDS.map((one) => ({ value: one, label: t(`loan.file.${one}`) }))}
        problem={problem}
      />
      <ProblemNote error={act.error} takesFocus />
      <p>
        <Button isBusy={act.isBusy} onClick={() => input.current?.click()}>
          {t('loan.fileSend')}
        </Button>
      </p>
      <input
        ref={input}
        type="file"
        accept="image/*,application/pdf"
        aria-label={t('loan.fileSend')}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void act.run(file);
        }}
      />
    </>
  );
}
