import { Button } from '@mantine/core';
import type { QueryValue } from '../../shared/api.ts';
import { saveFile } from '../../shared/save-file.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { api } from '../staff-api.ts';
import { useWords } from '../words.ts';
import { startJob } from './jobs.ts';

interface CsvButtonProps {
  path: string;
  query?: Readonly<Record<string, QueryValue>>;
  total?: number | undefined;
}

const lineFeed = 10;

/** The whole filter as a file, not the page in view. It is fetched while the reader goes on with something else. */
export function CsvButton({ path, query = {}, total }: CsvButtonProps) {
  const t = useWords();
  const save = () =>
    startJob({ title: t('job.file'), total, isDone: () => showToast(t('job.fileSaved')) }, async (working) => {
      // The first line holds the heads.
      let lines = -1;
      const file = await api.download(path, {
        query,
        signal: working.signal,
        onPiece: (bytes) => {
          for (const byte of bytes) if (byte === lineFeed) lines += 1;
          working.report(Math.max(0, lines));
        },
      });
      saveFile(file);
    });
  return (
    <Button variant="subtle" color="gray" size="compact-sm" onClick={save}>
      {t('list.csv')}
    </Button>
  );
}
