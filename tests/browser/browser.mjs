// Chromium, and what every page in it is watched for.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(import.meta.dirname, '../../frontend/package.json'));
const { chromium } = require('playwright-core');

const PATIENCE_MS = 10_000;
export const DESK = { viewport: { width: 1440, height: 900 } };
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

let launched;

/** One browser for all; each person has a context of their own, as if on their own device. */
export const browser = () =>
  (launched ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  }));

export async function closeBrowser() {
  if (launched) await (await launched).close();
}

export async function newContext(house, options) {
  const context = await (
    await browser()
  ).newContext({
    baseURL: house.origin,
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    reducedMotion: 'reduce',
    ...DESK,
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** Collects what no page may do: errors on the console, in scripts, and against the security policy. */
export async function watch(page, complaints) {
  const complain = (text) => complaints.push(`${text} (at ${new URL(page.url()).pathname})`);
  page.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complain(`script: ${error.message}`));
  await page.exposeFunction('forbidden', (what) => complain(`security policy: ${what}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      window.forbidden(`${effectiveDirective} ${blockedURI}`),
    );
  });
}
