import {
  HaveQuestionTooDoc,
  MakeNamelessDoc,
  MarkHelpedDoc,
  ParkQuestionDoc,
  ReopenQuestionDoc,
  VerifyAnswerDoc,
  WithdrawQuestionDoc,
  mutate,
  type ThreadFieldsFragment,
} from '$lib/api';
import type { Conversation } from '$lib/channels/thread/conversation.svelte';
import type { Post } from '$lib/channels/thread/order';
import { t } from '$lib/i18n/index.svelte';
import { attempt } from '$lib/ui/attempt';
import { toasts } from '$lib/ui/toasts.svelte';

export type QuestionDialog =
  { kind: 'invite' | 'park' | 'duplicate' | 'reveal' } | { kind: 'unverify'; post: Post };

/** What can be done with a question and its answers besides what can be done in any conversation. */
export class QuestionDesk {
  dialog = $state.raw<QuestionDialog>();
  opener: HTMLElement | null = null;
  readonly #conversation: Conversation;
  readonly #thread: () => ThreadFieldsFragment;

  constructor(conversation: Conversation, thread: () => ThreadFieldsFragment) {
    this.#conversation = conversation;
    this.#thread = thread;
  }

  get thread() {
    return this.#thread();
  }

  get question() {
    return this.thread.question!;
  }

  show(dialog: QuestionDialog, opener?: HTMLElement | null) {
    this.opener = opener ?? null;
    this.dialog = dialog;
  }

  close() {
    this.dialog = undefined;
  }

  /** An answer is another than it was. */
  took(post: Post) {
    this.#conversation.put(post);
  }

  /** An answer can be marked: not the question itself, nor a reply to an answer. */
  isAnswer = (post: Post) => post.number > 1 && post.parentId === null && post.deletedAt === null;

  canMarkHelped = (post: Post) => this.isAnswer(post) && this.question.viewerCan.markHelped;

  canVerify = (post: Post) => this.isAnswer(post) && this.question.viewerCan.verify;

  /** Its asker says: this helped me, or takes it back. */
  async helped(post: Post) {
    if (!this.canMarkHelped(post)) return;
    const input = { post: post.id, on: !post.isAccepted };
    const answer = await attempt(() => mutate(MarkHelpedDoc, { input }));
    if (!answer) return;
    this.#conversation.put(answer.markHelped);
    if (input.on) void this.#conversation.open();
  }

  /** Somebody who knows stands behind it; taking that back needs a reason. */
  async verify(post: Post, opener?: HTMLElement | null) {
    if (!this.canVerify(post)) return;
    if (post.verification) return this.show({ kind: 'unverify', post }, opener);
    const input = { post: post.id, reviewAt: null };
    const answer = await attempt(() => mutate(VerifyAnswerDoc, { input }));
    if (!answer) return;
    this.#conversation.put(answer.verifyAnswer);
    toasts.say(t('verified-toast'));
  }

  async too() {
    const { id } = this.thread;
    const input = { thread: id, on: !this.question.viewerToo };
    await attempt(() => mutate(HaveQuestionTooDoc, { input }));
  }

  async reopen() {
    await attempt(() => mutate(ReopenQuestionDoc, { input: { thread: this.thread.id } }));
  }

  async withdraw() {
    const input = { thread: this.thread.id };
    if (!(await attempt(() => mutate(WithdrawQuestionDoc, { input })))) return;
    toasts.say(t('withdrawn-toast'), {
      action: { label: t('undo'), run: () => void this.reopen() },
    });
  }

  async hideName() {
    const input = { thread: this.thread.id };
    if (!(await attempt(() => mutate(MakeNamelessDoc, { input })))) return;
    void this.#conversation.open();
    toasts.say(t('made-nameless-toast'));
  }

  /** On the agenda of a session, or of none any more. */
  async park(session: string | null) {
    const input = { thread: this.thread.id, session };
    return attempt(() => mutate(ParkQuestionDoc, { input }));
  }
}
