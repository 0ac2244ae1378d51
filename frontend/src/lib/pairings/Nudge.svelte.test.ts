import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import Nudge from './Nudge.svelte';

const MINUTE_MS = 60_000;
const from = (at: number) => ({
  pair: 'pair_1',
  names: 'Kofi',
  from: new Date(at).toISOString(),
});

test('in the minute in which a pair begins it may be nudged, and nothing speaks of another time', async () => {
  const end = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS + MINUTE_MS - 1;
  render(Nudge, from(end));
  await expect.element(page.getByRole('button', { name: 'Nudge Kofi' })).toBeEnabled();
});

test('before that it is said from when on it may be, not that it was done before', async () => {
  render(Nudge, from(Date.now() + 10 * MINUTE_MS));
  await expect.element(page.getByRole('button', { name: 'Nudge Kofi' })).toBeDisabled();
  await expect
    .element(page.getByText(/^You can nudge from today|^You can nudge from tomorrow/))
    .toBeVisible();
});
