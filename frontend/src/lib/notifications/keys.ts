import { t } from '$lib/i18n/index.svelte';
import type { Shortcut } from '$lib/shell/keyboard.svelte';
import { THINGS_MAX } from './things';

interface TodayActions {
  open: (index: number) => void;
  done: () => void;
  undo: () => void;
}

export const todayKeys = ({ open, done, undo }: TodayActions): Shortcut[] => [
  ...Array.from({ length: THINGS_MAX }, (_, index) => ({
    keys: String(index + 1),
    label: t('key-open-thing', { number: index + 1 }),
    run: () => open(index),
  })),
  { keys: 'e', label: t('key-done'), run: done },
  { keys: 'Shift+e', label: t('key-undone'), run: undo },
];

interface InboxActions {
  move: (step: 1 | -1) => void;
  done: () => void;
  undo: () => void;
}

export const inboxKeys = ({ move, done, undo }: InboxActions): Shortcut[] => [
  { keys: 'j', label: t('key-next'), run: () => move(1) },
  { keys: 'k', label: t('key-previous'), run: () => move(-1) },
  { keys: 'e', label: t('key-done'), run: done },
  { keys: 'Shift+e', label: t('key-undone'), run: undo },
];
