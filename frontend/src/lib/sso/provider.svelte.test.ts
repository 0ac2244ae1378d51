import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { goto } from '$app/navigation';
import type { SsoProviderFieldsFragment } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import { serverDouble } from '../../tests/server';
import NewPage from './NewPage.svelte';
import { PRESETS } from './presets';
import { EVERYTHING, ProviderDraft, RuleDraft } from './provider.svelte';

const server = serverDouble();
const places = [{ id: 'community_1', slug: 'autumn', name: 'Autumn cohort' }] as never;
const known = {
  id: 'ssoprovider_1',
  slug: 'acme',
  name: 'Acme',
  kind: 'OPEN_ID',
  issuer: 'https://login.acme.example',
  clientId: 'interlude',
  hasClientSecret: true,
  scopes: ['openid', 'email'],
  domains: ['acme.example', 'acme.test'],
  trustedDomains: ['acme.example'],
  createsAccounts: true,
  asksSecondFactor: false,
  claims: {
    subject: 'sub',
    name: 'name',
    email: 'mail',
    emailVerified: 'email_verified',
    groups: 'roles',
    locale: 'locale',
    zone: 'zoneinfo',
  },
  groupRules: [
    { group: 'trainers', role: 'FACILITATOR', community: { id: 'community_1' } },
    { group: 'it', role: null, community: null },
  ],
  groupsFrom: 'DIRECTORY',
} as unknown as SsoProviderFieldsFragment;

beforeEach(() => Promise.all([speakAlso('sso'), speakAlso('accounts')]));

test('what stands is sent as it stood, and a secret that nobody typed is not sent', () => {
  const { input } = ProviderDraft.of(known);
  expect(input).toMatchObject({
    slug: 'acme',
    clientSecret: null,
    scopes: ['openid', 'email'],
    domains: ['acme.example', 'acme.test'],
    claims: { email: 'mail', groups: 'roles' },
    groupsFrom: 'DIRECTORY',
    groupRules: [
      { group: 'trainers', community: 'community_1', role: 'FACILITATOR' },
      { group: 'it', community: null, role: null },
    ],
  });
});

test('domains are read as people write them', () => {
  const draft = new ProviderDraft();
  draft.domains = ' @Acme.example; acme.test\n';
  expect(draft.input.domains).toEqual(['acme.example', 'acme.test']);
});

test('what is kept on the device comes back, and the secret is never in it', () => {
  const draft = ProviderDraft.of(known);
  draft.clientSecret = 'do not write this down';
  expect(draft.words).not.toContain('write this down');
  const other = new ProviderDraft();
  other.take(draft.words);
  expect(other.words).toBe(draft.words);
  expect(other.input).toEqual({ ...draft.input, clientSecret: null });
});

test('an address follows the name until somebody writes another', () => {
  const draft = new ProviderDraft();
  draft.name = 'Müller & Söhne';
  expect(draft.slug).toBe('muller-sohne');
  draft.slug = 'ms';
  draft.name = 'Müller';
  expect(draft.slug).toBe('ms');
});

test('each that is known by name fills in all that it needs', () => {
  for (const preset of PRESETS) {
    const draft = new ProviderDraft();
    draft.begin(preset);
    draft.clientId = 'id';
    const { input } = draft;
    expect(URL.canParse(input.issuer)).toBe(true);
    const addresses = [input.authorizationUrl, input.tokenUrl, input.userinfoUrl];
    expect(addresses.every(Boolean)).toBe(preset.kind === 'O_AUTH');
  }
});

test('nobody looks after everything before somebody has chosen it', () => {
  const rule = new RuleDraft();
  rule.group = ' it ';
  expect(rule.input).toEqual({ group: 'it', community: null, role: 'LEARNER' });
  const lost = RuleDraft.of({ group: 'it', community: null, role: 'EXPERT' });
  expect(lost.input).toEqual({ group: 'it', community: null, role: 'EXPERT' });
  rule.community = EVERYTHING;
  expect(rule.input).toEqual({ group: 'it', community: null, role: null });
});

test('a provider is set up by keys, and a refusal stands at its field', async () => {
  const sent = vi.fn();
  server.answers('CreateSsoProvider', ({ input }: Record<string, never>) => {
    sent(input);
    return server.refusal('INVALID', 'this issuer does not answer', { field: 'input.issuer' });
  });
  render(NewPage, { places });
  await userEvent.fill(page.getByRole('textbox', { name: 'Name', exact: true }), 'Acme');
  await expect
    .element(page.getByLabelText('Callback address'))
    .toHaveValue(`${location.origin}/auth/oidc/acme/callback`);
  await userEvent.fill(page.getByLabelText('Issuer'), 'https://login.acme.example');
  await userEvent.fill(page.getByLabelText('Client id'), 'interlude');
  await userEvent.fill(page.getByLabelText('Client secret'), 'secret');
  (page.getByRole('button', { name: 'Add a group' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  // The new row has the focus at once.
  await expect.element(page.getByLabelText('Group, as the provider calls it')).toHaveFocus();
  await userEvent.keyboard('trainers');
  await userEvent.selectOptions(page.getByLabelText('Becomes part of'), 'Autumn cohort');
  await userEvent.selectOptions(page.getByLabelText('As', { exact: true }), 'FACILITATOR');
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: 'Make it, switched off' }));
  await expect.element(page.getByText('this issuer does not answer')).toBeVisible();
  await expect.element(page.getByLabelText('Issuer')).toHaveFocus();
  expect(sent.mock.calls[0]![0]).toMatchObject({
    slug: 'acme',
    clientSecret: 'secret',
    groupRules: [{ group: 'trainers', community: 'community_1', role: 'FACILITATOR' }],
  });
  expect(goto).not.toHaveBeenCalled();
});
