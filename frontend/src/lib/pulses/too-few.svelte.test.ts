import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Role } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import { serverDouble } from '../../tests/server';
import { PulseDefining } from './defining.svelte';
import TooFew from './TooFew.svelte';

const HERE: Partial<Record<Role, number>> = { LEARNER: 7, FACILITATOR: 2 };
const server = serverDouble();

beforeEach(() => {
  server.answers('PulseAudience', (variables) => {
    const { role } = variables as unknown as { role: Role };
    const membership = (_: unknown, at: number) => ({
      __typename: 'MembershipEdge',
      node: { __typename: 'Membership', id: `membership_${role}_${at}` },
    });
    const edges = Array.from({ length: HERE[role] ?? 0 }, membership);
    const members = { __typename: 'MembershipConnection', edges };
    return { community: { __typename: 'Community', id: 'community_1', members } };
  });
});
beforeEach(() => speakAlso('pulses'));

const draftFor = (audience: readonly Role[], enough = 5) => {
  const draft = new PulseDefining();
  draft.audience = audience;
  draft.enough = enough;
  return draft;
};
const status = () => page.getByRole('status');

test('who asks too few is told how many, and what would help, until more are asked', async () => {
  const draft = draftFor(['FACILITATOR']);
  render(TooFew, { slug: 'autumn', draft });
  await expect.element(status()).toHaveTextContent(/^Only 2 people would be asked\./);
  await expect.element(status()).toHaveTextContent(/Ask other roles as well, or ask in a check-in/);
  await expectAccessible();
  draft.audience = ['FACILITATOR', 'LEARNER'];
  await expect.element(status()).toHaveTextContent(/^$/);
});

test('who wants more together than there are may ask for fewer', async () => {
  render(TooFew, { slug: 'autumn', draft: draftFor(['LEARNER'], 10) });
  await expect.element(status()).toHaveTextContent(/show it from fewer people on/);
});

test('a form for the wall of a room may be filled in by everybody in it', async () => {
  const draft = draftFor(['FACILITATOR']);
  render(TooFew, { slug: 'autumn', draft });
  await expect.element(status()).toHaveTextContent(/^Only 2/);
  draft.kind = 'REACTION';
  await expect.element(status()).toHaveTextContent(/^$/);
});
