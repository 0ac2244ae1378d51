import assert from 'node:assert/strict';
import { COHORT, findsConversation, opensConversation } from '../pages/conversation.mjs';

const STUCK = 'Bring one stuck conversation';
const BUDGET_MS = 1000;

/** How long after the server's answer to `change` the words stood on the reader's page. */
async function delay(reader, words, change) {
  const appears = reader.whenAppears(words);
  const answered = await change();
  return Math.max(0, (await appears) - answered);
}

/** Changes something from a page of its author; returns when the server had answered. */
const fromPageOf = (author, query, input) =>
  author.page.evaluate(
    async ([query, input]) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { input } }),
      });
      const { errors } = await response.json();
      if (errors) throw new Error(errors[0].message);
      return Date.now();
    },
    [query, input],
  );

const REPLY = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }';
const EDIT = 'mutation ($input: EditPostInput!) { editPost(input: $input) { id } }';
const REACT = 'mutation ($input: ReactInput!) { react(input: $input) { id } }';
const READ = 'mutation ($input: MarkReadInput!) { markRead(input: $input) { id } }';

export default {
  'A reply, an edit and a reaction reach a second browser at once': async ({ person, say }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    const writing = await opensConversation(amara, STUCK);
    const reading = await opensConversation(priya, STUCK);
    // The first words show that the reader's page listens.
    await writing.replyBehindThePage('Who has one already?');
    await priya.sees('Who has one already?');

    const input = { thread: writing.id, body: 'Mine is about a door.', nonce: 'a door' };
    const reply = await delay(priya, 'Mine is about a door.', () =>
      fromPageOf(amara, REPLY, input),
    );
    const { list } = await writing.posts();
    const { id, revision } = list.find(({ body }) => body === 'Mine is about a door.');
    const change = { post: id, revision, body: 'Mine is about a window.' };
    const edit = await delay(priya, 'about a window', () => fromPageOf(amara, EDIT, change));
    const mark = { post: id, kind: 'HELPFUL', on: true };
    const jonas = await person('jonas-lindqvist');
    await jonas.opens('/today');
    const counted = reading.post('about a window').getByRole('button', { name: 'Helpful 1' });
    const reacted = await fromPageOf(jonas, REACT, mark);
    await counted.waitFor();
    const reaction = Date.now() - reacted;

    say(`reply ${reply} ms, edit ${edit} ms, reaction ${reaction} ms`);
    for (const took of [reply, edit, reaction]) assert.ok(took < BUDGET_MS, `${took} ms`);
  },

  'What was read on one device is read on the other': async ({ person, say }) => {
    const [laptop, phone] = [await person('priya-raman'), await person('priya-raman')];
    await laptop.opens('/c/leading-change-autumn/channels/questions');
    await phone.opens('/today');
    const title = 'Is a stakeholder map still useful after the change has started?';
    const line = laptop.page.getByRole('listitem').filter({ hasText: title });
    await line.getByText(/\d new/).waitFor();
    const talk = await findsConversation(phone, title);
    const { list } = await talk.posts();
    const through = Math.max(...list.map(({ number }) => number));
    const answered = await fromPageOf(phone, READ, { thread: talk.id, through });
    await line.getByText(/\d new/).waitFor({ state: 'detached' });
    const took = Date.now() - answered;
    say(`read marker ${took} ms`);
    assert.ok(took < BUDGET_MS, `${took} ms`);
  },

  'A new conversation and a new channel stand in the lists that are open': async ({ person }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    await priya.opens(`/c/${COHORT}/channels`);
    const { community } = await amara.asks(
      'query ($slug: String!) { community(slug: $slug) { id channels { id slug } } }',
      { slug: COHORT },
    );
    await amara.asks(
      'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { id } }',
      {
        input: {
          community: community.id,
          name: 'Pairs',
          purpose: 'Who meets whom.',
          kind: 'MIXED',
        },
      },
    );
    await priya.sees('Who meets whom.');

    await priya.opens(`/c/${COHORT}/channels/practice-log`);
    const { id: channel } = community.channels.find(({ slug }) => slug === 'practice-log');
    const input = {
      channel,
      kind: 'DISCUSSION',
      title: 'A meeting without slides',
      body: 'It was short.',
      nonce: 'n',
    };
    await amara.asks(
      'mutation ($input: CreateThreadInput!) { createThread(input: $input) { id } }',
      { input },
    );
    await priya.sees('A meeting without slides');
  },

  'Who is no longer a member learns it on the page they have open': async ({ person }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    const talk = await opensConversation(priya, STUCK);
    await amara.opens(`/c/${COHORT}/people`);
    await amara.chooses('What you can do with Priya Raman', 'Remove from Leading change, autumn');
    await amara.clicks('Remove Priya Raman');
    await amara.sees('Priya Raman no longer belongs to Leading change, autumn.');
    await priya.isAt('/today');
    await priya.sees(/^You are no longer in Leading change, autumn\./);
    await priya.opens(talk.path);
    await priya.seesHeading('There is nothing here');
  },
};
