import { useMutation } from '@tanstack/react-query';
import type { RequestOptions } from '../../shared/api.ts';
import { saveFile } from '../../shared/save-file.ts';
import { api, queryClient } from '../staff-api.ts';

/** Fetches a paper and hands it to the printer. Each fetch of a receipt counts: the second one says DUPLICATE. */
export function usePaper() {
  return useMutation({
    mutationFn: async ({ path, options }: { path: string; options?: RequestOptions }) => {
      printFile(await api.download(path, options));
      await queryClient.invalidateQueries({ queryKey: ['receipt'] });
    },
  });
}

/**
 * Opens the paper in a window of its own and asks the browser to print it there. A browser that refuses the window keeps
 * the file instead, so the paper is never lost.
 */
export function printFile(file: { blob: Blob; fileName: string }): void {
  const address = URL.createObjectURL(file.blob);
  const sheet = window.open(address, '_blank');
  if (sheet === null) saveFile(file);
  else sheet.addEventListener('load', () => sheet.print(), { once: true });
  setTimeout(() => URL.revokeObjectURL(address), 10 * 60_000);
}
