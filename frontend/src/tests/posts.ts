import type { PostFieldsFragment } from '$lib/api';

let made = 1;

/** A post as the server gives it, with what a test cares about. */
export function postBy(handle: string, more: Partial<PostFieldsFragment> = {}): PostFieldsFragment {
  made += 1;
  const number = more.number ?? made;
  const post = {
    __typename: 'Post',
    id: `post_${made}`,
    number,
    threadId: 'thread_1',
    parentId: null,
    author: {
      __typename: 'Person',
      id: `person_${handle.split('-')[0]}`,
      handle,
      name: handle,
      isPlaceholder: false,
    },
    body: `Post ${number}`,
    bodyHtml: `<p>Post ${number}</p>`,
    createdAt: '2026-10-19T18:40:00Z',
    editedAt: null,
    revision: 1,
    deletedAt: null,
    heldAt: null,
    hidden: null,
    isNameless: false,
    viewerIsAuthor: false,
    isAccepted: false,
    verification: null,
    corrections: [],
    authorNotice: null,
    reactions: [],
    attachments: [],
    path: `/go/post_${made}`,
    nonce: null,
    viewerCan: {
      __typename: 'PostPermissions',
      edit: false,
      delete: false,
      restore: false,
      react: true,
      reply: true,
    },
  };
  return { ...post, ...more };
}
