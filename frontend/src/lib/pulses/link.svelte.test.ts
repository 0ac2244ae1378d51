import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { PulseLinkFieldsFragment, PulseLinkState } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import LinkPage from './LinkPage.svelte';

beforeEach(() => speakAlso('pulses'));

const opens = (state: PulseLinkState, whose: 'person' | 'room') =>
  render(LinkPage, {
    link: { state, title: null, questions: [] } as unknown as PulseLinkFieldsFragment,
    whose,
    answer: () => Promise.reject(new Error('nothing is sent')),
  });

test('a form that is not open yet says so, and not that it leads nowhere', async () => {
  opens('EARLY', 'room');
  await expect.element(page.getByText('This form is not open yet')).toBeVisible();
  await expect.element(page.getByText(/It opens at the end of the session/)).toBeVisible();
  await expectAccessible();
});

test('whose link has expired is not sent to sign in and answer: no answer comes after a survey closed', async () => {
  opens('EXPIRED', 'person');
  await expect.element(page.getByText(/The survey has closed since/)).toBeVisible();
  await expect.element(page.getByText(/Sign in to answer/)).not.toBeInTheDocument();
});
