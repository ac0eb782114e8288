import type { FocusEvent } from 'react';
import type { ChangeProfileRequest } from '../../shared/answers.ts';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { malformedNumbers } from '../application/malformed-numbers.ts';
import { useMemberText } from '../member-text.ts';
import { useThisSociety } from '../society.tsx';

interface ProfileForm {
  leave: (event: FocusEvent<HTMLFormElement>) => void;
  /** For a field of the form: the name it is known by, and what is wrong with it. */
  field: (path: string) => { name: string; problem: string | undefined };
}

/** A change of one's own details is looked at as each field is left, before the server sees it. */
export function useProfileForm({
  body,
  version,
  error,
}: {
  body: Omit<ChangeProfileRequest, 'version'>;
  version: number;
  error: unknown;
}): ProfileForm {
  const t = useMemberText();
  const society = useThisSociety();
  const form = useContractForm('ChangeProfileBody', { ...body, version }, error);
  const { phone = '', email, pan = '', bankDetails } = body;
  const malformed = malformedNumbers({ phone, email: email ?? '', pan, ifsc: bankDetails?.ifsc ?? '' }, society);
  return {
    leave: form.leave,
    field: (path) => {
      const key = form.wasLeft(path) ? malformed[path] : undefined;
      return { name: path, problem: key === undefined ? form.problem(path) : t(key) };
    },
  };
}
