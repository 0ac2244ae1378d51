import { afterEach, expect, test } from 'vitest';
import { speak } from '$lib/i18n/index.svelte';
import { ApiError } from './error';
import { says } from './says';

afterEach(() => speak('en'));

const refusal = new ApiError({
  code: 'INVALID',
  message: 'this e-mail address and this password do not belong together',
  hint: 'check both, or ask for a letter to reset your password',
});

test('a refusal is said in the language of the screen, with what to do', async () => {
  expect(says(refusal)).toBe(
    'This e-mail address and this password do not belong together. Check both, or ask for a letter to reset your password.',
  );
  await speak('de');
  await expect
    .poll(() => says(refusal))
    .toBe(
      'Diese E-Mail-Adresse und dieses Passwort gehören nicht zusammen. Prüfen Sie beide, oder lassen Sie sich einen Brief schicken, um das Passwort neu zu setzen.',
    );
  await speak('en');
  await expect.poll(() => says(refusal)).toMatch(/^This e-mail address/);
});

test('a sentence that nobody translated is said in English', async () => {
  await speak('de');
  const unknown = new ApiError({ code: 'INVALID', message: 'nobody translated this' });
  expect(says(unknown)).toBe('Nobody translated this.');
});
