import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../tests/axe';
import Checkbox from './Checkbox.svelte';
import RadioGroup from './RadioGroup.svelte';
import TextField from './TextField.svelte';

test('a field says what is wrong and how to do better', async () => {
  render(TextField, {
    label: 'E-mail',
    hint: 'As in the invitation.',
    error: 'Not an e-mail yet.',
  });
  const field = page.getByRole('textbox', { name: 'E-mail' });
  await expect
    .element(field)
    .toHaveAccessibleDescription('Not an e-mail yet. As in the invitation.');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible();
});

test('a switch is a switch', async () => {
  render(Checkbox, { label: 'Single-letter keys', isSwitch: true });
  const control = page.getByRole('switch', { name: 'Single-letter keys' });
  await control.click();
  await expect.element(control).toBeChecked();
  await expectAccessible();
});

test('the arrows move through choices', async () => {
  const options = [
    { value: 'LIGHT', label: 'Light' },
    { value: 'DARK', label: 'Dark' },
  ];
  render(RadioGroup, { label: 'Appearance', value: 'LIGHT', options });
  const light = page.getByRole('radio', { name: 'Light' }).element() as HTMLElement;
  light.focus();
  const { userEvent } = await import('vitest/browser');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expectAccessible();
});
