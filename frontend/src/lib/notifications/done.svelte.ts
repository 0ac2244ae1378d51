import { MarkInboxDoneDoc, mutate, says, type WaitingFragment } from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
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

  async #set({ id }: Item, done: boolean) {
    try {
      await mutate(MarkInboxDoneDoc, { input: { item: id, done } });
      return true;
    } catch (failure) {
      toasts.say(says(failure), { tone: 'problem' });
      return false;
    }
  }
}

export const done = new Done();
