import { ApiError, CreatePostDoc, mutate, says } from '$lib/api';
import { viewer } from '$lib/identity/viewer.svelte';
import { device, type Unsent } from './device';
import { now } from './dates';
import type { Post } from './thread/order';

export interface Pending extends Unsent {
  /** Why the server refused it, or nothing when it was not reached; undefined while it is sent. */
  problem?: string;
}

/**
 * Replies of one conversation that the server does not have yet. They show at once, survive a reload,
 * and carry a nonce, so that sending twice posts once.
 */
export class Outbox {
  list = $state.raw<Pending[]>([]);
  #thread: string;
  #onSent: (post: Post) => void;

  constructor(thread: string, onSent: (post: Post) => void) {
    this.#thread = thread;
    this.#onSent = onSent;
  }

  /** Takes up what an earlier visit could not send. */
  async open() {
    const unsent = await device.unsent(viewer.person?.id ?? '').catch(() => []);
    const found = unsent.filter(
      ({ thread, nonce }) =>
        thread === this.#thread && !this.list.some((each) => each.nonce === nonce),
    );
    this.list = [...found, ...this.list];
    await Promise.all(found.map(({ nonce }) => this.again(nonce)));
  }

  async send(words: Pick<Unsent, 'parent' | 'root' | 'body' | 'files'>) {
    const nonce = crypto.randomUUID();
    const unsent = { ...words, nonce, thread: this.#thread, at: now() };
    this.list = [...this.list, unsent];
    await device.keepUnsent(viewer.person?.id ?? '', unsent).catch(() => undefined);
    await this.#post(unsent);
  }

  async again(nonce: string) {
    const pending = this.list.find((each) => each.nonce === nonce);
    if (!pending) return;
    this.#say(nonce, undefined);
    await this.#post(pending);
  }

  /** The connection is back: what it held up goes now. */
  async allAgain() {
    await Promise.all(
      this.list
        .filter(({ problem }) => problem !== undefined)
        .map(({ nonce }) => this.again(nonce)),
    );
  }

  /** It is here, by whichever way it came, or its author took it back. */
  drop(nonce: string) {
    this.list = this.list.filter((each) => each.nonce !== nonce);
    void device.dropUnsent(nonce).catch(() => undefined);
  }

  async #post({ nonce, thread, parent, body, files }: Unsent) {
    const attachments = files.map(({ id }) => id);
    try {
      const input = { thread, parent, body, attachments, nonce };
      const { createPost } = await mutate(CreatePostDoc, { input });
      this.drop(nonce);
      this.#onSent(createPost);
    } catch (refusal) {
      const isRefused =
        refusal instanceof ApiError && !['OFFLINE', 'INTERNAL'].includes(refusal.code);
      this.#say(nonce, isRefused ? says(refusal) : '');
    }
  }

  #say(nonce: string, problem: string | undefined) {
    this.list = this.list.map((each) => (each.nonce === nonce ? { ...each, problem } : each));
  }
}
