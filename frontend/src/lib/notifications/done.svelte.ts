import { MarkInboxDoneDoc, mutate, type WaitingFragment } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';

type Item = Pick<WaitingFragment, 'id' | 'thread'>;

/** Dealing with what speaks to the viewer: at once, and it can be taken back. */
class Done {
  #marked: Item[] = [];

  async mark(item: Item) {
    if (!(await this.#set(item, true))) return;
    this.#marked.push(item);
    toasts.say(t('done-said', { title: item.thread.title }), {
      action: { label: t('undo'), run: () => void this.undo(item) },
    });
  }

  async undo(item: Item) {
    this.#marked = this.#marked.filter(({ id }) => id !== item.id);
    await this.#set(item, false);
  }

  async undoLast() {
    const last = this.#marked.at(-1);
    if (last) await this.undo(last);
  }

  #set({ id }: Item, done: boolean) {
    return attempt(() => mutate(MarkInboxDoneDoc, { input: { item: id, done } }));
  }
}

export const done = new Done();
