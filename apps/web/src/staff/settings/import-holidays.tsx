import { Button, FileButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import type { ImportedHolidays } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** The list of a whole year from a spreadsheet: seen before it is taken in, refused as a whole where a line is wrong. */
export function ImportHolidays() {
  const t = useWords();
  const [isOpen, dialog] = useDisclosure(false);
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const [seen, setSeen] = useState<ImportedHolidays>();
  const looking = useMutation({
    mutationFn: (csv: string) => client.post('/api/holidays/import', { query: { preview: true }, body: { csv } }),
    onSuccess: setSeen,
  });
  const adding = useMutation({
    mutationFn: (csv: string) => client.post('/api/holidays/import', { body: { csv } }),
    onSuccess: async ({ added }) => {
      showToast(t('holidays.imported', { count: added.length }));
      close();
      await queryClient.invalidateQueries();
    },
  });
  const close = () => {
    dialog.close();
    setFile(undefined);
    setSeen(undefined);
    looking.reset();
    adding.reset();
  };
  const choose = async (chosen: File | null) => {
    if (chosen === null) return;
    setSeen(undefined);
    adding.reset();
    const csv = await chosen.text();
    setFile({ name: chosen.name, csv });
    looking.mutate(csv);
  };
  const count = seen?.added.length ?? 0;
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t('holidays.import')}
      </Button>
      <ActDialog
        title={t('holidays.importTitle')}
        isOpen={isOpen}
        onClose={close}
        act={count === 0 ? t('holidays.importNone') : t('holidays.importNow', { count })}
        onAct={() => file !== undefined && adding.mutate(file.csv)}
        isBusy={looking.isPending || adding.isPending}
        isReady={count > 0}
        error={adding.error ?? looking.error}
      >
        <p>{t('holidays.importHow')}</p>
        <pre className="hash">{t('holidays.importExample')}</pre>
        <div className="row">
          <FileButton accept=".csv,text/csv" onChange={(chosen) => void choose(chosen)}>
            {(button) => (
              <Button {...button} variant="default">
                {t(file === undefined ? 'file.choose' : 'holidays.chooseAnother')}
              </Button>
            )}
          </FileButton>
          {file !== undefined && <span className="breakable">{file.name}</span>}
        </div>
        {seen !== undefined && <Seen seen={seen} />}
      </ActDialog>
    </>
  );
}

function Seen({ seen: { added, standing, past } }: { seen: ImportedHolidays }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <section className="stack" aria-label={t('rule.preview')}>
      <h3>{t('holidays.wouldAdd', { count: added.length })}</h3>
      {added.length > 0 && (
        <table className="table table-plain">
          <caption className="visually-hidden">{t('rule.preview')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('holidays.day')}</th>
              <th scope="col">{t('holidays.name')}</th>
            </tr>
          </thead>
          <tbody>
            {added.map(({ day, nameEn, nameHi }) => (
              <tr key={day}>
                <td>{format.day(day)}</td>
                <td>{nameEn === nameHi ? nameEn : `${nameEn} · ${nameHi}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {standing > 0 && <Note>{t('holidays.standing', { count: standing })}</Note>}
      {past > 0 && <Note>{t('holidays.past', { count: past })}</Note>}
    </section>
  );
}
