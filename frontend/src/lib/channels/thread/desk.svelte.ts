import { Draft } from '../composer/draft.svelte';
import { quoted } from '../composer/markdown';
import type { Unsent } from '../device';
import type { Post } from './order';

interface Replying {
  draft: Draft;
  /** Under which post it will stand. */
  root: string;
  /** What is answered: the root, or a reply beside which it will stand. */
  parent: Post;
}

interface Editing {
  draft: Draft;
  post: Post;
}

/** What is being written in a conversation. Each place has its own draft, and none becomes another's. */
export class Desk {
  readonly main: Draft;
  reply = $state.raw<Replying>();
  edit = $state.raw<Editing>();
  #thread: string;

  constructor(thread: string) {
    this.#thread = thread;
    this.main = new Draft(`reply:${thread}`);
  }

  /** To the conversation, or in place to a post. */
  answer(post?: Post) {
    if (!post || post.number === 1) return this.main.call();
    const root = post.parentId ?? post.id;
    if (this.reply?.root !== root) {
      this.reply?.draft.end();
      const draft = new Draft(`reply:${this.#thread}:${root}`);
      this.reply = { draft, root, parent: post };
      void draft.open();
    }
    this.reply.draft.call();
  }

  change(post: Post) {
    if (this.edit?.post.id !== post.id) {
      this.edit?.draft.end();
      const draft = new Draft(`edit:${post.id}`, { body: post.body ?? '' });
      this.edit = { draft, post };
      void draft.open();
    }
    this.edit.draft.call();
  }

  /** Into the answer that is open beside the post, else into the one at the end. */
  quote(post: Post, words: string) {
    const source = { author: (!post.isNameless && post.author?.name) || '', path: post.path };
    const beside = this.reply?.root === (post.parentId ?? post.id) ? this.reply.draft : this.main;
    beside.append(quoted(words, source));
  }

  /** What could not be sent stands in its composer again, below what was written there since. */
  takeBack({ body, files }: Pick<Unsent, 'body' | 'files'>, root?: Post) {
    if (root) this.answer(root);
    const draft = root ? this.reply?.draft : this.main;
    if (!draft) return;
    draft.files = [...draft.files, ...files];
    draft.append(body);
  }

  closeReply() {
    this.reply?.draft.end();
    this.reply = undefined;
  }

  closeEdit() {
    this.edit?.draft.end();
    this.edit = undefined;
  }

  end() {
    this.main.end();
    this.closeReply();
    this.closeEdit();
  }

  isOwn = (post: Post) => post.viewerIsAuthor;
}
