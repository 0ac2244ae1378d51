import assert from 'node:assert/strict';
import { PHONE } from '../browser.mjs';
import { answersPrompt, preWorkBy, promptBy } from '../pages/prompts.mjs';

const answerOf = (person) => person.page.getByRole('textbox', { name: 'Your answer' });

export default {
  'A learner answers where it stands in Today, on a phone, and then reads the others': async ({
    person,
  }) => {
    const [amara, jonas] = [await person('amara-okafor'), await person('jonas-lindqvist')];
    const prompt = await promptBy(amara, 'One stuck conversation');
    await answersPrompt(jonas, prompt, 'I say “it is decided”, and he says “by whom?”');

    const priya = await person('priya-raman', PHONE);
    await priya.opens('/today');
    await priya.seesHeading(/ before .+, Priya$/);
    const card = priya.page.getByRole('article').filter({ hasText: prompt.title });
    await priya.sees('One other person has answered. You read it after your own answer.', card);
    await answerOf(priya).fill('I say “soon”. She says “you said that in May”.');
    await priya.clicks('Share your answer', card);
    await priya.sees(`Thank you. “${prompt.title}” is answered.`);
    assert.equal(await card.count(), 0, 'what is answered does not wait');

    // The focus is where one goes on from.
    await priya.presses('Enter');
    await priya.seesHeading(prompt.title);
    await priya.sees('You have answered.');
    await priya.sees('I say “it is decided”, and he says “by whom?”');
    await priya.sees('2 answers');
  },

  'Answers appear in open browsers, and only in those of people who may read them': async ({
    person,
  }) => {
    const [amara, jonas, priya] = [
      await person('amara-okafor'),
      await person('jonas-lindqvist'),
      await person('priya-raman'),
    ];
    const prompt = await promptBy(amara, 'What you would lose');
    await amara.opens(prompt.path);
    await priya.opens(prompt.path);
    await amara.sees(/^Not yet \(\d+\)$/);
    await priya.sees(/^You read what others answer after your own answer\./);
    await answersPrompt(jonas, prompt, 'My Fridays.');
    await amara.sees('My Fridays.');
    assert.equal(await priya.page.getByText('My Fridays.').count(), 0);

    // By keyboard alone.
    await answerOf(priya).focus();
    await priya.types('The people who know my name.');
    await priya.presses('Control+Enter');
    await priya.sees('My Fridays.');
    await priya.sees('You have answered.');
    await amara.sees('The people who know my name.');
    const answered = amara.page.getByRole('complementary', {
      name: 'About this conversation',
    });
    await answered.getByRole('heading', { name: 'Have answered' }).waitFor();
    await answered.getByText('2 of ', { exact: false }).waitFor();
  },

  'Who leads withdraws a prompt, changes it, and asks again': async ({ person }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    const prompt = await promptBy(amara, 'The smallest step', {
      answerFirst: false,
    });
    await priya.opens(prompt.path);
    await answerOf(priya).waitFor();
    await amara.opens(prompt.path);
    await amara.chooses('This conversation', 'Take it back');
    await amara.sees(`“${prompt.title}” is asked no longer.`);
    await priya.sees('This is asked no longer. It can be read, not answered.');
    await amara.clicks('Undo');
    await amara.sees(`“${prompt.title}” is asked again.`);
    await answerOf(priya).waitFor();

    await amara.chooses('This conversation', 'Edit this prompt');
    await amara.seesHeading('Edit this prompt');
    await amara.fills('What it is about', 'The smallest step of all');
    await amara.fills('How many minutes it takes', '5');
    await amara.clicks('Save');
    await amara.seesHeading('The smallest step of all');
    await amara.sees(/about 5 minutes/);
  },

  'What is read before a session is done with a key, and not done after all': async ({
    person,
  }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    const reading = await preWorkBy(amara, 'Read “What is lost”');
    await priya.opens(reading.path);
    await priya.seesHeading(reading.title);
    await priya.sees(/^0 of \d+ are done$/);
    await priya.button('Done').focus();
    await priya.presses('Enter');
    await priya.sees(`“${reading.title}” is done.`);
    await priya.sees(/^1 of \d+ are done$/);
    await priya.clicks('Not done after all');
    await priya.sees(/^0 of \d+ are done$/);
  },
};
