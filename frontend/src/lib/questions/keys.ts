import type { OnPost } from '$lib/channels/thread/keys';
import { t } from '$lib/i18n/index.svelte';
import type { Shortcut } from '$lib/shell/keyboard.svelte';
import type { QuestionDesk } from './desk.svelte';

/** The keys of a question besides those of a conversation; `onPost` finds the one with the focus. */
export const questionKeys = (desk: QuestionDesk, onPost: OnPost): Shortcut[] => [
  { keys: 'Shift+H', label: t('key-helped'), run: onPost((post) => void desk.helped(post)) },
  {
    keys: 'b',
    label: t('key-verify'),
    run: onPost((post) => void desk.verify(post, document.getElementById(post.id))),
  },
];
