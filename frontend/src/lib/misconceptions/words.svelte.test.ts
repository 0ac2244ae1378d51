import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { CorrectionNoteFragment } from '$lib/api';
import { expectAccessible } from '../../tests/axe';
import Words from './Words.svelte';

const note = (more: Partial<CorrectionNoteFragment> = {}): CorrectionNoteFragment => ({
  id: 'occurrence_1',
  quote: 'they had not understood it',
  start: 0,
  end: 26,
  state: 'STANDS',
  claim: 'If people resist, they have not understood.',
  holds: 'Ask what they would miss.',
  isQuoted: false,
  isInTitle: false,
  misconception: {
    id: 'misconception_1',
    community: { id: 'community_1', slug: 'autumn' },
  },
  ...more,
});

const HTML =
  '<p>In the end <mark class="corrected" data-occurrence="occurrence_1">they had not understood it</mark>.</p>';

test('a corrected passage is marked, and the correction beside it is its description', async () => {
  render(Words, { html: HTML, corrections: [note()] });
  const said = page.getByRole('note');
  await expect.element(said).toHaveTextContent('A common misconception, corrected.');
  await expect.element(said).toHaveTextContent('Ask what they would miss.');
  const mark = document.querySelector('mark.corrected');
  expect(mark?.getAttribute('aria-describedby')).toBe(said.element().id);
  await expectAccessible();
});

test('what was revised shows thanks, and no mark of shame', async () => {
  render(Words, {
    html: '<p>I ask.</p>',
    corrections: [note({ state: 'REVISED' })],
    author: 'Elise',
  });
  await expect
    .element(page.getByText('Revised after a correction. Thank you, Elise.'))
    .toBeVisible();
  expect(page.getByRole('note').elements()).toHaveLength(0);
  await expectAccessible();
});

test('a passage that is no longer in the post leaves nothing beside it', async () => {
  render(Words, { html: '<p>I ask.</p>', corrections: [note({ state: 'LOST' })] });
  await expect.element(page.getByText('I ask.')).toBeVisible();
  expect(page.getByRole('note').elements()).toHaveLength(0);
});

test('the first lines of a post have the correction, too, and in a quote it says so', async () => {
  render(Words, { html: HTML, corrections: [note({ isQuoted: true })], as: 'excerpt' });
  await expect
    .element(page.getByText('The quoted words are a common misconception, corrected.'))
    .toBeVisible();
  await expectAccessible();
});
