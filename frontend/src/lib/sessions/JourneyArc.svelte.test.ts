import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { JourneySessionFragment } from '$lib/api';
import { expectAccessible } from '../../tests/axe';
import JourneyArc from './JourneyArc.svelte';

const DAY_MS = 86_400_000;
const held = (number: number, away: number) =>
  ({
    id: `session_${number}`,
    number,
    title: `Part ${number}`,
    state: away < 0 ? 'CLOSED' : 'PUBLISHED',
    startsAt: new Date(Date.now() + away * DAY_MS).toISOString(),
    endsAt: new Date(Date.now() + (away + 0.1) * DAY_MS).toISOString(),
    parts: [],
    prompts: [],
    preWork: [],
  }) as unknown as JourneySessionFragment;

/** Twelve sessions, a week apart; the fifth is the next one. */
const sessions = Array.from({ length: 12 }, (_, index) => held(index + 1, (index - 4) * 7 + 3));

const inFocus = () => document.activeElement?.querySelector('.what')?.textContent;

beforeEach(async () => {
  await page.viewport(1200, 800);
  render(JourneyArc, { slug: 'autumn', sessions });
});

test('the arrows walk from the present along the sessions, and t leads back', async () => {
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(inFocus).toBe('Part 5');
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(inFocus).toBe('Part 6');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await expect.poll(inFocus).toBe('Part 4');
  await userEvent.keyboard('t');
  await expect.poll(inFocus).toBe('Part 5');
});

test('the picture goes along to sessions that it did not show', async () => {
  await expect.element(page.getByText('Part 12')).not.toBeInTheDocument();
  for (let step = 0; step < 9; step += 1) {
    await userEvent.keyboard('{ArrowRight}');
  }
  await expect.poll(inFocus).toBe('Part 12');
  await expectAccessible();
});

test('the word for today is not written over by the arcs that rise beside it', () => {
  const today = document.querySelector('.on-arc.label')!;
  expect(today.textContent).toMatch(/\d/);
  expect(getComputedStyle(today).backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
});
