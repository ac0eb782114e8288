import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { phoneText } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { saveFile } from '../../shared/save-file.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { PaperView } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { Facts } from '../ui/facts.tsx';
import { DayBox, TextBox } from '../ui/fields.tsx';
import { Mark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { StoredPicture } from '../ui/stored-picture.tsx';
import { useWords } from '../words.ts';
import { kycLooks } from './kyc-words.ts';

/** The paper, what is written down of its owner, and the answer: Alt+V is a yes, Alt+R a no. */
export function CheckPaper({ paper, onDecided }: { paper: PaperView; onDecided: () => void }) {
  const t = useWords();
  const { file, memberId, memberName, memberNumber } = paper;
  return (
    <div className="paper-checked stack">
      <h2>
        {t(`file.kind.${file.kind}`)} ·{' '}
        <Link to="/members/$id" params={{ id: memberId }}>{`${memberName}, ${memberNumber}`}</Link>
      </h2>
      <div className="paper-beside">
        <Shown paper={paper} />
        <div className="stack">
          <OnPaper paper={paper} />
          <Recorded paper={paper} />
        </div>
      </div>
      <Decision paper={paper} onDecided={onDecided} />
    </div>
  );
}

function Shown({ paper: { file } }: { paper: PaperView }) {
  const t = useWords();
  const saving = useMutation({
    mutationFn: async () => saveFile(await client.download('/api/files/{id}', { path: { id: file.id } })),
  });
  if (file.mediaType !== 'application/pdf') {
    return <StoredPicture fileId={file.id} alt={t(`file.kind.${file.kind}`)} look="paper" />;
  }
  return (
    <div className="stack">
      <p>{t('desk.pdfHere')}</p>
      <ProblemNote error={saving.error} />
      <Button loading={saving.isPending} onClick={() => saving.mutate()}>
        {t('desk.openPdf')}
      </Button>
    </div>
  );
}

function OnPaper({ paper: { file, numberAgrees } }: { paper: PaperView }) {
  const t = useWords();
  const format = useSocietyFormat();
  const day = (one: string | null) => (one === null ? null : format.day(one));
  return (
    <Section title={t('desk.onPaper')}>
      <Facts
        facts={[
          [t('kyc.number'), file.numberMasked],
          [t('kyc.issuedOn'), day(file.issuedOn)],
          [t('kyc.expiresOn'), day(file.expiresOn)],
          [
            t('file.sentIn'),
            t('desk.sentBy', { who: file.addedBy ?? t('file.byApplicant'), at: format.instant(file.addedAt) }),
          ],
        ]}
      />
      {numberAgrees === true && <Mark look={kycLooks.verified} words={t('desk.agrees')} />}
      {numberAgrees === false && <Note tone="warning">{t('desk.differs')}</Note>}
    </Section>
  );
}

function Recorded({ paper: { record } }: { paper: PaperView }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <Section title={t('desk.record')}>
      <Facts
        facts={[
          [t('desk.name'), record.nameLocal === null ? record.name : `${record.name} · ${record.nameLocal}`],
          [t('desk.born'), format.day(record.dateOfBirth)],
          [t('desk.parent'), record.parentOrSpouseName],
          [t('desk.address'), record.address],
          [t('desk.phone'), record.phone === null ? null : phoneText(record.phone)],
          [t('desk.pan'), record.panMasked],
          [t('desk.aadhaar'), record.aadhaarMasked],
          [t('desk.nominees'), record.nominees.join('; ')],
        ]}
      />
      {(record.photoFileId !== null || record.signatureFileId !== null) && (
        <fieldset className="row plain-fieldset">
          <legend className="quiet small">{t('desk.held')}</legend>
          {record.photoFileId !== null && (
            <StoredPicture fileId={record.photoFileId} alt={t('file.kind.photo')} look="beside" />
          )}
          {record.signatureFileId !== null && (
            <StoredPicture fileId={record.signatureFileId} alt={t('file.kind.signature')} look="signature" />
          )}
        </fieldset>
      )}
    </Section>
  );
}

/** The name of the button is what it does; the keys are told to a screen reader by aria-keyshortcuts. */
const KeyCap = ({ keys }: { keys: string }) => (
  <Kbd size="xs" aria-hidden="true">
    {keys}
  </Kbd>
);

function Decision({ paper, onDecided }: { paper: PaperView; onDecided: () => void }) {
  const t = useWords();
  const { file, mayNotCheckBecause, wantsExpiry, state } = paper;
  const [isRejecting, setRejecting] = useState(false);
  const [note, setNote] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const mayDecide = state === 'pending' && mayNotCheckBecause === null;
  const verifying = useMutation({
    mutationFn: () =>
      client.post('/api/papers/{id}/verification', {
        path: { id: file.id },
        body: {
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          ...(expiresOn === '' ? {} : { expiresOn }),
        },
      }),
    onSuccess: () => {
      showToast(t('desk.verified'));
      onDecided();
      return queryClient.invalidateQueries();
    },
  });
  const verify = () => {
    if (mayDecide && !isRejecting && !verifying.isPending) verifying.mutate();
  };
  useHotkeys(
    [
      ['alt+V', verify],
      ['alt+R', () => mayDecide && setRejecting(true)],
    ],
    [],
  );
  if (state !== 'pending') {
    return <Mark look={kycLooks[state]} words={t(`kyc.is.${state}`)} />;
  }
  if (!mayDecide) return <Note>{mayNotCheckBecause}</Note>;
  return (
    <div className="stack">
      {wantsExpiry && (
        <DayBox
          label={t('kyc.expiresOn')}
          name="expiresOn"
          value={expiresOn}
          onChange={setExpiresOn}
          problem={fieldProblem(verifying.error, 'expiresOn')}
        />
      )}
      <TextBox
        label={t('desk.note')}
        hint={t('desk.noteHow')}
        isOptional
        name="note"
        maxLength={400}
        value={note}
        onChange={setNote}
        problem={fieldProblem(verifying.error, 'note')}
      />
      <ProblemNote error={verifying.error} />
      <div className="row">
        <Button
          variant="filled"
          loading={verifying.isPending}
          onClick={verify}
          rightSection={<KeyCap keys="Alt V" />}
          aria-keyshortcuts="Alt+V"
        >
          {t('desk.verify')}
        </Button>
        <Button onClick={() => setRejecting(true)} rightSection={<KeyCap keys="Alt R" />} aria-keyshortcuts="Alt+R">
          {t('desk.reject')}
        </Button>
      </div>
      {isRejecting && (
        <ReasonDialog
          title={t('desk.rejectTitle')}
          act={t('desk.rejectNow')}
          done={t('desk.rejected')}
          bodyName="RejectPaperBody"
          asked={{}}
          isDanger
          onAsk={async (body) => {
            await client.post('/api/papers/{id}/rejection', { path: { id: file.id }, body });
            onDecided();
          }}
          onClose={() => setRejecting(false)}
        >
          <p>{t('desk.rejectHow')}</p>
        </ReasonDialog>
      )}
    </div>
  );
}
