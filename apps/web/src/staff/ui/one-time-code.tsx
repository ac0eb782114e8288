import { Button } from '@mantine/core';
import { phoneText } from '../../shared/format.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useWords } from '../words.ts';
import { Facts } from './facts.tsx';
import { Note } from './states.tsx';

interface OneTimeCodeProps {
  whose: string;
  names: readonly string[];
  code: string;
  expiresAt: string;
}

/** Shown once, handed over on paper; the slip holds nothing but what its owner needs. */
export function OneTimeCode({ whose, names, code, expiresAt }: OneTimeCodeProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const society = useThisSociety();
  return (
    <div className="stack" role="status">
      <Note tone="warning">{t('code.once')}</Note>
      <div className="slip" data-print>
        <p className="strong">{society.name}</p>
        <Facts
          columns={1}
          facts={[
            [t('code.for'), whose],
            [t('code.loginNames'), names.map(phoneText).join(', ')],
            [
              t('code.code'),
              <code key="code" className="secret secret-large" data-testid="one-time-code">
                {code}
              </code>,
            ],
            [t('code.until'), format.instant(expiresAt)],
          ]}
        />
        <p className="small">{t('code.use')}</p>
      </div>
      <div className="row">
        <Button onClick={() => print()}>{t('code.print')}</Button>
      </div>
    </div>
  );
}
