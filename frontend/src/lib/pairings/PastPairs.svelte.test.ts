import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { mutate } from '$lib/api';
import { expectAccessible } from '../../tests/axe';
import PastPairs from './PastPairs.svelte';

const { face, commitment } = vi.hoisted(() => {
  const face = (id: string, name: string) => ({ id, handle: id, name, zone: 'UTC' });
  const commitment = (id: string, person: object, more: object) => ({
    id,
    words: `Ask ${id}`,
    dueOn: '2026-01-16',
    madeAt: '2026-01-05T09:00:00Z',
    outcome: 'OPEN',
    reason: null,
    settledAt: null,
    person,
    ...more,
  });
  return { face, commitment };
});

vi.mock('$lib/api', async (original) => {
  const [priya, mei] = [face('priya', 'Priya Raman'), face('mei', 'Mei Wu')];
  const pair = {
    id: 'pair_1',
    startsAt: '2026-01-05T09:00:00Z',
    endsAt: '2026-02-02T09:00:00Z',
    endedAt: '2026-02-02T09:00:00Z',
    met: 'YES',
    round: { id: 'round_1', number: 1 },
    thread: { id: 'thread_1' },
    members: [
      { isViewer: true, leftAt: null, role: 'PEER', person: priya },
      { isViewer: false, leftAt: null, role: 'PEER', person: mei },
    ],
    commitments: [
      commitment('one', priya, { viewerOwns: true }),
      commitment('two', mei, { viewerOwns: false }),
      commitment('three', mei, { viewerOwns: false, outcome: 'DONE' }),
    ],
  };
  const pastPairs = { edges: [{ node: pair }], pageInfo: { hasNextPage: false, endCursor: null } };
  return {
    ...(await original<typeof import('$lib/api')>()),
    liveQuery: () => ({ data: { community: { id: 'community_1', pairing: { pastPairs } } } }),
    mutate: vi.fn(async () => ({})),
  };
});

test('of a pair that is over one settles what one meant, and finds the conversation', async () => {
  render(PastPairs, { slug: 'autumn' });
  await expect
    .element(page.getByText('One of yours is still open.', { exact: false }))
    .toBeVisible();
  await page.getByText('Commitments: 1 of yours, 2 of theirs').click();
  await expectAccessible();
  await expect.element(page.getByRole('heading', { name: 'Mei Wu', level: 3 })).toBeVisible();
  const settles = page.getByRole('button', { name: 'It is done' });
  expect(settles.elements()).toHaveLength(1);
  await settles.click();
  await expect.poll(() => vi.mocked(mutate).mock.calls.length).toBe(1);
  expect(vi.mocked(mutate).mock.calls[0]?.[1]).toMatchObject({
    input: { commitment: 'one', outcome: 'DONE' },
  });
  await expect.element(page.getByRole('button', { name: 'Read your conversation' })).toBeVisible();
});
