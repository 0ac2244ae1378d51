import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import { serverDouble } from '../../tests/server';
import DefineDialog from './DefineDialog.svelte';

const server = serverDouble();
const LATER = 'this time has passed';

beforeEach(() => {
  const session = {
    __typename: 'IltSession',
    id: 'session_1',
    number: 1,
    title: 'Listening',
    state: 'CLOSED',
  };
  const given = { ...session, id: 'session_2', number: 2, title: 'Snow', state: 'CANCELLED' };
  server.answers('CheckInPlace', () => ({
    community: {
      __typename: 'Community',
      id: 'community_1',
      slug: 'autumn',
      zone: 'Europe/Berlin',
      sessions: {
        __typename: 'IltSessionConnection',
        edges: [session, given].map((node) => ({ __typename: 'IltSessionEdge', node })),
      },
    },
  }));
  server.answers('CheckInSchedule', () => ({ previewCheckInSchedule: ['2020-11-03T08:00:00Z'] }));
  server.answers('DefineCheckIn', () =>
    server.refusal('INVALID', LATER, { field: 'opensAt', hint: 'choose a later one' }),
  );
});
beforeEach(() => speakAlso('boards'));

test('a day after a session that has passed is said before it is planned, and at the days when it is refused', async () => {
  render(DefineDialog, {
    slug: 'autumn',
    community: 'community_1',
    ondone: () => undefined,
    isOpen: true,
  });
  const dialog = page.getByRole('dialog', { name: 'Plan a check-in' });
  const when = dialog.getByLabelText('When it opens');
  await expect
    .element(dialog.getByRole('option', { name: /^After session 1/ }))
    .toBeInTheDocument();
  await expect.element(dialog.getByRole('option', { name: /Snow/ })).not.toBeInTheDocument();
  await userEvent.selectOptions(when, 'After session 1: Listening');
  await expect.element(dialog.getByText(/^That was .*, and has passed\./)).toBeVisible();
  await expect.element(dialog.getByText(/^It opens: /)).not.toBeInTheDocument();
  await dialog.getByLabelText('What it is about').fill('Two weeks on');
  const words = dialog.getByLabelText('What you ask');
  await words.nth(0).fill('How is it going?');
  await words.nth(1).fill('What got in the way?');
  await dialog.getByRole('button', { name: 'Plan it' }).click();
  const days = dialog.getByLabelText('Days after the session');
  await expect.element(days).toHaveAttribute('aria-invalid', 'true');
  await expect.element(days).toHaveAccessibleDescription(new RegExp(LATER, 'i'));
  await expectAccessible();
});

test('a day that has passed is said beside the day, before anything is sent', async () => {
  render(DefineDialog, {
    slug: 'autumn',
    community: 'community_1',
    ondone: () => undefined,
    isOpen: true,
  });
  const dialog = page.getByRole('dialog', { name: 'Plan a check-in' });
  await userEvent.selectOptions(dialog.getByLabelText('When it opens'), 'On a day');
  const day = dialog.getByLabelText('Day', { exact: true });
  await day.fill('2020-11-03');
  await expect.element(day).toHaveAccessibleDescription(/^That was .*, and has passed\./);
  await expect.element(dialog.getByLabelText('How many times')).not.toBeInTheDocument();
  await userEvent.selectOptions(dialog.getByLabelText('How often'), 'Every three months');
  await expect.element(dialog.getByLabelText('How many times')).toHaveValue(6);
});
