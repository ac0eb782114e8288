import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import type { Member } from '../answers.ts';
import { useMay } from '../session.ts';
import { client } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { OneTimeCode } from '../ui/one-time-code.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useWords } from '../words.ts';

/** A code that lets the member choose a new password; nobody in the office ever learns the password itself. */
export function IssueCode({ member }: { member: Member }) {
  const t = useWords();
  const may = useMay();
  const [isOpen, dialog] = useDisclosure(false);
  const issuing = useMutation({
    mutationFn: () => client.post('/api/members/{id}/one-time-code', { path: { id: member.id } }),
  });
  if (!may('member.login.issue')) return null;
  const close = () => {
    dialog.close();
    issuing.reset();
  };
  return (
    <>
      <Button onClick={dialog.open}>{t('code.issue')}</Button>
      {issuing.data === undefined ? (
        <ActDialog
          title={t('code.issueTo', { name: member.name })}
          isOpen={isOpen}
          onClose={close}
          act={t('code.issueNow')}
          onAct={() => issuing.mutate()}
          isBusy={issuing.isPending}
          error={issuing.error}
        >
          <p>{t('code.how')}</p>
        </ActDialog>
      ) : (
        <SidePanel title={t('code.issueTo', { name: member.name })} isOpen={isOpen} onClose={close}>
          <OneTimeCode
            names={member.loginNames}
            code={issuing.data.oneTimeCode}
            expiresAt={issuing.data.expiresAt}
            whose={`${member.name} · ${member.memberNumber}`}
          />
        </SidePanel>
      )}
    </>
  );
}
