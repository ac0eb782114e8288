import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import { saveFile } from '../../shared/save-file.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { AnyFileKind, FileKind, PersonFile } from '../answers.ts';
import { kycLooks } from '../kyc/kyc-words.ts';
import { useSocietyFormat } from '../society.tsx';
import { api, client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { LongTextBox } from '../ui/fields.tsx';
import { Mark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered, ProblemNote } from '../ui/states.tsx';
import { StoredPicture } from '../ui/stored-picture.tsx';
import { useWords } from '../words.ts';
import { AddFile, kilobytesOf } from './add-file.tsx';

interface FileListProps {
  of: keyof typeof paths;
  id: string;
  name: string;
  mayChange: boolean;
  /** Papers the society asks for that are not here; the first of them is what is added next. */
  missing?: readonly FileKind[];
  title?: string;
  kinds?: readonly AnyFileKind[];
}

const paths = {
  member: '/api/members/{id}/files',
  application: '/api/admin/member-requests/{id}/files',
  loan: '/api/loans/{id}/files',
} as const;

/** The photo, the signature and the papers of one person. */
export function FileList({ of, id, name, mayChange, missing = [], title, kinds }: FileListProps) {
  const t = useWords();
  const files = useQuery({
    queryKey: ['files', of, id],
    queryFn: () => client.get(paths[of], { path: { id } }),
  });
  const [shown, setShown] = useState<PersonFile>();
  return (
    <Section
      title={title ?? t('file.title')}
      actions={
        mayChange ? (
          <AddFile
            path={paths[of]}
            id={id}
            name={name}
            firstKind={missing[0] ?? kinds?.[0]}
            {...(kinds === undefined ? {} : { kinds })}
            isCompact
          />
        ) : undefined
      }
    >
      <Answered query={files}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('file.none')}</p>
          ) : (
            <ul className="file-cards">
              {items.map((file) => (
                <FileCard key={file.id} file={file} onShow={() => setShown(file)}>
                  {mayChange && of === 'member' && file.status === 'current' && isPaper(file) && (
                    <AddFile
                      path={paths.member}
                      id={id}
                      name={name}
                      firstKind={file.kind}
                      kinds={[file.kind]}
                      replaces={file.id}
                      isCompact
                    />
                  )}
                  {mayChange && file.status === 'current' && (
                    <RemoveFile path={`${paths[of]}/${file.id}/removal`} id={id} />
                  )}
                </FileCard>
              ))}
            </ul>
          )
        }
      </Answered>
      <SidePanel
        title={shown === undefined ? '' : t(`file.kind.${shown.kind}`)}
        isOpen={shown !== undefined}
        onClose={() => setShown(undefined)}
        size="lg"
      >
        {shown !== undefined && (
          <div className="stack">
            <StoredPicture fileId={shown.id} alt={t(`file.kind.${shown.kind}`)} look="paper" />
            <FileFacts file={shown} />
          </div>
        )}
      </SidePanel>
    </Section>
  );
}

const isPaper = ({ kind }: PersonFile) => kind !== 'photo' && kind !== 'signature';

function FileCard({ file, onShow, children }: { file: PersonFile; onShow: () => void; children: React.ReactNode }) {
  const t = useWords();
  const isPicture = file.kind === 'photo' || file.kind === 'signature';
  const saving = useMutation({
    mutationFn: async () => saveFile(await client.download('/api/files/{id}', { path: { id: file.id } })),
  });
  return (
    <li className="file-card">
      {isPicture && (
        <StoredPicture
          fileId={file.id}
          alt={t(`file.kind.${file.kind}`)}
          look={file.kind === 'signature' ? 'signature' : 'photo'}
        />
      )}
      <div className="file-card-words">
        <strong>{t(`file.kind.${file.kind}`)}</strong> {file.check !== null && <CheckMark file={file} />}
        <FileFacts file={file} />
        <ProblemNote error={saving.error} />
        <div className="row">
          {file.mediaType === 'application/pdf' ? (
            <Button size="compact-sm" loading={saving.isPending} onClick={() => saving.mutate()}>
              {t('file.save')}
            </Button>
          ) : (
            <Button size="compact-sm" onClick={onShow}>
              {t('file.show')}
            </Button>
          )}
          {children}
        </div>
      </div>
    </li>
  );
}

/** What a second person said of it. */
function CheckMark({ file: { check } }: { file: PersonFile }) {
  const t = useWords();
  if (check === null) return null;
  const words =
    check.state === 'verified' && check.checkedBy !== null
      ? t('kyc.verifiedBy', { who: check.checkedBy })
      : t(`kyc.is.${check.state}`);
  return <Mark look={kycLooks[check.state]} words={words} />;
}

function FileFacts({ file }: { file: PersonFile }) {
  const t = useWords();
  const format = useSocietyFormat();
  const who = file.addedBy ?? t('file.byApplicant');
  const onIt = [
    file.numberMasked,
    file.expiresOn === null ? null : t('kyc.until', { day: format.day(file.expiresOn) }),
  ].filter((one) => one !== null);
  return (
    <p className="quiet small">
      {onIt.length > 0 && `${onIt.join(' · ')} · `}
      {file.name} · {t('file.sizeNow', { kilobytes: kilobytesOf(file.bytes) })} · {who}, {format.instant(file.addedAt)}
    </p>
  );
}

function RemoveFile({ path, id }: { path: string; id: string }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const removing = useMutation({
    mutationFn: () => api.post(path, { path: { id }, body: { reason: reason.trim() } }),
    onSuccess: () => {
      showToast(t('file.removed'));
      setOpen(false);
      return queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
        {t('file.remove')}
      </Button>
      <ActDialog
        title={t('file.removeTitle')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('file.removeNow')}
        onAct={() => removing.mutate()}
        isBusy={removing.isPending}
        isReady={reason.trim().length >= 5}
        isDanger
        error={removing.error}
      >
        <p>{t('file.removeHow')}</p>
        <LongTextBox
          label={t('act.reason')}
          hint={t('act.reasonHow')}
          maxLength={400}
          value={reason}
          onChange={setReason}
          problem={fieldProblem(removing.error, 'reason')}
        />
      </ActDialog>
    </>
  );
}
