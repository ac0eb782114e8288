import { Button, type ButtonProps } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RequestOptions } from '../../shared/api.ts';
import { saveFile } from '../../shared/save-file.ts';
import { api } from '../staff-api.ts';
import { ProblemNote } from './states.tsx';

interface FileButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  path: string;
  options?: RequestOptions;
  /** Printed on paper, or kept as a file. */
  use?: 'save' | 'print';
  children: ReactNode;
}

/** Fetches a paper or a list as a file. A plain link could not carry the log-in. */
export function FileButton({ path, options, use = 'save', children, size = 'sm', variant = 'default' }: FileButtonProps) {
  const fetching = useMutation({
    mutationFn: async () => {
      const file = await api.download(path, options);
      if (use === 'print') printFile(file);
      else saveFile(file);
    },
  });
  return (
    <>
      <Button size={size} variant={variant} loading={fetching.isPending} onClick={() => fetching.mutate()}>
        {children}
      </Button>
      <ProblemNote error={fetching.error} />
    </>
  );
}

/**
 * Opens the paper in a window of its own, where the browser shows and prints it. A browser that refuses the window
 * keeps the file instead, so the paper is never lost.
 */
export function printFile(file: { blob: Blob; fileName: string }): void {
  const address = URL.createObjectURL(file.blob);
  const sheet = window.open(address, '_blank');
  if (sheet === null) saveFile(file);
  setTimeout(() => URL.revokeObjectURL(address), 10 * 60_000);
}
