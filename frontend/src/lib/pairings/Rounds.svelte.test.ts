import { createRawSnippet } from 'svelte';
import { beforeAll, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import Rounds from './Rounds.svelte';

beforeAll(() => speakAlso('rounds'));

const round = {
  id: 'round_2',
  number: 2,
  state: 'PUBLISHED' as const,
  startsAt: '2020-01-05T09:00:00Z',
  endsAt: '2020-02-02T09:00:00Z',
  health: { pairs: 3, met: 1, silent: 0, commitments: 2, done: 0 },
};
const inside = createRawSnippet(() => ({ render: () => '<p>All of it</p>' }));

test('what goes on beside a proposal is opened whole', async () => {
  render(Rounds, { title: 'Goes on until then', rounds: [round], inside });
  await expect.element(page.getByText('All of it')).not.toBeInTheDocument();
  await page.getByText('Round 2').click();
  await expect.element(page.getByText('All of it')).toBeVisible();
  await expectAccessible();
});

test('what is over is a line', async () => {
  render(Rounds, { title: 'Rounds before', rounds: [round] });
  await expect.element(page.getByText('Round 2')).toBeVisible();
  expect(document.querySelector('summary')).toBeNull();
});
