import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import Mark from './Mark.svelte';

const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();

test.each([
  [0.5, 'No answer yet'],
  [26, 'Waiting 26 hours'],
  [72, 'Waiting 3 days'],
  [24 * 365 * 6, 'No answer yet'],
])('a question of %d hours ago is marked %s', async (hours, words) => {
  render(Mark, { of: 'waiting', since: hoursAgo(hours) });
  await expect.element(page.getByText(words)).toBeVisible();
});
