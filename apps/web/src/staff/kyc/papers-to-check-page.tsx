import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { PaperToCheck, PaperView } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { api } from '../staff-api.ts';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page } from '../ui/page.tsx';
import { inSentence, Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { CheckPaper } from './check-paper.tsx';
import { kycEvents } from './kyc-words.ts';

const route = getRouteApi('/papers-to-check');

/** Papers that wait for a second person, the oldest first: the list on one side, the paper beside the record on the other. */
export function PapersToCheckPage() {
  const t = useWords();
  const { paperKinds } = useThisSociety();
  const navigate = useNavigate({ from: '/papers-to-check' });
  const search = route.useSearch();
  const kind = paperKinds.find((one) => one === search.kind);
  const list = useKeysetList('/api/papers-to-check', { q: search.q, kind });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const waiting = list.data?.pages[0]?.waiting;
  const shown = search.paper ?? rows[0]?.file.id;
  // Another filter opens its own first paper.
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: ({ paper: _shown, ...before }) => ({ ...before, ...change }), replace: true });
  // After a decision the next one that waits is opened.
  const goOn = (decided: string) => {
    const at = rows.findIndex(({ file }) => file.id === decided);
    const next = rows[at + 1] ?? rows[at - 1];
    set(next === undefined ? {} : { paper: next.file.id });
  };
  return (
    <Page
      title={waiting === undefined || waiting === 0 ? t('nav.papersToCheck') : t('desk.title', { count: waiting })}
      lead={t('desk.lead')}
    >
      <SearchBox label={t('desk.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
      <Sentence
        words={(slots) => t('desk.sentence', slots)}
        parts={{
          kind: (
            <SentenceChoice
              label={t('desk.paper')}
              none={t('desk.anyKind')}
              value={kind ?? ''}
              choices={paperKinds.map((one) => ({ value: one, label: inSentence(t(`paper.${one}`)) }))}
              onChange={(one) => set({ kind: one })}
            />
          ),
        }}
      />
      <KeysetRows list={list} events={kycEvents} empty={<Empty title={t('desk.none')}>{t('desk.noneHow')}</Empty>}>
        {(papers: PaperToCheck[]) => (
          <div className="paper-desk">
            <ol className="paper-queue" aria-label={t('nav.papersToCheck')}>
              {papers.map((paper) => (
                <PaperRow
                  key={paper.file.id}
                  paper={paper}
                  isShown={paper.file.id === shown}
                  onShow={() => set({ paper: paper.file.id })}
                />
              ))}
            </ol>
            {shown !== undefined && <ShownPaper key={shown} id={shown} onDecided={() => goOn(shown)} />}
          </div>
        )}
      </KeysetRows>
    </Page>
  );
}

function PaperRow({ paper, isShown, onShow }: { paper: PaperToCheck; isShown: boolean; onShow: () => void }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { file, memberName, memberNumber } = paper;
  return (
    <li>
      <button type="button" className="paper-pick" aria-current={isShown ? 'true' : undefined} onClick={onShow}>
        <strong>{t(`file.kind.${file.kind}`)}</strong>
        <span>
          {memberName} · {memberNumber}
        </span>
        <span className="quiet small">{format.instant(file.addedAt)}</span>
      </button>
    </li>
  );
}

function ShownPaper({ id, onDecided }: { id: string; onDecided: () => void }) {
  const paper = useQuery({
    queryKey: ['paper', id],
    queryFn: () => api.get<PaperView>('/api/papers/{id}', { path: { id } }),
  });
  return (
    <Answered query={paper} lines={10}>
      {(shown) => <CheckPaper paper={shown} onDecided={onDecided} />}
    </Answered>
  );
}
