import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Member, TimelineItem } from '../answers.ts';
import { auditWordKey } from '../audit/audit-words.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { ChoiceBox } from '../ui/fields.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Section } from '../ui/page.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { useKnownWord, useWords } from '../words.ts';

type Kind = TimelineItem['kind'];

const kinds = [
  'money',
  'status',
  'profile',
  'papers',
  'approvals',
  'logins',
  'notes',
] as const satisfies readonly Kind[];

/** Everything that happened to one member, newest first. */
export function MemberTimeline({ member }: { member: Member }) {
  const t = useWords();
  const [kind, setKind] = useState<Kind | ''>('');
  const list = useKeysetList(
    '/api/members/{id}/timeline',
    { limit: 30, kind: kind === '' ? undefined : kind },
    { id: member.id },
  );
  const words = useTimelineWords();
  return (
    <Section
      title={t('timeline.title')}
      actions={
        <ChoiceBox<Kind>
          label={t('timeline.show')}
          value={kind}
          none={t('timeline.all')}
          choices={kinds.map((each) => ({ value: each, label: t(`timeline.${each}`) }))}
          onChange={setKind}
        />
      }
    >
      <KeysetRows
        list={list}
        events={[
          'receipt.issued',
          'savings.withdrawn',
          'interest.credited',
          'deposit.irregular',
          'instruction.taken',
          'deposit.matured',
          'savings.transferred',
          'entry.reversed',
          'member.status-changed',
          'file.changed',
        ]}
        empty={<p className="quiet">{t('timeline.none')}</p>}
      >
        {(items: TimelineItem[]) => (
          <Timeline
            events={items.map((item) => ({
              key: item.id,
              at: item.at,
              what: words(item),
              by: item.by,
              note: item.text,
            }))}
          />
        )}
      </KeysetRows>
    </Section>
  );
}

/** What happened, in the word that the books, the approvals or the trail have for it, as a link where it opens. */
function useTimelineWords(): (item: TimelineItem) => ReactNode {
  const t = useWords();
  const known = useKnownWord();
  const may = useMay();
  const format = useSocietyFormat();
  const named = ({ kind, code }: TimelineItem): string => {
    const [asked = '', state = ''] = code.split('.');
    switch (kind) {
      case 'money':
        return known(`entry.kind.${code}`) ?? code;
      case 'status':
        return t('timeline.became', { status: known(`member.status.${code}`) ?? code });
      case 'approvals':
        return `${known(`approval.kind.${asked}`) ?? asked}: ${known(`state.${state}`) ?? state}`;
      case 'logins':
        return known(`loginOutcome.${code}`) ?? t('timeline.login');
      case 'notes':
        return t('timeline.note');
      default:
        return known(`audit.${auditWordKey(code)}`) ?? code;
    }
  };
  return (item) => {
    const words = item.amount === null ? named(item) : `${named(item)} · ${format.money(item.amount)}`;
    const { link } = item;
    if (link?.kind === 'receipt' && may('counter.read')) {
      return (
        <Link to="/receipts/$id" params={{ id: link.id }}>
          {words}
        </Link>
      );
    }
    if (link?.kind === 'entry' && may('books.read')) {
      return (
        <Link to="/transactions/$id" params={{ id: link.id }}>
          {words}
        </Link>
      );
    }
    if (link?.kind === 'approval' && may('approval.read')) {
      return (
        <Link to="/approvals/$id" params={{ id: link.id }}>
          {words}
        </Link>
      );
    }
    return words;
  };
}
