import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { mutate } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import RoundDialog from './RoundDialog.svelte';

vi.mock('$lib/api', async (original) => ({
  ...(await original<typeof import('$lib/api')>()),
  mutate: vi.fn(async () => ({})),
}));

beforeAll(() => speakAlso('rounds'));
afterEach(() => vi.mocked(mutate).mockClear());

const rules = {
  format: 'PAIRS' as const,
  groupSize: 2,
  minOverlapMinutes: 60,
  differentTeams: false,
  notManager: true,
  sharedLanguage: true,
  cooldownRounds: 3,
  trio: true,
  weights: { complement: 3, goal: 2, site: 1, level: 1, novelty: 5, fairness: 4 },
};
const given = {
  community: { id: 'community_1', zone: 'UTC' },
  ondone: () => undefined,
  isOpen: true,
};
const sent = () => vi.mocked(mutate).mock.calls[0]?.[1] as { input: Record<string, unknown> };

test('other rules end publishing by itself only where somebody says so', async () => {
  const round = { id: 'pairing_1', rules, publishes: false, publishesAt: '2030-01-07T09:00:00Z' };
  render(RoundDialog, { ...given, task: 'again', round });
  const goesOn = page.getByRole('checkbox', { name: 'Publish it by itself as planned' });
  await expect.element(goesOn).toBeChecked();
  await expectAccessible();
  await goesOn.click();
  await page.getByRole('button', { name: 'Work it out' }).click();
  await expect.poll(() => vi.mocked(mutate).mock.calls.length).toBe(1);
  expect(sent().input).toMatchObject({ round: 'pairing_1', waits: true });
});

test('what nobody published by itself is not asked about', async () => {
  const round = { id: 'pairing_1', rules, publishes: false, publishesAt: null };
  render(RoundDialog, { ...given, task: 'again', round });
  await page.getByRole('button', { name: 'Work it out' }).click();
  await expect.poll(() => vi.mocked(mutate).mock.calls.length).toBe(1);
  expect(sent().input).toMatchObject({ waits: false });
  expect(page.getByRole('checkbox', { name: 'as planned' }).elements()).toEqual([]);
});

test('a plan that is changed keeps when it comes and how it is published', async () => {
  const plan = {
    id: 'plan_1',
    everyWeeks: 6,
    weeks: 6,
    nextAt: '2030-01-07T14:30:00Z',
    publishes: true,
    rules,
  };
  render(RoundDialog, { ...given, task: 'plan', plan });
  await page.getByRole('button', { name: /^Repeat/ }).click();
  await expect.poll(() => vi.mocked(mutate).mock.calls.length).toBe(1);
  expect(sent().input).toMatchObject({
    everyWeeks: 6,
    firstAt: '2030-01-07T14:30:00Z',
    publishes: true,
  });
});
