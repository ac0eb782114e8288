import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { Sessions } from '../account/sessions.tsx';
import type { ChangeStaffUserRequest, StaffUser } from '../answers.ts';
import { useMay } from '../session.ts';
import { client, queryClient } from '../staff-api.ts';
import { ChoiceBox, TextBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { StateMark } from '../ui/marks.tsx';
import { OneTimeCode } from '../ui/one-time-code.tsx';
import { Answered, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { RuleChangeForm } from './rule-change.tsx';
import { useRoles } from './setting-queries.ts';

/** One colleague: what they are, whether they may come in, and where they are logged in. */
export function UserPanel({ user }: { user: StaffUser }) {
  const t = useWords();
  const mayManage = useMay()('user.manage');
  return (
    <div className="stack stack-wide">
      <p>
        {user.username} · {user.roleName} <StateMark state={user.status} />
      </p>
      {mayManage && <UserForm user={user} />}
      {mayManage && <ChangeUserRole user={user} />}
      {mayManage && <NewCode user={user} />}
      <section className="stack" aria-label={t('sessions.title')}>
        <h3>{t('sessions.title')}</h3>
        <Sessions userId={user.id} mayEnd={mayManage} />
      </section>
    </div>
  );
}

function UserForm({ user }: { user: StaffUser }) {
  const t = useWords();
  const [name, setName] = useState(user.name);
  const [email, setEmail] = useState(user.email ?? '');
  const [phone, setPhone] = useState(user.phone ?? '');
  const [status, setStatus] = useState<StaffUser['status']>(user.status);
  const [reason, setReason] = useState('');
  const request: ChangeStaffUserRequest = {
    ...(name.trim() === user.name ? {} : { name: name.trim() }),
    ...(email.trim() === (user.email ?? '') ? {} : { email: email.trim() === '' ? null : email.trim() }),
    ...(phone.trim() === (user.phone ?? '') ? {} : { phone: phone.trim() === '' ? null : phone.trim() }),
    ...(status === user.status ? {} : { status }),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    version: user.version,
  };
  const isChanged = Object.keys(request).some((key) => key !== 'version' && key !== 'reason');
  const changing = useMutation({
    mutationFn: () => client.put('/api/admin/users/{id}', { path: { id: user.id }, body: request }),
    onSuccess: async () => {
      showToast(t('users.changed', { name: name.trim() }));
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('ChangeStaffUserBody', request, changing.error);
  const { problem } = checking;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !changing.isPending) changing.mutate();
  };
  return (
    <Form onSubmit={submit} checking={checking} saved={changing.data}>
      <TextBox
        label={t('user.name')}
        maxLength={120}
        name="name"
        value={name}
        onChange={setName}
        problem={problem('name')}
      />
      <TextBox
        label={t('member.email')}
        type="email"
        isOptional
        name="email"
        value={email}
        onChange={setEmail}
        problem={problem('email')}
      />
      <TextBox
        label={t('member.phone')}
        type="tel"
        takesDigits
        isOptional
        name="phone"
        value={phone}
        onChange={setPhone}
        problem={problem('phone')}
      />
      <ChoiceBox<StaffUser['status']>
        label={t('list.state')}
        name="status"
        value={status}
        choices={(['active', 'suspended', 'closed'] as const).map((one) => ({ value: one, label: t(`state.${one}`) }))}
        onChange={(one) => one !== '' && setStatus(one)}
        problem={problem('status')}
      />
      {status !== user.status && (
        <>
          <Note tone={status === 'active' ? 'info' : 'warning'}>
            {t(status === 'active' ? 'users.willOpen' : 'users.willEnd')}
          </Note>
          <TextBox
            label={t('act.reason')}
            maxLength={200}
            name="reason"
            value={reason}
            onChange={setReason}
            problem={problem('reason')}
          />
        </>
      )}
      <ProblemNote error={changing.error} takesFocus />
      <div className="row">
        <Button type="submit" variant="filled" loading={changing.isPending} disabled={!isChanged}>
          {t('details.save')}
        </Button>
      </div>
    </Form>
  );
}

/** What a colleague may do is agreed between two people; the form above changes only who they are. */
function ChangeUserRole({ user }: { user: StaffUser }) {
  const t = useWords();
  const roles = useRoles();
  const [role, setRole] = useState(user.role);
  const [reason, setReason] = useState('');
  const isWhole = role !== user.role && reason.trim() !== '';
  const body = { role, reason: reason.trim(), version: user.version };
  return (
    <section className="stack" aria-label={t('users.changeRole')}>
      <h3>{t('users.changeRole')}</h3>
      <RuleChangeForm
        request={isWhole ? body : undefined}
        body="ChangeUserRoleBody"
        typed={body}
        send={(preview) =>
          client.post('/api/admin/users/{id}/role-changes', { path: { id: user.id }, query: { preview }, body })
        }
      >
        {(problem) => (
          <>
            <Answered query={roles}>
              {({ items }) => (
                <ChoiceBox
                  label={t('user.role')}
                  name="role"
                  value={role}
                  choices={items.map((one) => ({ value: one.code, label: one.name }))}
                  onChange={(one) => one !== '' && setRole(one)}
                  problem={problem('role')}
                />
              )}
            </Answered>
            <TextBox
              label={t('act.reason')}
              maxLength={200}
              name="reason"
              value={reason}
              onChange={setReason}
              problem={problem('reason')}
            />
          </>
        )}
      </RuleChangeForm>
    </section>
  );
}

function NewCode({ user }: { user: StaffUser }) {
  const t = useWords();
  const issuing = useMutation({
    mutationFn: () => client.post('/api/admin/users/{id}/one-time-code', { path: { id: user.id } }),
  });
  return (
    <section className="stack" aria-label={t('code.issue')}>
      <h3>{t('code.issue')}</h3>
      {issuing.data === undefined ? (
        <>
          <p>{t('code.how')}</p>
          <ProblemNote error={issuing.error} takesFocus />
          <div className="row">
            <Button loading={issuing.isPending} onClick={() => issuing.mutate()}>
              {t('code.issueNow')}
            </Button>
          </div>
        </>
      ) : (
        <OneTimeCode
          whose={`${user.name} · ${user.roleName}`}
          names={[user.username]}
          code={issuing.data.oneTimeCode}
          expiresAt={issuing.data.expiresAt}
        />
      )}
    </section>
  );
}
