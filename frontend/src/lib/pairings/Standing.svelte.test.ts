import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import Standing from './Standing.svelte';

const stands = (standing: string) =>
  render(Standing, {
    slug: 'autumn',
    community: 'community_1',
    pairing: { standing, nextRoundAt: null, pairs: [], preferences: {} } as never,
    onchange: () => undefined,
  });

test('who left a pair reads that, and that the next round counts with them', async () => {
  stands('LEFT');
  await expect
    .element(page.getByText('You left your pair. The next round counts with you.'))
    .toBeVisible();
});

test('who is in no round is not told that there is none', async () => {
  stands('READY');
  await expect.element(page.getByText('The next round counts with you.')).toBeVisible();
});
