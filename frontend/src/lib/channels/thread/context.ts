import { createContext } from 'svelte';
import type { ThreadFieldsFragment } from '$lib/api';
import type { Asked } from '$lib/prompts/asked.svelte';
import type { QuestionDesk } from '$lib/questions/desk.svelte';
import type { Outbox } from '../outbox.svelte';
import type { Conversation } from './conversation.svelte';
import type { Desk } from './desk.svelte';
import type { Post } from './order';
import type { Reader } from './reader.svelte';

/** What is asked or shown about a post in a dialog. */
export type PostDialog = 'history' | 'removal' | 'flag' | 'convert' | 'split' | 'reveal';

/** What the parts of a conversation's page share. */
export interface ThreadContext {
  readonly thread: ThreadFieldsFragment;
  /** Where it is a prompt's. */
  asked?: Asked;
  /** Where it is a question, with the parts that only a question has. */
  question?: { desk: QuestionDesk; parts: typeof import('$lib/questions/parts') };
  conversation: Conversation;
  desk: Desk;
  outbox: Outbox;
  reader: Reader;
  /** What can be done to a post, by button, by menu and by key. */
  acts: {
    copyLink: (post: Post) => void;
    quote: (post: Post) => void;
    markUnread: (post: Post) => void;
    remove: (post: Post) => void;
    /** Selected words of it, or words that are chosen then. */
    correct: (post: Post) => void;
    showHistory: (post: Post) => void;
    show: (which: PostDialog, post: Post) => void;
  };
}

export const [threadContext, setThreadContext] = createContext<ThreadContext>();
