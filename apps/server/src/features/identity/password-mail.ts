import type { Language } from '../../platform/http/actor.ts';
import { identityMessages } from './messages.ts';

export interface PasswordLetter {
  readonly to: string;
  readonly code: string;
  readonly language: Language;
  readonly society: string;
}

const TIMEOUT_MS = 10_000;

/** The mail library is loaded by the first who needs it. */
export async function mailPasswordCode(
  mail: { readonly url: string; readonly from: string },
  letter: PasswordLetter,
): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const sentence = (key: string) =>
    (identityMessages[letter.language][key] ?? '')
      .replace('{society}', () => letter.society)
      .replace('{code}', () => letter.code);
  const transport = createTransport(mail.url, {});
  try {
    await Promise.race([
      transport.sendMail({
        from: mail.from,
        to: { name: '', address: letter.to },
        subject: sentence('MAIL_PASSWORD_SUBJECT'),
        text: sentence('MAIL_PASSWORD_TEXT'),
      }),
      timeUp(),
    ]);
  } finally {
    transport.close();
  }
}

function timeUp(): Promise<never> {
  return new Promise((_, refuse) => {
    setTimeout(() => refuse(new Error('The mail server took too long.')), TIMEOUT_MS).unref();
  });
}
