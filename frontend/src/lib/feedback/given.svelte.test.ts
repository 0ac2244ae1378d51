import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import Given from './Given.svelte';
import Levels from './Levels.svelte';
import { Marking } from './marking.svelte';

beforeEach(() => speakAlso('feedback'));

const levels = ['One does not see it', 'One sees it', 'One could do it oneself'];
const criteria = [
  { position: 0, title: 'What was done', levels },
  { position: 1, title: 'What came of it', levels },
];

test('what was seen is read in words, and what nobody could say is said, too', async () => {
  const given = {
    id: 'feedback_1',
    state: 'GIVEN',
    givenAt: '2026-11-20T09:00:00Z',
    marks: [2, null],
    by: { id: 'person_1', name: 'Noor Haddad' },
    post: null,
  } as never;
  render(Given, { given, criteria, mayAnswer: true });
  await expect.element(page.getByText('One could do it oneself')).toBeVisible();
  await expect.element(page.getByText('Nothing said of it')).toBeVisible();
  // Words that were taken back are not there to be thanked for.
  await expect.element(page.getByText('Its words cannot be read any more.')).toBeVisible();
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
  await expectAccessible();
});

test('levels are chosen by keys, in their words', async () => {
  const marking = new Marking(criteria, []);
  render(Levels, { criteria, marking });
  (page.getByRole('radio').first().element() as HTMLElement).focus();
  await userEvent.keyboard(' {ArrowDown}');
  expect(marking.marks).toEqual([1, null]);
  expect(marking.missing).toBe(1);
  await expectAccessible();
});
