// A conversation as one person has it open: its posts, and the place to write.
const FIND = `query ($community: String!) {
  community(slug: $community) {
    threads(first: 100) {
      edges { node { id title kind channel { slug name } community { slug } } }
    }
  }
}`;
const POSTS = `query ($id: ID!) {
  thread(id: $id) {
    readThrough
    posts(first: 100) { edges { node { id number body revision path author { handle } } } }
  }
}`;
const REPLY =
  'mutation ($input: CreatePostInput!) { createPost(input: $input) { id number path } }';
const EDIT = 'mutation ($input: EditPostInput!) { editPost(input: $input) { id revision } }';

export const COHORT = 'leading-change-autumn';
export const GUILD = 'facilitation-guild';

/** Opens the conversation of this title as this person. */
export async function opensConversation(person, title, community = COHORT) {
  const conversation = await findsConversation(person, title, community);
  await person.opens(conversation.path);
  return conversation;
}

/** The same without looking at it. */
export async function findsConversation(person, title, community = COHORT) {
  const { threads } = (await person.asks(FIND, { community })).community;
  const found = threads.edges.find(({ node }) => node.title === title);
  if (!found) throw new Error(`nobody talks about “${title}” in ${community}`);
  return new Conversation(person, found.node);
}

export class Conversation {
  constructor(person, { id, title, kind, channel, community }) {
    this.person = person;
    this.id = id;
    this.title = title;
    const place = kind === 'QUESTION' ? 'questions' : `channels/${channel.slug}`;
    this.path = `/c/${community.slug}/${place}/${id}`;
  }

  get page() {
    return this.person.page;
  }

  /** The place to write, at the end of the conversation. */
  get composer() {
    return this.page.getByRole('textbox', { name: /^Your (reply|answer)$/ });
  }

  /** The post that says this. */
  post(words) {
    return this.page.locator('[data-post]').filter({ hasText: words }).first();
  }

  async writes(body) {
    await this.composer.fill(body);
  }

  async sends() {
    await this.person.clicks(/^Post (reply|answer)$/);
  }

  async replies(body) {
    await this.writes(body);
    await this.sends();
    await this.post(body).waitFor();
  }

  async fromMenuOf(words, item) {
    await this.person.chooses('What you can do with this post', item, this.post(words));
  }

  async edits(words, body) {
    await this.fromMenuOf(words, 'Edit');
    await this.page.getByRole('textbox', { name: 'Edit this post' }).fill(body);
  }

  // As another program of the same person would, past the page.

  async posts() {
    const { thread } = await this.person.asks(POSTS, { id: this.id });
    return { readThrough: thread.readThrough, list: thread.posts.edges.map(({ node }) => node) };
  }

  async replyBehindThePage(body) {
    const input = { thread: this.id, body, nonce: crypto.randomUUID() };
    return (await this.person.asks(REPLY, { input })).createPost;
  }

  async editBehindThePage({ id, revision }, body) {
    return this.person.asks(EDIT, { input: { post: id, revision, body } });
  }
}
