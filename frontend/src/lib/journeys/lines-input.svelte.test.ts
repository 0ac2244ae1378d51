import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import LinesInput from './LinesInput.svelte';

beforeEach(() => speakAlso('steps'));

test('a question and its words are written in fields of their own, without any signs', async () => {
  const onchange = vi.fn();
  render(LinesInput, {
    label: 'Questions',
    action: 'open_check_in',
    text: 'How often? :: never | once | often',
    onchange,
  });
  const first = page.getByRole('group', { name: 'Question 1', exact: true });
  await expect.element(first.getByLabelText('What it asks')).toHaveValue('How often?');
  const words = first.getByLabelText('Words to choose among');
  await expect.element(words).toHaveValue('never\nonce\noften');
  await page.getByRole('button', { name: 'Add a question' }).click();
  const second = page.getByRole('group', { name: 'Question 2', exact: true });
  await second.getByLabelText('What it asks').fill('What got in the way?');
  expect(onchange).toHaveBeenLastCalledWith(
    'How often? :: never | once | often\nWhat got in the way?',
  );
  await expectAccessible();
  await page.getByRole('button', { name: 'Remove number 1' }).click();
  expect(onchange).toHaveBeenLastCalledWith('What got in the way?');
  await expect.element(first.getByLabelText('What it asks')).toHaveValue('What got in the way?');
});
