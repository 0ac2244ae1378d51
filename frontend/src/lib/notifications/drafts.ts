import {
  ApiError,
  DiscardDraftDoc,
  RestoreDraftDoc,
  mutate,
  says,
  type DraftLineFragment,
  type DraftPlaceQuery,
  type DraftPlaceQueryVariables,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/ui/toasts.svelte';

type Kind = 'reply' | 'edit' | 'new';

/** `reply:THREAD`, `reply:THREAD:POST`, `edit:POST` and `new:CHANNEL`: what is written, and to what. */
export function targetOf(key: string): { kind: Kind; id: string } {
  const [kind, id] = key.split(':') as [Kind, string];
  return { kind, id };
}

/** The question that answers where a draft belongs. */
export function placeOf(draft: DraftLineFragment): DraftPlaceQueryVariables {
  const { kind, id } = targetOf(draft.key);
  return { id, reply: kind === 'reply', edit: kind === 'edit', new: kind === 'new' };
}

/** What a draft will become, and where. */
export function draftInWords(draft: DraftLineFragment, place: DraftPlaceQuery | undefined) {
  const post = place?.post && 'thread' in place.post ? place.post : undefined;
  const thread = place?.thread ?? post?.thread;
  const channel = place?.channel && 'name' in place.channel ? place.channel : thread?.channel;
  const community = place?.channel && 'name' in place.channel ? place.channel : thread;
  const where = [channel?.name, community?.community.name].filter(Boolean).join(' · ');
  if (!channel) return { words: draft.title ?? '', where };
  const title = thread?.title ?? '';
  const words = {
    new: draft.title || t('draft-new', { channel: channel.name }),
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
