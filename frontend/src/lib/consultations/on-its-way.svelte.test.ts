import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import OnItsWay from './OnItsWay.svelte';

beforeEach(() => speakAlso('consultations'));

const asked = (email: string | null) =>
  ({
    id: 'consultation_1',
    state: 'ASKED',
    askedAt: '2026-11-20T09:00:00Z',
    expiresAt: '2026-12-11T09:00:00Z',
    resendableAt: null,
    colleague: { name: 'Ruth Adler', email, person: null },
    viewerCan: { changeColleague: true, resend: false, withdraw: true },
  }) as never;

test('who asked sees which address the letter went to', async () => {
  render(OnItsWay, { consultation: asked('ruth@exmaple.org'), onchange: () => undefined });
  await expect.element(page.getByText('The letter went to ruth@exmaple.org.')).toBeVisible();
  await expectAccessible();
});

test('of a person who was picked no address is shown', async () => {
  render(OnItsWay, { consultation: asked(null), onchange: () => undefined });
  await expect.element(page.getByText(/^Ruth Adler was written to/)).toBeVisible();
  await expect.element(page.getByText(/^The letter went to/)).not.toBeInTheDocument();
});
