import { useQueryClient } from '@tanstack/react-query';
import type { ChangeProfileRequest, Member } from '../../shared/answers.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { client } from '../member-api.ts';
import { useMemberText } from '../member-text.ts';
import { type Act, useAct } from '../use-act.ts';

/** Sends only what differs from what the member sees, with the version they saw. */
export function useChangeProfile(member: Member, onDone: () => void): Act<Omit<ChangeProfileRequest, 'version'>, void> {
  const t = useMemberText();
  const queries = useQueryClient();
  return useAct(async (wanted: Omit<ChangeProfileRequest, 'version'>) => {
    const changes = Object.fromEntries(
      Object.entries(wanted).filter(([name, value]) => value !== undefined && value !== shownValue(member, name)),
    );
    if (Object.keys(changes).length === 0) {
      onDone();
      return;
    }
    const changed = await client.put('/api/members/profile', {
      body: { ...changes, version: member.version },
    });
    queries.setQueryData(['profile'], changed.member);
    showToast(changed.waiting.length > 0 ? t('profile.changeWaits') : t('profile.changed'));
    onDone();
  });
}

function shownValue(member: Member, name: string): unknown {
  return new Map<string, unknown>(Object.entries(member)).get(name);
}
