import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Language, languageNames, languages } from '../../shared/messages/messages.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { CreateStaffUserRequest } from '../answers.ts';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox, TextBox } from '../ui/fields.tsx';
import { OneTimeCode } from '../ui/one-time-code.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useRoles } from './setting-queries.ts';

interface TypedUser {
  username: string;
  name: string;
  email: string;
  phone: string;
  role: string;
  language: Language;
}

/** A new colleague gets a code to choose their own password with; it is shown once. */
export function CreateUser({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useWords();
  const roles = useRoles();
  const language = useLanguage();
  const empty: TypedUser = { username: '', name: '', email: '', phone: '', role: '', language };
  const [typed, setTyped] = useState(empty);
  const creating = useMutation({
    mutationFn: (request: CreateStaffUserRequest) => client.post('/api/admin/users', { body: request }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const set = (change: Partial<TypedUser>) => setTyped((before) => ({ ...before, ...change }));
  const request: CreateStaffUserRequest = {
    username: typed.username.trim(),
    name: typed.name.trim(),
    role: typed.role,
    language: typed.language,
    ...(typed.email.trim() === '' ? {} : { email: typed.email.trim() }),
    ...(typed.phone.trim() === '' ? {} : { phone: typed.phone.trim() }),
  };
  const checking = useContractForm('CreateStaffUserBody', request, creating.error);
  const { problem } = checking;
  const close = () => {
    onClose();
    if (creating.isSuccess) setTyped(empty);
    creating.reset();
  };
  if (creating.data !== undefined) {
    return (
      <SidePanel title={t('users.created', { name: creating.data.user.name })} isOpen={isOpen} onClose={close}>
        <OneTimeCode
          whose={`${creating.data.user.name} · ${creating.data.user.roleName}`}
          names={[creating.data.user.username]}
          code={creating.data.oneTimeCode}
          expiresAt={creating.data.expiresAt}
        />
      </SidePanel>
    );
  }
  return (
    <ActDialog
      title={t('users.create')}
      isOpen={isOpen}
      onClose={close}
      act={t('users.createNow')}
      onAct={() => creating.mutate(request)}
      isBusy={creating.isPending}
      isReady={request.username !== '' && request.name !== '' && request.role !== ''}
      error={creating.error}
      checking={checking}
    >
      <TextBox
        label={t('user.name')}
        autoFocus
        maxLength={120}
        name="name"
        value={typed.name}
        onChange={(name) => set({ name })}
        problem={problem('name')}
      />
      <TextBox
        label={t('user.username')}
        hint={t('user.usernameHow')}
        maxLength={31}
        takesDigits
        name="username"
        value={typed.username}
        onChange={(username) => set({ username: username.toLowerCase() })}
        problem={problem('username')}
      />
      <Answered query={roles}>
        {({ items }) => (
          <ChoiceBox
            label={t('user.role')}
            name="role"
            value={typed.role}
            choices={items.map((role) => ({ value: role.code, label: role.name }))}
            onChange={(role) => set({ role })}
            problem={problem('role')}
          />
        )}
      </Answered>
      <TextBox
        label={t('member.email')}
        type="email"
        isOptional
        name="email"
        value={typed.email}
        onChange={(email) => set({ email })}
        problem={problem('email')}
      />
      <TextBox
        label={t('member.phone')}
        type="tel"
        takesDigits
        isOptional
        name="phone"
        value={typed.phone}
        onChange={(phone) => set({ phone })}
        problem={problem('phone')}
      />
      <ChoiceBox
        label={t('member.language')}
        value={typed.language}
        choices={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        onChange={(one) => one !== '' && set({ language: one })}
      />
    </ActDialog>
  );
}
