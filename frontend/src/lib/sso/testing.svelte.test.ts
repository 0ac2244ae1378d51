import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { speakAlso } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/ui/toasts.svelte';
import { expectAccessible } from '../../tests/axe';
import { serverDouble } from '../../tests/server';
import TestPage from './TestPage.svelte';

const server = serverDouble();
const claims = [
  { __typename: 'SsoClaim', name: 'sub', value: '"alice"' },
  { __typename: 'SsoClaim', name: 'groups', value: '["trainers"]' },
];
const would = {
  __typename: 'SsoOutcome',
  act: 'CREATE',
  person: null,
  name: 'Alice Andrade',
  email: 'alice@example.org',
  groups: ['trainers'],
  locale: 'en',
  zone: 'Europe/Lisbon',
  administrator: false,
  refused: null,
  memberships: [
    {
      __typename: 'SsoMembershipWould',
      role: 'FACILITATOR',
      community: {
        __typename: 'Community',
        id: 'community_1',
        slug: 'autumn',
        name: 'Autumn cohort',
      },
    },
  ],
};

/** What came of a test sign-in; the page asks for it once more. */
function opens(more: object = {}) {
  const provider = {
    __typename: 'SsoProvider',
    id: 'ssoprovider_1',
    name: 'Acme',
    isOn: false,
    isConfigured: false,
  };
  const ssoTest = {
    __typename: 'SsoTest',
    id: `ssotest_${Math.random()}`,
    at: '2026-11-20T09:00:00Z',
    refused: null,
    detail: null,
    provider,
    claims,
    would,
    ...more,
  };
  server.answers('SsoTest', () => ({ ssoTest }));
  render(TestPage, { test: ssoTest as never });
}

beforeEach(async () => {
  await Promise.all([speakAlso('sso'), speakAlso('accounts')]);
  toasts.list = [];
});

test('what the provider said is read beside what it would do, and then switched on', async () => {
  const sent = vi.fn();
  server.answers('SwitchSsoProvider', ({ input }: Record<string, never>) => {
    sent(input);
    return {
      switchSsoProvider: { __typename: 'SsoProvider', id: 'ssoprovider_1', isOn: true },
    };
  });
  opens();
  await expect.element(page.getByText('A new account would be made for Alice')).toBeVisible();
  await expect.element(page.getByText('Facilitator,')).toBeVisible();
  await expect.element(page.getByText('["trainers"]')).toBeVisible();
  await expectAccessible();
  (page.getByRole('button', { name: 'Switch on' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(toasts.list[0]?.text).toMatch(/^Acme is on/));
  expect(sent).toHaveBeenCalledWith({ provider: 'ssoprovider_1', on: true });
  await expect.element(page.getByRole('button', { name: 'Switch on' })).not.toBeInTheDocument();
});

test('who would be refused is told why before anybody is', async () => {
  opens({ would: { ...would, act: 'REFUSE', refused: 'EMAIL_UNVERIFIED', memberships: [] } });
  await expect.element(page.getByText(/^Your address is not confirmed there/)).toBeVisible();
  await expect.element(page.getByText('Roles from groups')).not.toBeInTheDocument();
});

test('what could not be verified is not switched on', async () => {
  opens({ refused: 'NOT_TRUSTED', detail: 'the nonce is another one', would: null, claims: [] });
  await expect.element(page.getByText(/could not be verified/)).toBeVisible();
  await expect.element(page.getByText(/the nonce is another one/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Switch on' })).not.toBeInTheDocument();
  await expectAccessible();
});
