import { useMediaQuery } from '@mantine/hooks';
import { useSyncExternalStore } from 'react';
import { currentTheme, onThemeChange } from '../../shared/theme.ts';

/** The face that is shown: as chosen, or as the machine says. */
export function useShownTheme(): 'light' | 'dark' {
  const theme = useSyncExternalStore(onThemeChange, currentTheme);
  const machineIsDark = useMediaQuery(
    '(prefers-color-scheme: dark)',
    matchMedia('(prefers-color-scheme: dark)').matches,
  );
  if (theme !== 'system') return theme;
  return machineIsDark ? 'dark' : 'light';
}
