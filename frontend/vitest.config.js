import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { fluent } from './scripts/fluent.mjs';
import ClosingLine from './scripts/closing-line.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
// Components are tested without the router: what they take from it is stood in for.
const alias = {
  $lib: at('./src/lib'),
  '$app/paths': at('./src/tests/app-paths.ts'),
  '$app/navigation': at('./src/tests/app-navigation.ts'),
  '$app/state': at('./src/tests/app-state.ts'),
};

const launchOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
};

// Other checks run beside these: what hangs fails, what is slow does not.
const testTimeout = 30_000;

export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        plugins: [svelte(), fluent],
        resolve: { alias },
        // One look ahead at what components import, or the first test waits for a reload.
        optimizeDeps: {
          include: ['bits-ui', 'axe-core', '@urql/core', '@urql/exchange-graphcache', 'graphql-ws'],
        },
        test: {
          name: 'browser',
          testTimeout,
          include: ['src/**/*.svelte.test.ts'],
          setupFiles: ['./src/tests/setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        plugins: [fluent],
        resolve: { alias },
        test: {
          name: 'unit',
          testTimeout,
          include: ['src/**/*.unit.test.ts'],
          environment: 'node',
        },
      },
    ],
  },
});
