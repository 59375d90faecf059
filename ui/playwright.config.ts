import { defineConfig } from '@playwright/test';

const address = `http://localhost:${process.env.TILLROLL_PREVIEW_PORT ?? 4173}`;

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  reporter: 'line',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'vite build --logLevel warn && vite preview',
    url: address,
    env: { VITE_FAKE_HOST: '1' },
    reuseExistingServer: false,
  },
});
