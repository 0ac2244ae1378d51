import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../tests/axe';
import { words } from '../../tests/snippets';
import Button from './Button.svelte';

test('a button is pressed by mouse and by keyboard', async () => {
  const onclick = vi.fn();
  render(Button, { look: 'primary', onclick, children: words('Share with the cohort') });
  const button = page.getByRole('button', { name: 'Share with the cohort' });
  await button.click();
  await userEvent.keyboard('{Enter}');
  expect(onclick).toHaveBeenCalledTimes(2);
  await expectAccessible();
});

test('a busy button keeps its focus and does nothing twice', async () => {
  const onclick = vi.fn();
  render(Button, { isBusy: true, onclick, children: words('Sending') });
  const button = page.getByRole('button', { name: 'Sending' });
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(onclick).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(button.element());
});

test('with an address it is a link', async () => {
  render(Button, { href: '/today', children: words('Go to Today') });
  await expect
    .element(page.getByRole('link', { name: 'Go to Today' }))
    .toHaveAttribute('href', '/today');
});
