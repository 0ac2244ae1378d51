import assert from 'node:assert/strict';
import { findsConversation } from '../pages/conversation.mjs';

const LOSS = 'Say where you felt the loss';
const SILENCE = 'What do I do with silence?';

export default {
  'Priya reads Today, opens what waits for her, and answers': async ({ person }) => {
    const priya = await person('priya-raman');
    await priya.opens('/today');
    await priya.seesHeading(/ (wait|before .+), Priya$/);
    await priya.sees('That is all.');
    const waiting = priya.page.getByRole('list', { name: 'What waits for you' });
    const line = (title) => waiting.getByRole('listitem').filter({ hasText: title });
    const talk = await findsConversation(priya, SILENCE);
    await line(SILENCE).getByRole('button').click();

    await priya.isAt(new RegExp(talk.path));
    await priya.seesHeading(SILENCE);
    await talk.replies('Yes, and I will write down whose silence it was.');
    await priya.sees('Yes, and I will write down whose silence it was.');

    // What was answered waits no more.
    await priya.opens('/today');
    await priya.seesHeading(/ (wait|before .+), Priya$/);
    await line(SILENCE).waitFor({ state: 'detached' });
  },

  'The inbox keeps what speaks to her, by kind, until it is dealt with': async ({ person }) => {
    const priya = await person('priya-raman');
    await priya.opens('/inbox');
    await priya.follows('Mentions');
    await priya.isAt('/inbox?filter=mentions');
    await priya.sees(LOSS);
    await priya.clicks(`Done with “${LOSS}”`);
    await priya.sees(`“${LOSS}” is dealt with.`);
    await priya.link(LOSS).first().waitFor({ state: 'detached' });
    await priya.presses('Shift+E');
    await priya.link(LOSS).first().waitFor();
  },

  'A mention reaches the inbox of an open browser, and its count': async ({ person }) => {
    const [jonas, amara] = await Promise.all([person('jonas-lindqvist'), person('amara-okafor')]);
    await jonas.opens('/inbox');
    const talk = await findsConversation(
      amara,
      'How do I bring two unions into one conversation without taking a side?',
    );
    assert.equal(await jonas.page.getByText('the agenda in your bag').count(), 0);
    await talk.replyBehindThePage('@jonas-lindqvist would you leave the agenda in your bag?');
    await jonas.sees(/the agenda in your bag/);
  },
};
