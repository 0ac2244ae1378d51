import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import { serverDouble } from '../../tests/server';
import { away } from './away';
import SignInWays from './SignInWays.svelte';

const server = serverDouble();
const way = (slug: string, name: string) => ({
  __typename: 'SignInProvider',
  slug,
  name,
  startUrl: `/auth/oidc/${slug}/start`,
});
const keycloak = way('keycloak', 'Keycloak');
const acme = way('acme', 'Acme');

beforeEach(() => speakAlso('accounts'));

function opens(ways: object = {}) {
  render(SignInWays, {
    ways: { offered: [keycloak], isLocal: true, isSignedOut: false, ...ways },
    next: '/inbox?filter=mentions',
    onsignedin: vi.fn(),
  });
}

test('an account elsewhere is one link away, and leads on to where one wanted to go', async () => {
  opens();
  const link = page.getByRole('link', { name: 'Continue with Keycloak' });
  await expect
    .element(link)
    .toHaveAttribute('href', '/auth/oidc/keycloak/start?next=%2Finbox%3Ffilter%3Dmentions');
  await expect.element(page.getByLabelText('Password', { exact: true })).toBeVisible();
  await expectAccessible();
});

test('where nothing is offered there is a password and nothing else', async () => {
  opens({ offered: [] });
  await expect.element(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect.element(page.getByText('or with a password')).not.toBeInTheDocument();
});

test('an address at work shows the way in that belongs to it', async () => {
  const asked = vi.fn();
  server.answers('SignInProviders', ({ email }: Record<string, never>) => {
    asked(email);
    return { signInProviders: [keycloak, acme] };
  });
  opens();
  await userEvent.fill(page.getByLabelText('E-mail'), 'ada@acme.example');
  await userEvent.tab();
  const link = page.getByRole('link', { name: 'Continue with Acme' });
  await expect
    .element(link)
    .toHaveAttribute('href', expect.stringContaining('email=ada%40acme.example'));
  expect(asked).toHaveBeenCalledExactlyOnceWith('ada@acme.example');
  await expectAccessible();
});

test('without passwords an address is enough: with one way for it, it is taken', async () => {
  const to = vi.spyOn(away, 'to').mockReturnValue();
  server.answers('SignInProviders', () => ({ signInProviders: [acme] }));
  opens({ offered: [], isLocal: false });
  await userEvent.fill(page.getByLabelText('E-mail'), 'bea@acme.example');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(to).toHaveBeenCalledOnce());
  expect(to.mock.calls[0]![0]).toMatch(/^\/auth\/oidc\/acme\/start\?next=.*&email=bea%40acme/);
  await expectAccessible();
});

test('an address that belongs nowhere is told what to do', async () => {
  server.answers('SignInProviders', () => ({ signInProviders: [] }));
  opens({ offered: [], isLocal: false });
  await userEvent.fill(page.getByLabelText('E-mail'), 'cy@nowhere.example');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/^No way in is known for cy@nowhere/)).toBeVisible();
});

test('a refusal is said in words, and what an address makes up is not repeated', async () => {
  opens({ refused: 'EMAIL_TAKEN' });
  await expect.element(page.getByText(/link the two under Settings/)).toBeVisible();
  await expectAccessible();
});

test('a refusal that nobody knows is a plain one', async () => {
  opens({ refused: 'SEND_MONEY' });
  await expect.element(page.getByText(/^Signing in elsewhere did not work/)).toBeVisible();
});
