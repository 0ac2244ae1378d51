import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { serverDouble } from '../../../tests/server';
import { expectAccessible } from '../../../tests/axe';
import Composer from './Composer.svelte';
import { Draft } from './draft.svelte';

const server = serverDouble();
const community = { id: 'community_1', slug: 'leading-change-autumn' };

let key = 0;
beforeEach(() => (key += 1));

function compose(more: { draft?: Draft; onsend?: () => void } = {}) {
  const draft = more.draft ?? new Draft(`reply:thread_${key}`);
  const onsend = more.onsend ?? vi.fn();
  const words = { label: 'Your answer', placeholder: 'What did you see?', action: 'Post answer' };
  render(Composer, { draft, community, onsend, ...words });
  const area = page.getByRole('textbox', { name: 'Your answer' });
  return { draft, onsend, area, text: () => (area.element() as HTMLTextAreaElement).value };
}

test('writing needs no mouse, and Ctrl Enter sends', async () => {
  const { area, onsend } = compose();
  await expect.element(page.getByRole('button', { name: 'Post answer' })).toBeDisabled();
  (area.element() as HTMLElement).focus();
  await userEvent.keyboard('I ask one thing.{Control>}{Enter}{/Control}');
  expect(onsend).toHaveBeenCalledOnce();
  await expectAccessible();
});

test('nothing but spaces is not sent', async () => {
  const { area, onsend } = compose();
  (area.element() as HTMLElement).focus();
  await userEvent.keyboard('   {Control>}{Enter}{/Control}');
  expect(onsend).not.toHaveBeenCalled();
});

test('bold is a key, and it can be undone like typing', async () => {
  const { area, text } = compose();
  (area.element() as HTMLElement).focus();
  await userEvent.keyboard('loss');
  (area.element() as HTMLTextAreaElement).select();
  await userEvent.keyboard('{Control>}b{/Control}');
  expect(text()).toBe('**loss**');
  document.execCommand('undo');
  expect(text()).toBe('loss');
});

test('a tool works on what is selected, and the arrows move between tools', async () => {
  const { area, text } = compose();
  (area.element() as HTMLElement).focus();
  await userEvent.keyboard('say it');
  (area.element() as HTMLTextAreaElement).select();
  const bold = page.getByRole('button', { name: /^Bold/ });
  (bold.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  await expect.element(page.getByRole('button', { name: 'Quote' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(text()).toBe('> say it');
});

test('@ offers people of the community, and Enter takes one', async () => {
  server.answers('MentionCandidates', ({ query }) => ({
    community: {
      __typename: 'Community',
      id: 'community_1',
      members: {
        __typename: 'MembershipConnection',
        edges: [membership('amara-okafor', 'Amara Okafor')].filter(() => query === 'ama'),
      },
    },
  }));
  const { area, text } = compose();
  (area.element() as HTMLElement).focus();
  await userEvent.keyboard('Ask @ama');
  await expect.element(page.getByRole('option', { name: /Amara Okafor/ })).toBeVisible();
  await expect.element(area).toHaveAttribute('aria-activedescendant');
  await expectAccessible();
  await userEvent.keyboard('{Enter}');
  expect(text()).toBe('Ask @amara-okafor ');
  expect(page.getByRole('listbox').elements()).toHaveLength(0);
});

test('Escape leaves the name as it was typed', async () => {
  const { area, text } = compose();
  (area.element() as HTMLElement).focus();
  await userEvent.keyboard('Well done :tad');
  await expect.element(page.getByRole('listbox', { name: 'Emoji' })).toBeVisible();
  await userEvent.keyboard('{Escape}a{Enter}');
  expect(text()).toBe('Well done :tada\n');
});

test('a text that grows too long says so before it is refused', async () => {
  const { area, draft } = compose();
  draft.body = 'two bytes: é '.repeat(4_600);
  await expect.element(page.getByText('1,136 characters left')).toBeVisible();
  draft.body += 'é'.repeat(569);
  await expect.element(page.getByText(/^2 characters too many/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Post answer' })).toBeDisabled();
  await expect.element(area).toHaveAttribute('aria-invalid', 'true');
});

test('the preview is the server’s', async () => {
  server.answers('Preview', ({ body }) => ({ preview: `<p>shown: ${body}</p>` }));
  const { area } = compose();
  await area.fill('my words');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect.element(page.getByText('shown: my words')).toBeVisible();
  expect(area.elements()).toHaveLength(0);
});

test('when two devices wrote, both texts are shown and one goes on', async () => {
  const draft = new Draft(`reply:thread_${key}`);
  draft.body = 'written here';
  draft.conflict = { title: '', body: 'written on the phone', version: 3 };
  const { text } = compose({ draft });
  await expect.element(page.getByRole('group', { name: 'Here' })).toHaveTextContent('written here');
  await expect
    .element(page.getByRole('group', { name: 'On the other device' }))
    .toHaveTextContent('written on the phone');
  await expectAccessible();
  await page.getByRole('button', { name: 'Take this one' }).click();
  expect(text()).toBe('written on the phone');
});

const membership = (handle: string, name: string) => ({
  __typename: 'MembershipEdge',
  node: {
    __typename: 'Membership',
    id: `membership_${handle}`,
    person: { __typename: 'Person', id: `person_${handle}`, handle, name },
  },
});
