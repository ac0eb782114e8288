import { Button, FileButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { asPaper } from '../../shared/pictures/as-paper.ts';
import { hasCamera, useCamera } from '../../shared/pictures/use-camera.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { AddedFile, AnyFileKind, FileKind } from '../answers.ts';
import { api, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox } from '../ui/fields.tsx';
import { Note } from '../ui/states.tsx';
import { useObjectUrl } from '../ui/stored-picture.tsx';
import { useWords } from '../words.ts';

export const fileKinds = [
  'photo',
  'signature',
  'identity_proof',
  'address_proof',
  'pan_card',
  'age_proof',
  'other_paper',
] as const satisfies readonly FileKind[];

const isPicture = (kind: AnyFileKind | '') => kind === 'photo' || kind === 'signature';

interface AddFileProps {
  /** Where it is sent: the files of a member or of an application. */
  path: string;
  id: string;
  name: string;
  /** What is asked for first: a paper that is missing. */
  firstKind?: AnyFileKind | undefined;
  kinds?: readonly AnyFileKind[];
  isCompact?: boolean;
}

/** A photo by the camera or from a file, a signature, a paper: looked at once more before it is sent. */
export function AddFile({ path, id, name, firstKind, kinds = fileKinds, isCompact = false }: AddFileProps) {
  const t = useWords();
  const [isOpen, dialog] = useDisclosure(false);
  const [kind, setKind] = useState<AnyFileKind | ''>(firstKind ?? 'photo');
  const [file, setFile] = useState<File>();
  const [isNoPicture, setNoPicture] = useState(false);
  const camera = useCamera(kind === 'photo' ? 'user' : 'environment');
  const preview = useObjectUrl(file?.type === 'application/pdf' ? undefined : file);

  const close = () => {
    camera.close();
    dialog.close();
    setFile(undefined);
    setNoPicture(false);
    sending.reset();
  };
  const sending = useMutation({
    mutationFn: ({ sent, as }: { sent: File; as: AnyFileKind }) => {
      const form = new FormData();
      form.append('file', sent, sent.name);
      return api.upload<AddedFile>(path, form, { path: { id }, query: { kind: as } });
    },
    onSuccess: () => {
      showToast(t('file.added'));
      close();
      return queryClient.invalidateQueries();
    },
  });

  const choose = async (chosen: Blob, chosenName: string) => {
    setNoPicture(false);
    sending.reset();
    const paper = await asPaper(chosen, isPicture(kind));
    if (paper === undefined) {
      // The page says so beside the button.
      setFile(undefined);
      setNoPicture(true);
      return;
    }
    // Under the name its owner knows; the ending of a picture is that of what it has become.
    const name = paper === chosen ? chosenName : `${chosenName.replace(/\.[^.]*$/, '').slice(0, 80) || kind}.jpg`;
    setFile(new File([paper], name, { type: paper.type }));
  };

  return (
    <>
      <Button
        {...(isCompact ? { size: 'compact-sm' as const } : {})}
        onClick={() => {
          setKind(firstKind ?? 'photo');
          dialog.open();
        }}
      >
        {t('file.add')}
      </Button>
      <ActDialog
        title={t('file.addFor', { name })}
        isOpen={isOpen}
        onClose={close}
        act={t('file.send')}
        onAct={() => file !== undefined && kind !== '' && sending.mutate({ sent: file, as: kind })}
        isBusy={sending.isPending}
        isReady={file !== undefined && kind !== ''}
        error={sending.error}
      >
        <ChoiceBox<AnyFileKind>
          label={t('file.kind')}
          value={kind}
          choices={kinds.map((each) => ({ value: each, label: t(`file.kind.${each}`) }))}
          onChange={(chosen) => {
            setKind(chosen);
            setFile(undefined);
          }}
        />
        <div className="row">
          <FileButton
            accept={isPicture(kind) ? 'image/*' : 'image/*,application/pdf'}
            onChange={(chosen) => chosen !== null && void choose(chosen, chosen.name)}
          >
            {(props) => <Button {...props}>{t('file.choose')}</Button>}
          </FileButton>
          {hasCamera() && camera.state !== 'on' && (
            <Button loading={camera.state === 'opening'} onClick={() => void camera.open()}>
              {t('file.camera')}
            </Button>
          )}
        </div>
        {camera.state === 'refused' && <Note tone="warning">{t('file.cameraRefused')}</Note>}
        {isNoPicture && <Note tone="warning">{t('file.noPicture')}</Note>}
        <div className={camera.state === 'on' ? 'camera' : 'camera camera-off'}>
          <video ref={camera.video} muted playsInline aria-label={t('file.cameraView')} />
          <Button variant="filled" onClick={() => void camera.take().then((taken) => choose(taken, `${kind}.png`))}>
            {t('file.take')}
          </Button>
        </div>
        {preview !== undefined && file !== undefined && (
          <figure className="file-preview">
            <img src={preview} alt={t('file.preview')} />
            <figcaption className="quiet small">{t('file.sizeNow', { kilobytes: kilobytesOf(file.size) })}</figcaption>
          </figure>
        )}
        {preview === undefined && file !== undefined && (
          <p>
            {file.name} · {t('file.sizeNow', { kilobytes: kilobytesOf(file.size) })}
          </p>
        )}
        <p className="quiet small">{t('file.how')}</p>
      </ActDialog>
    </>
  );
}

export const kilobytesOf = (bytes: number): string => String(Math.max(1, Math.round(bytes / 1_024)));
