import { Button, FileButton as ChooseFile } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import type { Notice } from '../answers.ts';
import { api, client, queryClient } from '../staff-api.ts';
import { FileButton } from '../ui/files.tsx';
import { Section } from '../ui/page.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useObjectUrl } from '../ui/stored-picture.tsx';
import { useWords } from '../words.ts';

/** The PDF that belongs to a notice. */
export function NoticePaper({ notice }: { notice: Notice }) {
  const t = useWords();
  const [isShown, setShown] = useState(false);
  const { id, file, office } = notice;
  const path = { id };
  const sending = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData();
      form.append('file', chosen, chosen.name);
      return api.upload<Notice>('/api/notices/{id}/file', form, { path });
    },
    onSuccess: () => {
      showToast(t('board.paperSaved'));
      setShown(false);
      return queryClient.invalidateQueries();
    },
  });
  const removing = useMutation({
    mutationFn: () => client.delete('/api/notices/{id}/file', { path }),
    onSuccess: () => {
      showToast(t('board.paperRemoved'));
      setShown(false);
      return queryClient.invalidateQueries();
    },
  });
  const mayChange = office?.mayChange === true;
  if (file === null && !mayChange) return null;
  return (
    <Section title={t('board.paper')} isOnScreenOnly>
      {file === null ? (
        <p className="quiet">{t('board.paperNone')}</p>
      ) : (
        <p>{t('board.file', { name: file.name, kilobytes: String(Math.max(1, Math.round(file.bytes / 1_024))) })}</p>
      )}
      <div className="row">
        {file !== null && (
          <>
            <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
              {t(isShown ? 'board.paperHide' : 'board.paperShow')}
            </Button>
            <FileButton path="/api/notices/{id}/download" options={{ path }}>
              {t('file.save')}
            </FileButton>
          </>
        )}
        {mayChange && (
          <ChooseFile accept="application/pdf" onChange={(chosen) => chosen !== null && sending.mutate(chosen)}>
            {(props) => (
              <Button {...props} loading={sending.isPending}>
                {t(file === null ? 'board.paperAdd' : 'board.paperReplace')}
              </Button>
            )}
          </ChooseFile>
        )}
        {mayChange && file !== null && (
          <Button variant="subtle" loading={removing.isPending} onClick={() => removing.mutate()}>
            {t('board.paperRemove')}
          </Button>
        )}
      </div>
      <ProblemNote error={sending.error ?? removing.error} takesFocus />
      {isShown && file !== null && <PaperFrame id={id} name={file.name} />}
    </Section>
  );
}

/** In the browser's own viewer; its bytes are fetched, because an address could not carry the log-in. */
function PaperFrame({ id, name }: { id: string; name: string }) {
  const t = useWords();
  const paper = useQuery({
    queryKey: ['notice-file', id, name],
    queryFn: () => client.download('/api/notices/{id}/download', { path: { id } }),
  });
  const url = useObjectUrl(paper.data?.blob);
  return (
    <>
      <ProblemNote error={paper.error} />
      {url !== undefined && <iframe className="paper-frame" title={t('board.paperFrame')} src={url} />}
    </>
  );
}
