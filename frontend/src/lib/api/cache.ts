import { cacheExchange, type Cache, type UpdateResolver } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { keyless } from './generated/keyless';

const pages = relayPagination();

/** Signing in changes who looks: everything fetched before belongs to nobody. */
const becomeViewer: UpdateResolver = (result, _variables, cache, info) => {
  forgetQueries(cache);
  cache.link('Query', 'viewer', result[info.fieldName] as never);
};

/** Lists that a mutation may have changed are asked for again the next time they are looked at. */
const forgetLists =
  (...fields: string[]): UpdateResolver =>
  (_result, _variables, cache) => {
    for (const field of fields) forgetField(cache, field);
  };

/** As `forgetLists`, for lists that hang on the thing that the mutation returned. */
const forgetListsOf =
  (...fields: string[]): UpdateResolver =>
  (result, _variables, cache, info) => {
    const entity = result[info.fieldName] as never;
    for (const field of fields) cache.invalidate(entity, field);
  };

export function forgetQueries(cache: Cache) {
  for (const { fieldName, arguments: variables } of cache.inspectFields('Query')) {
    if (fieldName !== 'server') cache.invalidate('Query', fieldName, variables);
  }
}

function forgetField(cache: Cache, field: string) {
  for (const { fieldName, arguments: variables } of cache.inspectFields('Query')) {
    if (fieldName === field) cache.invalidate('Query', field, variables);
  }
}

export const normalisedCache = () =>
  cacheExchange({
    keys: {
      ...Object.fromEntries(keyless.map((type) => [type, () => null])),
      Viewer: () => 'viewer',
      Draft: (draft) => draft.key as string,
    },
    resolvers: {
      Query: { inbox: pages, drafts: pages },
      Viewer: { memberships: pages },
      Community: { members: pages, threads: pages },
      Channel: { threads: pages },
      Thread: { posts: pages },
      Post: { revisions: pages },
    },
    updates: {
      Mutation: {
        signIn: becomeViewer,
        demoSignIn: becomeViewer,
        acceptInvitation: becomeViewer,
        resetPassword: becomeViewer,
        createThread: forgetThreadLists,
        createPost: forgetPosts,
        saveDraft: forgetLists('drafts', 'today'),
        discardDraft: forgetDraft,
        markInboxDone: forgetLists('inbox', 'today'),
        acknowledgeNorms: forgetLists('today'),
        removeMember: forgetListsOf('members'),
        addMember: forgetMembers,
        createCommunity: forgetMemberships,
      },
    },
  });

function forgetThreadLists(...[result, variables, cache]: Parameters<UpdateResolver>) {
  const { channel } = variables.input as { channel: string };
  cache.invalidate({ __typename: 'Channel', id: channel }, 'threads');
  const made = result.createThread as { community?: { id: string } } | null;
  if (made?.community) cache.invalidate(made.community as never, 'threads');
  forgetField(cache, 'drafts');
}

function forgetPosts(...[, variables, cache]: Parameters<UpdateResolver>) {
  const { thread } = variables.input as { thread: string };
  cache.invalidate({ __typename: 'Thread', id: thread }, 'posts');
  forgetField(cache, 'drafts');
}

function forgetDraft(...[, variables, cache]: Parameters<UpdateResolver>) {
  const { key } = variables.input as { key: string };
  cache.invalidate({ __typename: 'Draft', key });
  for (const field of ['draft', 'drafts', 'today']) forgetField(cache, field);
}

function forgetMembers(...[, variables, cache]: Parameters<UpdateResolver>) {
  const { community } = variables.input as { community: string };
  cache.invalidate({ __typename: 'Community', id: community }, 'members');
}

function forgetMemberships(...[, , cache]: Parameters<UpdateResolver>) {
  cache.invalidate({ __typename: 'Viewer', id: 'viewer' }, 'memberships');
}
