import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../../tests/axe';
import RecallCard from './RecallCard.svelte';
import { marksInWords } from './words';

beforeEach(() => speakAlso('series'));

const spaced = (more: object) =>
  ({
    position: 0,
    kind: 'RECALL',
    expected: 'The losses, of each group by itself.',
    viewerMark: null,
    series: { id: 'series_1', title: 'What stays', viewerMarks: [], questions: [] },
    ...more,
  }) as never;

test('one’s own marks are said in words, and nothing is said before the first', () => {
  expect(marksInWords([])).toBeUndefined();
  expect(marksInWords(['NOT_YET', 'KNEW', 'KNEW'])).toBe(
    'Your series so far: 2 known and 1 not yet.',
  );
});

test('what was to be recalled stands above three ways to say how well one knew it', async () => {
  render(RecallCard, {
    prompt: 'prompt_1',
    spaced: spaced({ viewerMark: 'PARTLY' }),
    mayMark: true,
  });
  await expect.element(page.getByText('The losses, of each group by itself.')).toBeVisible();
  const chosen = page.getByRole('button', { pressed: true });
  await expect.element(chosen).toHaveTextContent('A part of it');
  await expectAccessible();
});

test('who only looks on reads what is to be recalled, and marks nothing', async () => {
  render(RecallCard, { prompt: 'prompt_1', spaced: spaced({}), mayMark: false });
  await expect.element(page.getByText('The losses, of each group by itself.')).toBeVisible();
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
});

test('before an answer nothing of it is there', async () => {
  const { container } = await render(RecallCard, {
    prompt: 'prompt_1',
    spaced: spaced({ expected: null }),
    mayMark: false,
  });
  expect(container.querySelector('section')).toBeNull();
});
