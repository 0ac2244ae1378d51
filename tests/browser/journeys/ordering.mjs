import { COHORT, findsConversation } from '../pages/conversation.mjs';

const goesTo = async (place, role, name) => place.getByRole(role, { name }).first().focus();

/** Begins a conversation in the first channel that takes discussions. */
async function begins(person, title, answers) {
  const { community } = await person.asks(
    'query ($slug: String!) { community(slug: $slug) { channels { id kind archivedAt } } }',
    { slug: COHORT },
  );
  const { id: channel } = community.channels.find(
    ({ kind, archivedAt }) => kind === 'DISCUSSION' && !archivedAt,
  );
  const input = { channel, kind: 'DISCUSSION', title, body: 'How is it with you?', tags: [] };
  await person.asks(
    'mutation ($input: CreateThreadInput!) { createThread(input: $input) { id } }',
    { input: { ...input, attachments: [], nonce: crypto.randomUUID() } },
  );
  const talk = await findsConversation(person, title);
  for (const answer of answers) await talk.replyBehindThePage(answer);
  return talk;
}

export default {
  'A moderator makes a conversation of its own from some posts, by keyboard': async ({
    person,
  }) => {
    const [priya, jonas] = [await person('priya-raman'), await person('jonas-lindqvist')];
    const talk = await begins(priya, 'Rotas, and coffee', ['About the rota.', 'About the coffee.']);
    await jonas.opens(talk.path);
    await jonas.button('This conversation').focus();
    await jonas.presses('Enter');
    await jonas.page.getByRole('menuitem', { name: 'Make a conversation of its own' }).click();
    const dialog = jonas.dialog('Make a conversation of its own');
    await dialog.getByRole('checkbox').first().waitFor();
    await jonas.presses('ArrowDown Space');
    await jonas.sees('1 post chosen', dialog);
    await goesTo(dialog, 'textbox', 'Title');
    await jonas.types('Only coffee');
    await goesTo(dialog, 'button', 'Move 1 post');
    await jonas.presses('Enter');
    await jonas.seesHeading('Only coffee');
    await jonas.sees('About the coffee.');
    await priya.opens(talk.path);
    await priya.sees('About the rota.');
    await priya.seesNoMore('About the coffee.');
  },

  'What was put into another conversation is found by its old address': async ({ person }) => {
    const [priya, jonas] = [await person('priya-raman'), await person('jonas-lindqvist')];
    const one = await begins(priya, 'A map twice', ['The first map.']);
    const other = await begins(priya, 'A map once more', ['The second map.']);
    await jonas.opens(other.path);
    await jonas.chooses('This conversation', 'Put into another conversation');
    const dialog = jonas.page.getByRole('dialog', { name: /^Put “A map once more”/ });
    await jonas.fills('Find it by its title', 'map twice', dialog);
    await dialog.getByRole('radio', { name: /^A map twice/ }).check();
    await jonas.clicks('Put them together', dialog);
    await jonas.seesHeading('A map twice');
    await jonas.sees('The second map.');
    await priya.opens(other.path);
    await priya.isAt(new RegExp(one.id));
    await priya.sees('The second map.');
  },

  'A resource is shared with why it is useful, and a story is told in four parts': async ({
    person,
  }) => {
    const [priya, jonas] = [await person('priya-raman'), await person('jonas-lindqvist')];
    await priya.opens(`/c/${COHORT}/resources`);
    await priya.link('Share a resource').first().focus();
    await priya.presses('Enter');
    await priya.seesHeading('Share a resource');
    await goesTo(priya.page, 'textbox', 'Address');
    await priya.types('https://example.org/endings');
    await goesTo(priya.page, 'textbox', 'Title');
    await priya.types('On endings');
    await goesTo(priya.page, 'textbox', 'Why it is useful');
    await priya.types('It gave me words for what my team loses.');
    await goesTo(priya.page, 'button', 'Share a resource');
    await priya.presses('Enter');
    await priya.seesHeading('On endings');
    await priya.link('Open example.org').waitFor();
    await jonas.opens(`/c/${COHORT}/resources`);
    await jonas.sees('It gave me words for what my team loses.');
    await jonas.follows('On endings');
    // It shows at once; the list is asked when the server has it.
    const kept = jonas.page.waitForResponse((answer) =>
      answer.request().postData()?.includes('USED_IT'),
    );
    await jonas
      .button(/^Used it/)
      .first()
      .click();
    await kept;
    await jonas.opens(`/c/${COHORT}/resources`);
    await jonas.sees(/1 person used it/);

    await jonas.opens(`/c/${COHORT}/stories/new`);
    const parts = {
      Title: 'Two who refused',
      'The situation': 'Two refused the rota.',
      'What I used': 'Naming what is lost.',
      'What happened': 'They spoke for half an hour.',
      'Would I do it again': 'Yes, earlier.',
    };
    for (const [label, words] of Object.entries(parts)) {
      await goesTo(jonas.page, 'textbox', label);
      await jonas.types(words);
    }
    await goesTo(jonas.page, 'button', /^Share with /);
    await jonas.presses('Enter');
    await jonas.seesHeading('Two who refused');
    await jonas.seesHeading('Would I do it again');
    await priya.opens(`/c/${COHORT}/stories`);
    await priya.sees('What happened: They spoke for half an hour.');
  },
};
