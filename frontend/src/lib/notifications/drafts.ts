import {
  DiscardDraftDoc,
  RestoreDraftDoc,
  mutate,
  type DraftLineFragment,
  type DraftPlaceQuery,
  type DraftPlaceQueryVariables,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
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
  const input = { key: draft.key };
  if (!(await attempt(() => mutate(DiscardDraftDoc, { input })))) return;
  toasts.say(t('draft-discarded'), {
    action: { label: t('undo'), run: () => void restore(draft) },
  });
}

/** When a newer draft stands in its place, that one is kept, and the answer says so. */
const restore = ({ key, title, body }: DraftLineFragment) =>
  attempt(() => mutate(RestoreDraftDoc, { input: { key, title, body, version: 0 } }));
