import { useId, useRef, useState } from 'react';
import type { WantedPaper } from '../../shared/answers.ts';
import { asPaper } from '../../shared/pictures/as-paper.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import { PaperForm } from '../papers/paper-form.tsx';
import { usePaperText } from '../papers/paper-words.ts';
import { useAct } from '../use-act.ts';
import { type ApplicantProof, sendForm, sendPaper } from './send-paper.ts';

/** What the society wants to see of an applicant and has not got, each to be sent from here. */
export function WantedPapers({
  missing,
  proof,
  onSent,
}: {
  missing: readonly WantedPaper[];
  proof: ApplicantProof;
  onSent: () => void;
}) {
  const t = usePaperText();
  const headingId = useId();
  return (
    <section className="stack" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('status.wanted')}</h2>
      <p>{t('status.wantedHow')}</p>
      <ul className="list">
        {missing.map((kind) =>
          kind === 'aadhaar' ? (
            <AadhaarRow key={kind} proof={proof} onSent={onSent} />
          ) : (
            <PaperRow key={kind} kind={kind} proof={proof} onSent={onSent} />
          ),
        )}
      </ul>
    </section>
  );
}

function PaperRow({ kind, proof, onSent }: { kind: WantedPaper; proof: ApplicantProof; onSent: () => void }) {
  const t = usePaperText();
  const chosen = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const isPicture = kind === 'photo' || kind === 'signature';
  const act = useAct(async (file: File) => {
    setProblem(undefined);
    const paper = await asPaper(file, isPicture);
    if (paper === undefined) {
      setProblem(t('photo.unreadable'));
      return;
    }
    await sendPaper(kind, paper, proof);
    showToast(`${t(`paper.${kind}`)}: ${t('status.paperArrived')}`);
    onSent();
  });
  return (
    <li className="list-row">
      <span className="list-title">{t(`paper.${kind}`)}</span>
      <span className="list-side">
        <Button
          look="text"
          isBusy={act.isBusy}
          aria-label={`${t('status.sendPaper')}: ${t(`paper.${kind}`)}`}
          onClick={() => chosen.current?.click()}
        >
          {t('status.sendPaper')}
        </Button>
      </span>
      <span className="list-note">
        {problem !== undefined && (
          <span className="field-problem" role="alert">
            {problem}
          </span>
        )}
        <ProblemNote error={act.error} takesFocus />
        <input
          ref={chosen}
          type="file"
          accept={isPicture ? 'image/*' : 'image/*,application/pdf'}
          aria-label={t(`paper.${kind}`)}
          className="visually-hidden"
          tabIndex={-1}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file !== undefined) void act.run(file);
          }}
        />
      </span>
    </li>
  );
}

/** Its number is blacked out before it is sent. */
function AadhaarRow({ proof, onSent }: { proof: ApplicantProof; onSent: () => void }) {
  const t = usePaperText();
  return (
    <li className="list-row">
      <span className="list-title">{t('paper.aadhaar')}</span>
      <div className="list-whole">
        <PaperForm
          kinds={['aadhaar']}
          onSend={async (kind, form) => {
            await sendForm(kind, form, proof);
            showToast(`${t('paper.aadhaar')}: ${t('status.paperArrived')}`);
          }}
          onDone={onSent}
        />
      </div>
    </li>
  );
}
