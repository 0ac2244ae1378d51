import { PHONE } from '../browser.mjs';
import { COHORT, findsConversation } from '../pages/conversation.mjs';
import { publishesCorrection } from '../pages/corrections.mjs';

const HOLDS = 'What holds instead: Ask, and hear what is said.';

/** A conversation whose title alone says it, begun behind the page. */
async function begins(person, title) {
  const { community } = await person.asks(
    `query ($slug: String!) { community(slug: $slug) { channels { id kind } } }`,
    { slug: COHORT },
  );
  const { id: channel } = community.channels.find(({ kind }) => kind === 'DISCUSSION');
  const nonce = crypto.randomUUID();
  const words = { title, body: 'It served me well.', tags: [], attachments: [] };
  await person.asks(
    'mutation ($input: CreateThreadInput!) { createThread(input: $input) { id } }',
    { input: { channel, kind: 'DISCUSSION', ...words, nonce } },
  );
  return findsConversation(person, title);
}

export default {
  'A moderator chooses the title by keyboard, and its author gives the conversation another one':
    async ({ person }) => {
      const title = 'Quiet rooms have nothing to say';
      const [jonas, priya] = [await person('jonas-lindqvist'), await person('priya-raman')];
      const talk = await begins(priya, title);
      await jonas.opens(talk.path);
      await jonas.page.locator('[data-post]').first().focus();
      await jonas.presses('x');
      const panel = jonas.dialog('Correct a passage');
      await panel.getByRole('radio', { name: new RegExp(`^${title}`) }).focus();
      await jonas.presses('Space');
      await panel.getByLabel('What that misses').fill('Some wait to be asked.');
      await panel.getByLabel('What holds instead').fill('Ask each of them.');
      await jonas.button('Tell the author', panel).focus();
      await jonas.presses('Enter');
      await jonas.sees('Its author is told.');

      await priya.opens(talk.path);
      await priya.sees(/^These words stand in the title\./);
      await priya.chooses('This conversation', 'Edit title and tags');
      await priya.fills('Title', 'What quiet rooms have to say', priya.dialog('Title and tags'));
      await priya.presses('Enter');
      await priya.seesHeading('What quiet rooms have to say');
      await priya.reloads();
      await priya.seesNoMore(/^These words stand in the title\./);
    },

  'On a phone, a list and what is found say what holds instead of a title': async ({ person }) => {
    const title = 'Whoever is late does not care';
    const [amara, jonas] = [await person('amara-okafor'), await person('jonas-lindqvist')];
    const priya = await person('priya-raman', PHONE);
    const talk = await begins(priya, title);
    const { list } = await talk.posts();
    await publishesCorrection({ by: amara, agreedBy: jonas }, list[0].id, title);
    await priya.opens(talk.path.split('/').slice(0, -1).join('/'));
    await priya.sees(title);
    await priya.sees(HOLDS);
    await priya.opens(talk.path);
    await priya.seesHeading(title);
    await priya.sees(HOLDS);
    await priya.opens(`/search?q=${encodeURIComponent('late care')}`);
    await priya.sees(HOLDS);
  },
};
