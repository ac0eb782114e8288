import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Toasts } from '../shared/ui/toast.tsx';
import { NotSetUpPage, StartingPage } from './login/waiting-pages.tsx';
import { mantineTheme, tokenVariables } from './mantine-theme.ts';
import { router } from './router.tsx';
import { SocietyProvider, useSociety } from './society.tsx';
import { queryClient } from './staff-api.ts';
import { useShownTheme } from './ui/use-shown-theme.ts';

export function StaffApp() {
  const shownTheme = useShownTheme();
  return (
    <MantineProvider theme={mantineTheme} cssVariablesResolver={tokenVariables} forceColorScheme={shownTheme}>
      <QueryClientProvider client={queryClient}>
        <SocietyGate />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Nothing can be shown rightly before the society's currency, calendar and name are known. */
function SocietyGate() {
  const { data: society, error, refetch } = useSociety();
  if (society === undefined) return <StartingPage error={error} onRetry={() => void refetch()} />;
  if (!society.isSetUp) return <NotSetUpPage />;
  return (
    <SocietyProvider society={society}>
      <RouterProvider router={router} />
    </SocietyProvider>
  );
}
