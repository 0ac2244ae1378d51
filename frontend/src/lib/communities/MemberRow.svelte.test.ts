import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { MemberFragment } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import MemberRow from './MemberRow.svelte';

const community = { id: 'community_1', slug: 'autumn', name: 'Leading change' };
const member = (more: object = {}) =>
  ({
    id: 'membership_1',
    role: 'FACILITATOR',
    provenance: 'PERSON',
    joinedAt: '2026-09-18T08:00:00Z',
    grantedBy: { id: 'person_2', name: 'Ines Duarte' },
    muted: null,
    person: {
      id: 'person_1',
      handle: 'amara-okafor',
      name: 'Amara Okafor',
      pronunciation: 'ah-MAH-rah',
      zone: 'Africa/Lagos',
      askMeAbout: 'Listening',
      isPlaceholder: false,
      isViewer: false,
      ...more,
    },
  }) as MemberFragment;

beforeEach(() => speakAlso('organisation'));

test('a member is a name, how to say it, what to ask about, a time and a role', async () => {
  render(MemberRow, { member: member(), community, mayManage: false });
  await expect
    .element(page.getByRole('link', { name: 'Amara Okafor' }))
    .toHaveAttribute('href', '/people/amara-okafor');
  await expect.element(page.getByText('ah-MAH-rah')).toBeVisible();
  await expect.element(page.getByText('Ask me about: Listening')).toBeVisible();
  await expect.element(page.getByText(/^\d\d:\d\d in Lagos$/)).toBeVisible();
  await expect.element(page.getByText('Facilitator')).toBeVisible();
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
  await expectAccessible();
});

test('who leads can do something with a member, and a member with themself', async () => {
  render(MemberRow, { member: member(), community, mayManage: true });
  const menu = page.getByRole('button', { name: 'What you can do with Amara Okafor' });
  await expect.element(menu).toBeVisible();
  await expect.element(page.getByText(/given by Ines Duarte/)).toBeVisible();
});

test('somebody from an archive has no time of day', async () => {
  render(MemberRow, { member: member({ isPlaceholder: true }), community, mayManage: false });
  await expect.element(page.getByText('Not here yet')).toBeVisible();
  await expect.element(page.getByText(/in Lagos/)).not.toBeInTheDocument();
});
