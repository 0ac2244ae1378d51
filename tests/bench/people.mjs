// What people ask of the server, as the web app asks it.

const PERSON = 'id handle name';

export const THREAD_PAGE = `query ($id: ID!, $first: Int!) { thread(id: $id) {
  id kind title tags lockedAt isAnswered acceptedPostId replyCount readThrough unreadCount follow
  community { id slug name } channel { id slug name } viewerCan { reply edit moderate }
  posts(first: $first) { pageInfo { hasNextPage endCursor } edges { cursor node {
    id number parentId author { ${PERSON} } bodyHtml createdAt editedAt revision deletedAt isAccepted
    reactions { kind count viewerReacted } attachments { id name mediaType bytes url }
    viewerCan { edit delete restore react reply } } } } } }`;

export const THREAD_LIST = `query ($slug: String!) { community(slug: $slug) { id name
  threads(first: 20) { pageInfo { hasNextPage endCursor } edges { cursor node {
    id kind title slug tags createdAt lastPostAt replyCount isAnswered unreadCount follow
    author { ${PERSON} } lastAuthor { ${PERSON} } channel { id slug name } } } } } }`;

export const SEARCH = `query ($query: String!) { search(query: $query, first: 10) {
  totalCount edges { snippet titleSnippet node { id path author { ${PERSON} } thread { id title } } } } }`;

export const SEARCH_WITH_FACETS = SEARCH.replace(
  'totalCount',
  'totalCount facets { of name count }',
);

export const SUGGEST = `query ($query: String!) { suggest(query: $query, first: 8) { kind title path detail } }`;

export const REPLY = `mutation ($input: CreatePostInput!) { createPost(input: $input) {
  id number bodyHtml createdAt nonce author { ${PERSON} } } }`;

export const LIVE = `subscription ($in: ID) { liveEvents(in: $in) { cursor kind post {
  id number body bodyHtml createdAt author { ${PERSON} } } } }`;

export const reply = (thread, body) => ({
  query: REPLY,
  variables: { input: { thread, body, nonce: 'NONCE' } },
});

/** Somebody at a browser: asks, and keeps the cookie. */
export class Visitor {
  constructor(server) {
    this.origin = server.origin;
    this.cookie = '';
  }

  async ask(query, variables = {}) {
    const headers = {
      'content-type': 'application/json',
      origin: this.origin,
      cookie: this.cookie,
    };
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${this.origin}/graphql`, {
      method: 'POST',
      headers,
      body,
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) this.cookie = cookies.join('; ');
    const { data, errors } = await response.json();
    if (errors) throw new Error(`${query.slice(0, 60)}…: ${JSON.stringify(errors)}`);
    return data;
  }
}

/** Signs in everybody of the demonstration; the administrator first. */
export async function signInAll(server) {
  const { demoPeople } = (await new Visitor(server).ask('{ server { demoPeople { handle } } }'))
    .server;
  const people = [];
  for (const { handle } of demoPeople) {
    const visitor = new Visitor(server);
    await visitor.ask(
      'mutation ($input: DemoSignInInput!) { demoSignIn(input: $input) { person { id } } }',
      {
        input: { handle },
      },
    );
    const { viewer } = await visitor.ask('{ viewer { isAdministrator person { id } } }');
    people.push(
      Object.assign(visitor, {
        id: viewer.person.id,
        isAdministrator: viewer.isAdministrator,
      }),
    );
  }
  return people.sort((a, b) => Number(b.isAdministrator) - Number(a.isAdministrator));
}

/** Lets everybody into the community, and lists its threads, the longest first. */
export async function enter([administrator, ...others], slug) {
  const { community } = await administrator.ask(
    'query ($slug: String!) { community(slug: $slug) { id viewerMembership { id } } }',
    { slug },
  );
  const newcomers = community.viewerMembership ? others : [administrator, ...others];
  for (const { id } of newcomers) {
    await administrator.ask(
      'mutation ($input: AddMemberInput!) { addMember(input: $input) { id } }',
      {
        input: { community: community.id, person: id, role: 'LEARNER' },
      },
    );
  }
  const threads = [];
  for (let after = null; threads.length === 0 || after;) {
    const page = await administrator.ask(
      `query ($slug: String!, $after: String) { community(slug: $slug) { threads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor } edges { node { id replyCount } } } } }`,
      { slug, after },
    );
    const { edges, pageInfo } = page.community.threads;
    threads.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
  return {
    id: community.id,
    slug,
    threads: threads.sort((a, b) => b.replyCount - a.replyCount),
  };
}
