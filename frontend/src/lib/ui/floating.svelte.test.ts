import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../tests/axe';
import { words } from '../../tests/snippets';
import AlertDialog from './AlertDialog.svelte';
import Dialog from './Dialog.svelte';
import MenuStory from './stories/MenuStory.svelte';
import Toaster from './Toaster.svelte';
import { toasts } from './toasts.svelte';

test('a dialog closes with Escape and gives the focus back to what opened it', async () => {
  const opener = document.body.appendChild(document.createElement('button'));
  opener.textContent = 'Start a conversation';
  render(Dialog, { title: 'New conversation', isOpen: true, opener, children: words('Title') });
  await expect.element(page.getByRole('dialog', { name: 'New conversation' })).toBeVisible();
  await expectAccessible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await vi.waitFor(() => expect(document.activeElement).toBe(opener));
  opener.remove();
});

test('what cannot be undone is asked first, and Enter does not do it', async () => {
  const onconfirm = vi.fn();
  render(AlertDialog, {
    title: 'Remove Mei?',
    description: 'Her posts stay.',
    action: 'Remove Mei',
    isOpen: true,
    onconfirm,
  });
  await expect.element(page.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onconfirm).not.toHaveBeenCalled();
});

test('a menu opens where two things in it are called the same', async () => {
  render(MenuStory, { quote: vi.fn(), more: ['Copy link'] });
  await userEvent.click(page.getByRole('button', { name: 'This post' }));
  await expect.element(page.getByRole('menuitem', { name: 'Quote' })).toBeVisible();
  expect(page.getByRole('menuitem', { name: 'Copy link' }).elements()).toHaveLength(2);
});

test('a menu opens by keyboard, finds by first letter and runs what is chosen', async () => {
  const quote = vi.fn();
  render(MenuStory, { quote });
  const button = page.getByRole('button', { name: 'This post' });
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menu')).toBeVisible();
  await expectAccessible();
  await userEvent.keyboard('q{Enter}');
  await vi.waitFor(() => expect(quote).toHaveBeenCalledOnce());
});

test('a toast offers undo and goes when it was used', async () => {
  const run = vi.fn();
  render(Toaster);
  toasts.say('Draft discarded.', { action: { label: 'Undo', run } });
  await expect.element(page.getByText('Draft discarded.')).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(run).toHaveBeenCalledOnce();
  await expect.element(page.getByText('Draft discarded.')).not.toBeInTheDocument();
});
