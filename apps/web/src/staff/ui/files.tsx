import { Button, type ButtonProps } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RequestOptions } from '../../shared/api.ts';
import { saveFile } from '../../shared/save-file.ts';
import { api } from '../staff-api.ts';
import { printFile } from './paper.ts';
import { ProblemNote } from './states.tsx';

interface FileButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  path: string;
  options?: RequestOptions;
  /** Printed on paper, or kept as a file. */
  use?: 'save' | 'print';
  children: ReactNode;
}

/** Fetches a paper or a list as a file. A plain link could not carry the log-in. */
export function FileButton({
  path,
  options,
  use = 'save',
  children,
  size = 'sm',
  variant = 'default',
}: FileButtonProps) {
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
