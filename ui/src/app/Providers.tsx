import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { followStaleness } from '../api/invalidation';
import { workspaceQuery } from '../api/queries';
import { CommandProvider } from '../kit/CommandRegistry';
import { DrawerProvider } from '../kit/Drawer';
import { showToast, Toasts } from '../kit/Toasts';
import { ZoneProvider } from '../kit/ZoneContext';
import { locale } from '../lib/locale';
import { systemZone } from '../lib/time';

/** Everything the whole window shares. */
export function Providers({ queries, children }: { queries: QueryClient; children: ReactNode }) {
  useStaleness(queries);
  return (
    <I18nProvider locale={locale}>
      <QueryClientProvider client={queries}>
        <WorkspaceZone>
          <CommandProvider>
            <DrawerProvider>
              {children}
              <Toasts />
            </DrawerProvider>
          </CommandProvider>
        </WorkspaceZone>
      </QueryClientProvider>
    </I18nProvider>
  );
}

function WorkspaceZone({ children }: { children: ReactNode }) {
  const workspace = useQuery(workspaceQuery).data;
  return <ZoneProvider zone={workspace?.settings.timeZone ?? systemZone()}>{children}</ZoneProvider>;
}

function useStaleness(queries: QueryClient) {
  useEffect(() => {
    let isGone = false;
    let stop: (() => void) | undefined;
    followStaleness(queries).then(
      (stopListening) => {
        if (isGone) stopListening();
        else stop = stopListening;
      },
      () =>
        showToast({
          tone: 'bad',
          title: 'This window does not hear of changes',
          detail: 'Reopen it to follow them.',
        }),
    );
    return () => {
      isGone = true;
      stop?.();
    };
  }, [queries]);
}
