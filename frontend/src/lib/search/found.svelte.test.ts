import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../tests/axe';
import SearchResult from './SearchResult.svelte';

const shown = (titleSnippet: string, snippet: string, found: object) => {
  const hit = { cursor: 'a', titleSnippet, snippet, file: null, node: null, found } as never;
  render(SearchResult, { hit, onopen: () => undefined });
};

test('somebody is shown with what to ask them about and how to say their name', async () => {
  await page.viewport(390, 400);
  shown('<mark>Amara</mark> Okafor', 'Loss, and listening.', {
    __typename: 'Person',
    id: 'person_1',
    handle: 'amara-okafor',
    name: 'Amara Okafor',
    pronunciation: 'ah-MAH-rah oh-KAH-for',
  });

  const link = page.getByRole('link', { name: 'Amara Okafor' });
  await expect.element(link).toHaveAttribute('href', '/people/amara-okafor');
  await expect.element(page.getByText('ah-MAH-rah oh-KAH-for')).toBeVisible();
  await expect.element(page.getByText('Loss, and listening.')).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expect.element(link).toHaveFocus();
  await expectAccessible();
});

test('a session is shown with its state, its time by the reader’s clock and its community', async () => {
  await page.viewport(390, 400);
  shown('What <mark>resistance</mark> protects', '', {
    __typename: 'IltSession',
    id: 'session_1',
    number: 3,
    title: 'What resistance protects',
    state: 'CANCELLED',
    startsAt: '2026-11-20T13:00:00Z',
    endsAt: '2026-11-20T14:30:00Z',
    community: { id: 'community_1', slug: 'autumn', name: 'Leading change' },
  });

  const link = page.getByRole('link', { name: 'What resistance protects' });
  await expect.element(link).toHaveAttribute('href', '/c/autumn/sessions/3');
  await expect.element(page.getByText(/20 November.* · Leading change$/)).toBeVisible();
  await expect.element(page.getByText('Cancelled')).toBeVisible();
  await expectAccessible();
});
