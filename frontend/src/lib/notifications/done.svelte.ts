import {
  MarkInboxDoneDoc,
  MarkNoticeDoneDoc,
  mutate,
  type NoticeLineFragment,
  type WaitingFragment,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';

type Item = Pick<WaitingFragment, 'id' | 'thread'>;
type Notice = Pick<NoticeLineFragment, 'id' | 'title'>;

/** What can be dealt with: what it is called, and how that is said to the server. */
interface Matter {
  id: string;
  title: string;
  set: (done: boolean) => Promise<unknown>;
}

/** Dealing with what speaks to the viewer: at once, and it can be taken back. */
class Done {
  #marked: Matter[] = [];

  mark({ id, thread }: Item) {
    const set = (done: boolean) => mutate(MarkInboxDoneDoc, { input: { item: id, done } });
    return this.#finish({ id, title: thread.title, set });
  }

  markNotice({ id, title }: Notice) {
    const set = (done: boolean) => mutate(MarkNoticeDoneDoc, { input: { notice: id, done } });
    return this.#finish({ id, title, set });
  }

  async undoLast() {
    const last = this.#marked.at(-1);
    if (last) await this.#undo(last);
  }

  async #finish(matter: Matter) {
    if (!(await attempt(() => matter.set(true)))) return;
    this.#marked.push(matter);
    toasts.say(t('done-said', { title: matter.title }), {
      action: { label: t('undo'), run: () => void this.#undo(matter) },
    });
  }

  async #undo(matter: Matter) {
    this.#marked = this.#marked.filter(({ id }) => id !== matter.id);
    await attempt(() => matter.set(false));
  }
}

export const done = new Done();
