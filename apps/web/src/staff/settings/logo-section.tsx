import { Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { drawSmallLogo } from '../../shared/pictures/small-logo.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { useMay } from '../session.ts';
import { useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { Section } from '../ui/page.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** The picture on receipts, certificates and above every page. */
export function LogoSection() {
  const t = useWords();
  const may = useMay();
  const { logo } = useThisSociety();
  const [isUnreadable, setUnreadable] = useState(false);
  const changing = useMutation({
    mutationFn: (chosen: string | null) =>
      chosen === null
        ? client.delete('/api/society/logo')
        : client.put('/api/society/logo', { body: { logo: chosen } }),
    onSuccess: async (society) => {
      showToast(t(society.logo === null ? 'logo.removed' : 'logo.changed'));
      await queryClient.invalidateQueries();
    },
  });
  const choose = async (file: File | null) => {
    if (file === null) return;
    changing.reset();
    try {
      const small = await drawSmallLogo(document.createElement('canvas'), file);
      setUnreadable(false);
      changing.mutate(small);
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <Section title={t('logo.title')} isOnScreenOnly>
      <div className="row">
        {logo === null ? (
          <p className="quiet">{t('logo.none')}</p>
        ) : (
          <img src={logo} alt={t('logo.title')} className="logo-shown" />
        )}
        {may('settings.change') && (
          <>
            <FileButton accept="image/png,image/jpeg" onChange={(file) => void choose(file)}>
              {(button) => (
                <Button {...button} loading={changing.isPending}>
                  {t('logo.choose')}
                </Button>
              )}
            </FileButton>
            {logo !== null && (
              <Button variant="subtle" disabled={changing.isPending} onClick={() => changing.mutate(null)}>
                {t('logo.remove')}
              </Button>
            )}
          </>
        )}
      </div>
      <p className="quiet small">{t('logo.how')}</p>
      {isUnreadable && <Note tone="warning">{t('logo.unreadable')}</Note>}
      <ProblemNote error={changing.error} takesFocus />
    </Section>
  );
}
