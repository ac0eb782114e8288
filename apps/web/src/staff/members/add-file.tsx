import { Button, FileButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { asPaper } from '../../shared/pictures/as-paper.ts';
import { type Bar, barText } from '../../shared/pictures/blackout.ts';
import { BlackoutFrame } from '../../shared/pictures/blackout-frame.tsx';
import { hasCamera, useCamera } from '../../shared/pictures/use-camera.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { AddedFile, AnyFileKind } from '../answers.ts';
import { useThisSociety } from '../society.tsx';
import { api, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox, DayBox, TextBox } from '../ui/fields.tsx';
import { Note } from '../ui/states.tsx';
import { useObjectUrl } from '../ui/stored-picture.tsx';
import { useWords } from '../words.ts';

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
  /** The paper that the new one is to take the place of. */
  replaces?: string;
}

/** A photo by the camera or from a file, a signature, a paper: looked at once more before it is sent. */
export function AddFile(props: AddFileProps) {
  const { path, id, name, firstKind, isCompact = false, replaces } = props;
  const t = useWords();
  const { paperKinds } = useThisSociety();
  const kinds = props.kinds ?? paperKinds;
  const isOfPerson = props.kinds === undefined || replaces !== undefined;
  const [typed, setTyped] = useState(nothingTyped);
  const [bar, setBar] = useState<Bar>();
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
    setTyped(nothingTyped);
    setBar(undefined);
    sending.reset();
  };
  const sending = useMutation({
    mutationFn: ({ sent, as }: { sent: File; as: AnyFileKind }) => {
      const form = new FormData();
      if (isOfPerson) {
        for (const [field, value] of Object.entries(typed)) if (value !== '') form.append(field, value);
        if (as === 'aadhaar' && bar !== undefined) form.append('blackout', barText(bar));
      }
      form.append('file', sent, sent.name);
      return api.upload<AddedFile>(path, form, { path: { id }, query: { kind: as, replaces } });
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
        {t(replaces === undefined ? 'file.add' : 'kyc.replace')}
      </Button>
      <ActDialog
        title={t('file.addFor', { name })}
        isOpen={isOpen}
        onClose={close}
        act={t('file.send')}
        onAct={() => file !== undefined && kind !== '' && sending.mutate({ sent: file, as: kind })}
        isBusy={sending.isPending}
        isReady={file !== undefined && kind !== '' && (kind !== 'aadhaar' || bar !== undefined)}
        error={sending.error}
      >
        <ChoiceBox<AnyFileKind>
          label={t('file.kind')}
          value={kind}
          choices={kinds.map((each) => ({ value: each, label: t(`file.kind.${each}`) }))}
          onChange={(chosen) => {
            setKind(chosen);
            setFile(undefined);
            setBar(undefined);
          }}
        />
        <div className="row">
          <FileButton
            accept={isPicture(kind) || kind === 'aadhaar' ? 'image/*' : 'image/*,application/pdf'}
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
        {preview !== undefined && kind === 'aadhaar' && (
          <BlackoutFrame url={preview} alt={t('file.preview')} bar={bar} onChange={setBar} />
        )}
        {preview !== undefined && file !== undefined && kind !== 'aadhaar' && (
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
        {isOfPerson && file !== undefined && !isPicture(kind) && (
          <PaperFields kind={kind} typed={typed} onType={setTyped} error={sending.error} />
        )}
        <p className="quiet small">{t('file.how')}</p>
      </ActDialog>
    </>
  );
}

const nothingTyped = { number: '', issuedOn: '', expiresOn: '' };

/** What stands on the paper. */
function PaperFields({
  kind,
  typed,
  onType,
  error,
}: {
  kind: AnyFileKind | '';
  typed: typeof nothingTyped;
  onType: (typed: typeof nothingTyped) => void;
  error: unknown;
}) {
  const t = useWords();
  const isAadhaar = kind === 'aadhaar';
  return (
    <>
      <TextBox
        label={t(isAadhaar ? 'kyc.lastFour' : 'kyc.number')}
        {...(isAadhaar ? { takesDigits: true } : { hint: t('kyc.numberHow'), isOptional: true })}
        name="number"
        autoComplete="off"
        maxLength={isAadhaar ? 4 : 40}
        value={typed.number}
        onChange={(number) => onType({ ...typed, number })}
        problem={fieldProblem(error, 'number')}
      />
      <DayBox
        label={t('kyc.issuedOn')}
        name="issuedOn"
        isOptional
        value={typed.issuedOn}
        onChange={(issuedOn) => onType({ ...typed, issuedOn })}
        problem={fieldProblem(error, 'issuedOn')}
      />
      <DayBox
        label={t('kyc.expiresOn')}
        name="expiresOn"
        isOptional
        value={typed.expiresOn}
        onChange={(expiresOn) => onType({ ...typed, expiresOn })}
        problem={fieldProblem(error, 'expiresOn')}
      />
    </>
  );
}

export const kilobytesOf = (bytes: number): string => String(Math.max(1, Math.round(bytes / 1_024)));
