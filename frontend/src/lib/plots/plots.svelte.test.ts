import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import ItemFindings from '../pulses/ItemFindings.svelte';
import ChangePlot from './ChangePlot.svelte';
import PartsPlot from './PartsPlot.svelte';

const options = ['Not at all', 'A little', 'Somewhat', 'A good deal', 'Very much'];
const item = (more: object) =>
  ({
    answerCount: 12,
    mean: 3.8,
    texts: [],
    withheld: null,
    bands: null,
    cuts: [],
    barriers: null,
    question: { id: 'q', kind: 'SCALE', words: 'Did talks help?', options, about: null },
    ...more,
  }) as never;

test('a scale is a picture with its sentence, and the same as a table', async () => {
  await Promise.all([speakAlso('plots'), speakAlso('pulses')]);
  const bands = [
    { choice: 0, upTo: 2, count: 5 },
    { choice: 3, upTo: 4, count: 7 },
  ];
  const cuts = [
    { name: 'Lisbon', mean: 3.5, answerCount: 6 },
    { name: 'Nairobi', mean: null, answerCount: null },
  ];
  render(ItemFindings, { item: item({ bands, cuts }) });
  const sentence = 'Mean of 12 answers: 3.8, on a scale from 1 to 5.';
  await expect.element(page.getByRole('img', { name: sentence })).toBeVisible();
  await expect.element(page.getByText('Too few people: not shown')).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Table' }).first().click();
  const row = page.getByRole('row', { name: 'A good deal, Very much 7' });
  await expect.element(row).toBeVisible();
  await page.getByRole('button', { name: 'Table' }).nth(1).click();
  await expect
    .element(page.getByRole('row', { name: 'Nairobi not shown not shown' }))
    .toBeVisible();
  await expectAccessible();
});

test('what may not be shown is said in place of a picture', async () => {
  await speakAlso('pulses');
  render(ItemFindings, { item: item({ withheld: 'Fewer than 5 answered.' }) });
  await expect.element(page.getByText('Fewer than 5 answered.')).toBeVisible();
  await expect.element(page.getByRole('img')).not.toBeInTheDocument();
});

test('a line stops where nothing may be shown', async () => {
  await speakAlso('plots');
  const { container } = await render(ChangePlot, {
    label: 'How it changed',
    waves: [
      { name: 'At the beginning', change: 0, count: null },
      { name: 'After 30 days', change: 0.6, count: 9 },
      { name: 'After 60 days', change: null, count: null },
    ],
    say: (change: number) => `+${change}`,
  });
  await expect.element(page.getByText('+0.6')).toBeVisible();
  await expect.element(page.getByText('too few')).toBeVisible();
  expect(container.querySelectorAll('circle')).toHaveLength(2);
  await expectAccessible();
});

test('answers that cannot be told apart are shown by where they stand together', async () => {
  await Promise.all([speakAlso('plots'), speakAlso('pulses')]);
  render(ItemFindings, { item: item({ bands: [{ choice: 0, upTo: 4, count: 6 }], mean: 4.5 }) });
  await page.getByRole('button', { name: 'Table' }).click();
  await expect.element(page.getByRole('row', { name: 'Everybody 4.5 12' })).toBeVisible();
});

test('of how many parts each is made stands in its bar, and nothing is drawn for nobody', async () => {
  const { container } = await render(PartsPlot, {
    label: 'Seven of nine knew it',
    parts: ['Knew it', 'A part', 'Not yet', 'Said nothing'],
    rows: [
      { name: '1. The losses', counts: [7, 0, 1, 1] },
      { name: '2. The question', counts: [0, 0, 0, 2] },
    ],
  });
  await expect.element(page.getByRole('img', { name: 'Seven of nine knew it' })).toBeVisible();
  await expect.element(page.getByText('7', { exact: true })).toBeVisible();
  expect(container.querySelectorAll('rect')).toHaveLength(4);
  await expectAccessible();
});
