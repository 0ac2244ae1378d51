import {
  ApiError,
  DiscardDraftDoc,
  RestoreDraftDoc,
  mutate,
  says,
  type DraftLineFragment,
  type DraftPlaceQuery,
  type ThreadPlaceFragment,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/ui/toasts.svelte';

type Kind = 'reply' | 'edit' | 'new';

/** `reply:THREAD`, `reply:THREAD:POST`, `edit:POST` and `new:CHANNEL`: what is written, and to what. */
export function targetOf(key: string): { kind: Kind; id: string } {
  const [kind, id] = key.split(':') as [Kind, string];
  return { kind, id };
}

/** A thread, a post in one, or a channel: whatever the draft is for. */
type Target = Partial<ThreadPlaceFragment> & { thread?: ThreadPlaceFragment; name?: string };

/** What a draft will become, and where. */
export function draftInWords(draft: DraftLineFragment, node: DraftPlaceQuery['node'] | undefined) {
  const target = (node ?? {}) as Target;
  const thread = target.thread ?? target;
  const [channel, title] = [target.name ?? thread.channel?.name, thread.title ?? ''];
  const where = [channel, thread.community?.name].filter(Boolean).join(' · ');
  if (!channel) return { words: draft.title ?? '', where };
  const words = {
    new: draft.title || t('draft-new', { channel }),
    edit: t('draft-edit', { title }),
    reply: t('draft-reply', { title }),
  };
  return { words: words[targetOf(draft.key).kind], where };
}

/** Gone at once, and back at a word. */
export async function discard(draft: DraftLineFragment) {
  try {
    await mutate(DiscardDraftDoc, { input: { key: draft.key } });
    toasts.say(t('draft-discarded'), {
      action: { label: t('undo'), run: () => void restore(draft) },
    });
  } catch (failure) {
    toasts.say(says(failure), { tone: 'problem' });
  }
}

async function restore({ key, title, body }: DraftLineFragment) {
  try {
    await mutate(RestoreDraftDoc, { input: { key, title, body, version: 0 } });
  } catch (failure) {
    // A newer draft stands in its place: that one is kept, and the answer says so.
    const text = failure instanceof ApiError ? says(failure) : t('error-internal');
    toasts.say(text, { tone: 'problem' });
  }
}
