import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { goto } from '$app/navigation';
import { speakAlso } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/ui/toasts.svelte';
import { expectAccessible } from '../../tests/axe';
import { serverDouble } from '../../tests/server';
import { away } from './away';
import LinkedAccounts from './LinkedAccounts.svelte';

const server = serverDouble();
const way = (slug: string, name: string) => ({
  __typename: 'SignInProvider' as const,
  slug,
  name,
  startUrl: `/auth/oidc/${slug}/start`,
});
const keycloak = way('keycloak', 'Keycloak');
const github = way('github', 'GitHub');
const account = {
  __typename: 'LinkedAccount' as const,
  id: 'linkedaccount_1',
  email: 'priya@example.org',
  linkedAt: '2026-10-01T08:00:00Z',
  lastUsedAt: null,
  provider: keycloak,
};
const opens = (back: object = {}) =>
  render(LinkedAccounts, {
    loaded: {
      viewer: { __typename: 'Viewer', linkedAccounts: [account] },
      signInProviders: [keycloak, github],
    } as never,
    back,
  });

beforeEach(async () => {
  await speakAlso('accounts');
  toasts.list = [];
  vi.mocked(goto).mockClear();
});

test('an account that is linked says as whom, and one that is not is offered', async () => {
  opens();
  await expect.element(page.getByText('Linked with Keycloak as priya@example.org')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Link GitHub' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Link Keycloak' })).not.toBeInTheDocument();
  await expectAccessible();
});

test('linking leads away, and knows the way back', async () => {
  const to = vi.spyOn(away, 'to').mockReturnValue();
  const asked = vi.fn();
  server.answers('LinkAccount', ({ input }: Record<string, never>) => {
    asked(input);
    return { linkAccount: { __typename: 'SsoJourney', url: 'https://github.example/authorize' } };
  });
  opens();
  (page.getByRole('button', { name: 'Link GitHub' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(to).toHaveBeenCalledWith('https://github.example/authorize'));
  expect(asked).toHaveBeenCalledWith({ slug: 'github' });
});

test('unlinking is asked about, and what is refused is said', async () => {
  server.answers('UnlinkAccount', () =>
    server.refusal('FORBIDDEN', 'this is the only way in that you have'),
  );
  opens();
  await userEvent.click(page.getByRole('button', { name: /^Unlink/ }));
  const dialog = page.getByRole('alertdialog');
  await userEvent.click(dialog.getByRole('button', { name: 'Unlink' }));
  await vi.waitFor(() => expect(toasts.list[0]?.text).toMatch(/only way in/));
  server.answers('UnlinkAccount', () => ({
    unlinkAccount: { __typename: 'Viewer', linkedAccounts: [] },
  }));
  await userEvent.click(dialog.getByRole('button', { name: 'Unlink' }));
  await expect.element(page.getByText(/^Linked with/)).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Link Keycloak' })).toBeVisible();
});

test('whoever comes back hears once what came of it', async () => {
  opens({ linked: 'keycloak' });
  await vi.waitFor(() => expect(toasts.list[0]?.text).toMatch(/^Keycloak is linked/));
  expect(goto).toHaveBeenCalledWith('/settings/security', expect.objectContaining({}));
});

test('a refusal stays until one leaves the page', async () => {
  opens({ refused: 'ALREADY_LINKED' });
  await expect.element(page.getByText(/belongs to somebody else here/)).toBeVisible();
  await expectAccessible();
});
