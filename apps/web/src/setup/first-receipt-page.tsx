import { useEffect, useRef } from 'react';
import { useSetupText } from './setup-text.ts';

/** The society stands; what leads from here to its first receipt. */
export function FirstReceiptPage({ username }: { username: string }) {
  const t = useSetupText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo({ top: 0 });
  }, []);
  return (
    <main className="setup-main stack">
      <h1 ref={heading} tabIndex={-1}>
        {t('first.title')}
      </h1>
      <p>{t('first.text')}</p>
      <ol className="first-steps">
        <li>{t('first.logIn', { username })}</li>
        <li>{t('first.staff')}</li>
        <li>{t('first.till')}</li>
        <li>{t('first.member')}</li>
        <li>{t('first.receipt')}</li>
      </ol>
      <p>
        <a className="button button-filled" href="/staff">
          {t('first.act')}
        </a>
      </p>
    </main>
  );
}
