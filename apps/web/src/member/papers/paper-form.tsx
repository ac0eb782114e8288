import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { WantedPaper } from '../../shared/answers.ts';
import { asPaper } from '../../shared/pictures/as-paper.ts';
import { type Bar, barText } from '../../shared/pictures/blackout.ts';
import { BlackoutFrame } from '../../shared/pictures/blackout-frame.tsx';
import { fieldProblem } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { DateField } from '../../shared/ui/date-field.tsx';
import { SelectField, TextField } from '../../shared/ui/field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { useAct } from '../use-act.ts';
import { usePaperText } from './paper-words.ts';

const isPicture = (kind: WantedPaper) => kind === 'photo' || kind === 'signature';
/** A paper of these ends on a day that stands on it. */
const ends = (kind: WantedPaper) => kind === 'passport' || kind === 'driving_licence';
const hasNumber = (kind: WantedPaper) =>
  !isPicture(kind) &&
  kind !== 'nominee_paper' &&
  kind !== 'other_paper' &&
  kind !== 'affidavit' &&
  kind !== 'address_proof';

/** One paper: a picture from this phone or a PDF, with what stands on it; an Aadhaar under its bar. */
export function PaperForm({
  kinds,
  onSend,
  onDone,
}: {
  kinds: readonly WantedPaper[];
  onSend: (kind: WantedPaper, form: FormData) => Promise<unknown>;
  onDone: () => void;
}) {
  const t = usePaperText();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<WantedPaper>(kinds[0] ?? 'other_paper');
  const [file, setFile] = useState<File>();
  const [typed, setTyped] = useState({ number: '', issuedOn: '', expiresOn: '' });
  const [bar, setBar] = useState<Bar>();
  const [problem, setProblem] = useState<string>();
  const url = usePreview(file);
  const isAadhaar = kind === 'aadhaar';

  const choose = async (chosen: File) => {
    setProblem(undefined);
    const paper = await asPaper(chosen, isPicture(kind));
    if (paper === undefined) return setProblem(t('photo.unreadable'));
    const ending = paper.type === 'application/pdf' ? 'pdf' : 'jpg';
    setFile(
      new File([paper], `${chosen.name.replace(/\.[^.]*$/, '').slice(0, 80) || kind}.${ending}`, { type: paper.type }),
    );
    setBar(undefined);
  };
  const act = useAct(async (sent: WantedPaper) => {
    if (file === undefined) return;
    const form = new FormData();
    for (const [name, value] of Object.entries(typed)) if (value !== '') form.set(name, value);
    if (isAadhaar && bar !== undefined) form.set('blackout', barText(bar));
    form.set('file', file, file.name);
    await onSend(sent, form);
    onDone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isAadhaar && bar === undefined && file !== undefined) return setProblem(t('kyc.blackoutMissing'));
    void act.run(kind);
  };
  const set = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));

  return (
    <form className="stack" onSubmit={submit}>
      {kinds.length > 1 && (
        <SelectField
          label={t('papers.kind')}
          value={kind}
          choices={kinds.map((one) => ({ value: one, label: t(`paper.${one}`) }))}
          onChange={(chosen) => {
            setKind(kinds.find((one) => one === chosen) ?? kind);
            setFile(undefined);
          }}
        />
      )}
      <p>
        <Button onClick={() => input.current?.click()}>
          {t(file === undefined ? 'papers.choose' : 'papers.chooseAgain')}
        </Button>
      </p>
      <input
        ref={input}
        type="file"
        accept={isPicture(kind) || isAadhaar ? 'image/*' : 'image/*,application/pdf'}
        aria-label={t(`paper.${kind}`)}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen !== undefined) void choose(chosen);
        }}
      />
      {problem !== undefined && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      {file !== undefined && <p className="quiet">{t('papers.chosen', { name: file.name })}</p>}
      {url !== undefined && isAadhaar && (
        <BlackoutFrame
          url={url}
          alt={t('paper.aadhaar')}
          bar={bar}
          onChange={(drawn) => {
            setBar(drawn);
            setProblem(undefined);
          }}
        />
      )}
      {url !== undefined && !isAadhaar && <img className="paper-preview" src={url} alt={t(`paper.${kind}`)} />}
      {file !== undefined && hasNumber(kind) && (
        <TextField
          label={t(isAadhaar ? 'kyc.lastFour' : 'kyc.number')}
          {...(isAadhaar ? { inputMode: 'numeric' as const } : { hint: t('kyc.numberHow'), isOptional: true })}
          name="number"
          autoComplete="off"
          maxLength={isAadhaar ? 4 : 40}
          value={typed.number}
          onChange={(number) => set({ number })}
          problem={fieldProblem(act.error, 'number')}
        />
      )}
      {file !== undefined && ends(kind) && (
        <DateField
          label={t('kyc.expiresOn')}
          name="expiresOn"
          value={typed.expiresOn}
          onChange={(expiresOn) => set({ expiresOn })}
          problem={fieldProblem(act.error, 'expiresOn')}
        />
      )}
      <ProblemNote error={act.error} takesFocus />
      {file !== undefined && (
        <div className="row">
          <Button type="submit" look="filled" isBusy={act.isBusy}>
            {t('papers.send')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** Where the page can show the picture from; a PDF is not shown. */
function usePreview(file: File | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (file === undefined || file.type === 'application/pdf') return setUrl(undefined);
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
