import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useMay } from '../session.ts';
import { MemberFinder } from '../ui/member-finder.tsx';
import { useWords } from '../words.ts';

export function FindBox() {
  const t = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['mod+K', () => input.current?.focus()]], []);
  if (!may('counter.read')) return <div className="find" />;
  return (
    <search className="find">
      <MemberFinder
        label={t('shell.find')}
        isLabelHidden
        keys={t('shell.findKeys')}
        inputRef={input}
        onChoose={(member) => void navigate({ to: '/members/$id', params: { id: member.id } })}
      />
    </search>
  );
}
