import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Free to choose, so that two checkouts can be tested side by side. */
const previewPort = Number(process.env.TILLROLL_PREVIEW_PORT ?? 4173);
const withFakeHost = process.env.VITE_FAKE_HOST === '1';

/** The policy of the real window, with one fixed nonce, so that tests meet the same refusals. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'nonce-preview'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** In the real window the host fills the nonce; in a preview this plugin does. */
const previewNonce: Plugin = {
  name: 'tillroll-preview-nonce',
  transformIndexHtml: (html) =>
    withFakeHost ? html.replace('<style id="csp-nonce">', '<style id="csp-nonce" nonce="preview">') : html,
};

export default defineConfig({
  plugins: [react(), tailwindcss(), previewNonce],
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  preview: {
    port: previewPort,
    strictPort: true,
    headers: { 'Content-Security-Policy': contentSecurityPolicy },
  },
  build: {
    target: ['safari17.5', 'chrome123'],
    outDir: withFakeHost ? 'dist-fake' : 'dist',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rollupOptions: { input: withFakeHost ? ['index.html', 'tests/gallery/index.html'] : ['index.html'] },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
  },
});
