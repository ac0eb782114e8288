import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Kyc, WantedPaper } from '../../shared/answers.ts';
import { saveFile } from '../../shared/save-file.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Empty, ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import { api, client } from '../member-api.ts';
import { mayHaveChanged } from '../member-queries.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { PaperForm } from './paper-form.tsx';
import { usePaperText } from './paper-words.ts';

type Wanted = Kyc['wanted'][number];
type Paper = Kyc['papers'][number];

/** What the society must have of the member, how it stands, and what was sent. */
export function PapersPage() {
  const t = usePaperText();
  const { data, error, refetch } = useQuery({
    queryKey: ['own-kyc'],
    queryFn: () => client.get('/api/members/profile/kyc'),
  });
  if (data === undefined) {
    if (error !== null) {
      return <PageProblem title={t('papers.title')} backTo="/profile" error={error} onRetry={() => void refetch()} />;
    }
    return (
      <Page title={t('papers.title')} backTo="/profile">
        <Skeleton lines={6} />
      </Page>
    );
  }
  return (
    <Page title={t('papers.title')} backTo="/profile">
      <Standing kyc={data} />
      <p className="quiet">{t('papers.lead')}</p>
      <ul className="list">
        {data.wanted.map((wanted) => (
          <WantedRow key={wanted.kinds.join()} wanted={wanted} papers={data.papers} isDue={isDue(data)} />
        ))}
      </ul>
      <MorePapers offered={data.offered} />
      <Sent papers={data.papers} />
    </Page>
  );
}

const namedFor = ['identity_proof', 'address_proof', 'age_proof'] as const;

/** The time to look again has come, or is near: everything may be sent anew. */
const isDue = ({ state }: Kyc) => state === 'expired' || state === 'expiring';

function Standing({ kyc: { state, validUntil } }: { kyc: Kyc }) {
  const t = usePaperText();
  const format = useSocietyFormat();
  const look = { verified: 'tag-good', expiring: 'tag-warning', pending: '', missing: 'tag-bad', expired: 'tag-bad' }[
    state
  ];
  return (
    <p>
      <span className={`tag ${look}`}>
        {t(`kyc.state.${state}`, { day: validUntil === null ? '' : format.day(validUntil) })}
      </span>
    </p>
  );
}

function WantedRow({ wanted, papers, isDue: isAsked }: { wanted: Wanted; papers: readonly Paper[]; isDue: boolean }) {
  const t = usePaperText();
  const format = useSocietyFormat();
  const [isOpen, setOpen] = useState(false);
  const names = wanted.kinds.map((kind) => t(`paper.${kind}`)).reduce((one, other) => t('kyc.or', { one, other }));
  // What several papers prove is called by the paper that is named for it; which will do stands under it.
  const proof = wanted.kinds.length > 1 ? namedFor.find((one) => wanted.kinds.includes(one)) : undefined;
  const name = proof === undefined ? names : t(`paper.${proof}`);
  // The newest of them that is told of.
  const last = papers.find((paper) => wanted.kinds.some((kind) => kind === paper.kind));
  const before = papers.find((paper) => paper.status === 'current' && wanted.kinds.some((kind) => kind === paper.kind));
  const isOpenToSend = wanted.state !== 'pending' && (wanted.state !== 'verified' || isAsked);
  const act = t(wanted.state === 'missing' ? 'papers.send' : 'papers.sendAnother');
  const reason = wanted.state === 'rejected' ? last?.check?.note : undefined;
  return (
    <li className="list-row">
      <span className="list-title">{name}</span>
      <span className="list-side">
        <span className={wanted.state === 'verified' ? 'tag tag-good' : 'tag'}>{t(`kyc.is.${wanted.state}`)}</span>
      </span>
      {proof !== undefined && <span className="list-note">{names}</span>}
      {wanted.expiresOn !== null && (
        <span className="list-note">{t('kyc.until', { day: format.day(wanted.expiresOn) })}</span>
      )}
      {reason !== undefined && reason !== null && (
        <span className="list-note money-bad">{t('papers.reason', { reason })}</span>
      )}
      {isOpenToSend && (
        <div className="list-whole">
          {isOpen ? (
            <SendPaper kinds={wanted.kinds} replaces={before} onDone={() => setOpen(false)} />
          ) : (
            <Button aria-label={`${act}: ${name}`} onClick={() => setOpen(true)}>
              {act}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function MorePapers({ offered }: { offered: readonly WantedPaper[] }) {
  const t = usePaperText();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <p>
        <Button look="text" onClick={() => setOpen(true)}>
          {t('papers.more')}
        </Button>
      </p>
    );
  }
  return (
    <section className="stack section" aria-labelledby="more">
      <h2 id="more">{t('papers.sendTitle')}</h2>
      <SendPaper kinds={offered} onDone={() => setOpen(false)} />
    </section>
  );
}

function SendPaper({
  kinds,
  replaces,
  onDone,
}: {
  kinds: readonly WantedPaper[];
  replaces?: Paper | undefined;
  onDone: () => void;
}) {
  const t = usePaperText();
  const queries = useQueryClient();
  return (
    <PaperForm
      kinds={kinds}
      onSend={async (kind, form) => {
        const place = replaces?.kind === kind ? { replaces: replaces.id } : {};
        await api.upload('/api/members/profile/files', form, { query: { kind, ...place } });
        showToast(t('papers.sent'));
        await queries.invalidateQueries(mayHaveChanged);
      }}
      onDone={onDone}
    />
  );
}

function Sent({ papers }: { papers: readonly Paper[] }) {
  const t = usePaperText();
  const format = useSocietyFormat();
  const open = useAct(async (id: string) => saveFile(await client.download('/api/files/{id}', { path: { id } })));
  return (
    <section className="stack section no-print" aria-labelledby="sent">
      <h2 id="sent">{t('papers.all')}</h2>
      <ProblemNote error={open.error} takesFocus />
      {papers.length === 0 && <Empty title={t('papers.none')} />}
      <ul className="list">
        {papers.map((paper) => (
          <li key={paper.id} className="list-row">
            <span className="list-title">{paperName(paper.kind, t)}</span>
            <span className="list-side">
              {(paper.status === 'current' || paper.status === 'waiting') && (
                <Button
                  look="text"
                  isBusy={open.isBusy}
                  aria-label={`${t('papers.open')}: ${paper.name}`}
                  onClick={() => void open.run(paper.id)}
                >
                  {t('papers.open')}
                </Button>
              )}
            </span>
            <span className="list-note">
              {[format.instant(paper.addedAt), paper.numberMasked, stateOf(paper, t)].filter(Boolean).join(' · ')}
            </span>
            {paper.check?.state === 'rejected' && paper.check.note !== null && (
              <span className="list-note money-bad">{t('papers.reason', { reason: paper.check.note })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Words = ReturnType<typeof usePaperText>;

/** Papers of a loan stand with the loan; all that comes here is a paper of the person. */
const paperName = (kind: Paper['kind'], t: Words) => t(`paper.${kind as WantedPaper}`);

function stateOf({ status, check }: Paper, t: Words): string {
  if (status === 'replaced') return t('papers.replaced');
  if (check === null) return '';
  return t(`kyc.is.${check.state}`);
}
