import './theme.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { makeQueryClient } from '../api/queryClient';
import { handNonceToReactAria } from './nonce';
import { Providers } from './Providers';
import { router } from './router';
import { applyTheme, chosenTheme } from './theme';

config({ jitless: true });
applyTheme(chosenTheme());
handNonceToReactAria();
if (import.meta.env.VITE_FAKE_HOST === '1') await playFakeHost();
draw();

/** Only in builds made for tests: canned answers in place of the host. The shipped window has none of this. */
async function playFakeHost(): Promise<void> {
  const { installFakeHost } = await import('../../tests/fake-host');
  installFakeHost();
}

function draw(): void {
  const place = document.getElementById('root');
  if (!place) return;
  createRoot(place).render(
    <StrictMode>
      <Providers queries={makeQueryClient()}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}
