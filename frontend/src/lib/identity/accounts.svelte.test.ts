import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { AccountLineFragment, AccountQuery } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/ui/toasts.svelte';
import { expectAccessible } from '../../tests/axe';
import { serverDouble } from '../../tests/server';
import AccountRow from './AccountRow.svelte';
import Administration from './Administration.svelte';
import RolesPage from './RolesPage.svelte';

const server = serverDouble();
const place = (name: string) => ({
  id: `membership_${name}`,
  role: 'EXPERT',
  provenance: 'SCIM',
  joinedAt: '2026-09-18T08:00:00Z',
  grantedBy: null,
  community: { id: `community_${name}`, slug: name, name },
});
const line = (more: object = {}) =>
  ({
    id: 'person_1',
    email: 'priya@example.org',
    state: 'ACTIVE',
    roles: [],
    hasPassword: true,
    hasSecondFactor: true,
    providers: ['Example AG'],
    lastHereAt: null,
    person: { id: 'person_1', handle: 'priya-raman', name: 'Priya Raman', isViewer: false },
    memberships: ['Autumn', 'Guild', 'Winter', 'Spring'].map(place),
    ...more,
  }) as unknown as AccountLineFragment;
const account = (more: object = {}) =>
  ({
    ...line(),
    __typename: 'Account',
    administratorSince: null,
    administratorFrom: null,
    administratorBy: null,
    ...more,
  }) as unknown as AccountQuery['account'];

beforeEach(async () => {
  await speakAlso('organisation');
  toasts.list = [];
});

test('an account says how somebody signs in, what they are where, and how it stands', async () => {
  render(AccountRow, { account: line({ state: 'SUSPENDED', roles: ['ADMINISTRATOR'] }) });
  await expect
    .element(page.getByText(/Password with a second factor and Example AG · Was never here/))
    .toBeVisible();
  await expect
    .element(page.getByText('Autumn (Expert) · Guild (Expert) · Winter (Expert) · 1 more'))
    .toBeVisible();
  await expect.element(page.getByText('Suspended')).toBeVisible();
  await expect.element(page.getByText('Administrator')).toBeVisible();
  await expectAccessible();
});

test('somebody is made administrator only after a question', async () => {
  const asked = vi.fn();
  server.answers('AppointAdministrator', ({ input }: Record<string, never>) => {
    asked(input);
    const made = { id: 'person_1', roles: ['ADMINISTRATOR'], signInCount: 0 };
    return {
      appointAdministrator: {
        __typename: 'Account',
        ...made,
        administratorSince: '2026-11-23T08:00:00Z',
      },
    };
  });
  render(Administration, { account: account() });
  (page.getByRole('button', { name: 'Make administrator' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const question = page.getByRole('alertdialog');
  await expect.element(question).toBeVisible();
  expect(asked).not.toHaveBeenCalled();
  await question.getByRole('button', { name: 'Make administrator' }).click();
  await expect.poll(() => asked.mock.calls).toEqual([[{ person: 'person_1' }]]);
});

test('who it is themself takes nothing from themself, and it is said who gave it', async () => {
  const person = { ...line().person, isViewer: true };
  const administratorBy = { id: 'person_2', name: 'Ines Duarte' };
  render(Administration, {
    account: account({ person, administratorSince: '2026-11-23T08:00:00Z', administratorBy }),
  });
  await expect.element(page.getByText(/given by Ines Duarte/)).toBeVisible();
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
});

test('the table of roles shows what it was told, and nothing else', async () => {
  render(RolesPage, {
    loaded: {
      rolePermissions: [
        { act: 'READ', scope: 'COMMUNITY', allowedTo: ['LEARNER', 'FACILITATOR'] },
        { act: 'FOUND', scope: 'ORGANISATION', allowedTo: ['ADMINISTRATOR'] },
      ],
    } as never,
  });
  const row = page.getByRole('row', { name: /^Read what is said/ });
  await expect.element(row).toBeVisible();
  expect(row.element().textContent?.match(/yes/g)).toHaveLength(2);
  await expectAccessible();
});
