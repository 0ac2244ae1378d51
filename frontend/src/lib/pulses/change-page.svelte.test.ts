import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { PulseKind, PulseToChangeFragment } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { expectAccessible } from '../../tests/axe';
import ChangePage from './ChangePage.svelte';

const options = ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'];
const question = { id: 'question_1', key: 'naming', kind: 'SCALE', words: 'I name it.', options };
const planned = (kind: PulseKind) =>
  ({
    id: 'pulse_1',
    title: 'After 30 days',
    kind,
    state: 'PLANNED',
    zone: 'Europe/Berlin',
    opensAt: '2027-02-01T08:00:00Z',
    daysOpen: 14,
    daysAfterSession: null,
    session: null,
    enough: 5,
    community: { id: 'community_1', slug: 'autumn', name: 'Autumn' },
    questions: [{ ...question, barriers: [], optional: false, about: null }],
    viewerCan: { change: true },
  }) as unknown as PulseToChangeFragment;

beforeEach(() => speakAlso('pulses'));

test('what repeats a baseline says where its questions are changed, and offers no field that is refused', async () => {
  render(ChangePage, { pulse: planned('FOLLOW_UP') });
  await expect.element(page.getByText(/^It asks what was asked at the beginning/)).toBeVisible();
  await expect.element(page.getByLabelText('What you ask')).not.toBeInTheDocument();
  await expect.element(page.getByLabelText('Day', { exact: true })).toHaveValue('2027-02-01');
  await expectAccessible();
});

test('of what moves with its session that is said beside the day that would end it', async () => {
  const session = { id: 'session_1', number: 4 };
  const pulse = { ...planned('TRANSFER'), daysAfterSession: 14, session };
  render(ChangePage, { pulse: pulse as PulseToChangeFragment });
  await expect
    .element(page.getByLabelText('Day', { exact: true }))
    .toHaveAccessibleDescription('It moves with session 4 until you say another day or time.');
});

test('the baseline itself is written anew', async () => {
  render(ChangePage, { pulse: planned('BASELINE') });
  await expect.element(page.getByLabelText('What you ask')).toHaveValue('I name it.');
});
