import { PHONE } from '../browser.mjs';
import { COHORT } from '../pages/conversation.mjs';
import { askedOf, handsIn, roundBy } from '../pages/feedback.mjs';

const WORDS = 'I would ask the same, and wait a breath longer.';

/** Looks at what waits for them in a round, and says what they saw. */
async function looksAtIt(person, round, whose) {
  await person.opens(round.path);
  await person.follows(/^Look at it/);
  await person.seesHeading(`Feedback for ${whose}`);
  await person.page.getByRole('textbox', { name: 'What you write to them' }).fill(WORDS);
  for (const level of [
    person.page.getByRole('radio', { name: 'One sees it' }).first(),
    person.page.getByRole('radio', { name: 'I cannot say' }).nth(1),
  ]) {
    await level.focus();
    await person.presses('Space');
  }
  await person.clicks('Give feedback');
  await person.sees(`${whose} has your feedback. Thank you.`);
}

export default {
  'Who leads opens a round with a rubric of their own, and what was begun is kept': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/sessions/3`);
    await amara.follows('Open a round of feedback');
    await amara.fills('What the round is called', 'One talk, looked at by others');
    await amara.fills('What to hand in', 'One talk in which you asked before you explained.');
    await amara.clicks('Remove criterion 3');
    await amara.clicks('Move criterion 2 up');
    await amara.page
      .getByRole('button', { name: /^Add a level/ })
      .first()
      .click();
    await amara.page.getByLabel('Level 4 of 4').fill('Others tried it after them');
    await amara.sees(/^Draft kept on this device/);
    await amara.reloads();
    await amara.holds(amara.field('What the round is called'), 'One talk, looked at by others');
    await amara.holds(amara.page.getByLabel('Level 4 of 4'), 'Others tried it after them');
    await amara.clicks('Open it');
    await amara.sees('“One talk, looked at by others” is open');
    await amara.seesHeading('One talk, looked at by others');
    await amara.sees('Nothing was handed in yet.');
    await amara.sees('Others tried it after them');

    await amara.chooses('Manage this round', 'Change it');
    await amara.holds(amara.field('What the round is called'), 'One talk, looked at by others');
    await amara.fills('What the round is called', 'One talk');
    await amara.clicks('Save');
    await amara.seesHeading('One talk');
  },

  'Two people hand in, one looks at what the other did, by keys, and the other reads it and says thank you':
    async ({ person }) => {
      const [amara, jonas] = [await person('amara-okafor'), await person('jonas-lindqvist', PHONE)];
      const round = await roundBy(amara, 'Asking before explaining');
      await jonas.opens(round.path);
      await jonas.fills('What it is about', 'The talk with the night team');
      await jonas.page
        .getByRole('textbox', { name: 'What you did, and what came of it' })
        .fill('I asked what they would lose.');
      await jonas.clicks('Hand it in');
      await jonas.sees('Handed in. Others are asked to look at it.');
      await jonas.seesHeading('What you handed in');
      await jonas.sees('Somebody is looked for');

      const priya = await person('priya-raman');
      await handsIn(priya, round, 'The talk with our scheduler');
      await jonas.sees('Somebody is looking at it');
      await priya.opens(round.path);
      await priya.seesHeading('What you are asked to look at');
      await priya.follows(/^Look at it.*The talk with the night team/);
      await priya.seesHeading('Feedback for Jonas Lindqvist');
      await priya.sees('I asked what they would lose.');
      await priya.page.getByRole('textbox', { name: 'What you write to them' }).fill(WORDS);
      await priya.clicks('Give feedback');
      await priya.sees('Choose what you see, or that you cannot say.');
      // The first level that lacks has the focus; arrow keys choose.
      await priya.presses('ArrowDown ArrowDown');
      await priya.page.getByRole('radio', { name: 'I cannot say' }).nth(1).focus();
      await priya.presses('Space');
      await priya.clicks('Give feedback');
      await priya.sees('Jonas Lindqvist has your feedback. Thank you.');
      await priya.sees('you gave feedback');

      await jonas.sees('All feedback is there');
      const given = jonas.page.getByRole('article', { name: 'Feedback of Priya Raman' });
      await jonas.sees(WORDS, given);
      await jonas.sees('One could do it oneself', given);
      await jonas.sees('Nothing said of it', given);
      await jonas.clicks('Say thank you', given);
      await jonas.sees('You said thank you', given);
    },

  'What waits says so in the list, and what somebody cannot look at goes to who leads': async ({
    person,
  }) => {
    const [amara, jonas, priya] = [
      await person('amara-okafor'),
      await person('jonas-lindqvist'),
      await person('priya-raman'),
    ];
    const round = await roundBy(amara, 'Listening until they say so');
    await handsIn(jonas, round, 'A minute of silence');
    await handsIn(priya, round, 'Eleven minutes');
    await priya.opens(`/c/${COHORT}/feedback`);
    await priya.page.getByRole('link', { name: round.title }).getByText('Waits for you').waitFor();
    const { id } = await askedOf(priya, round);
    await priya.opens(`${round.path}/${id}`);
    await priya.clicks('I cannot look at this');
    await priya.clicks('I cannot look at this', priya.page.getByRole('alertdialog'));
    await priya.sees('Somebody else is asked');

    await amara.opens(round.path);
    await amara.sees('Nobody can be asked');
    await amara.sees('Priya Raman could not');
    await amara.page
      .getByRole('button', { name: /^Look at it yourself.*A minute of silence/ })
      .click();
    await amara.sees('Amara Okafor is asked');
    await amara.follows(/^Look at it.*A minute of silence/);
    await amara.seesHeading('Feedback for Jonas Lindqvist');
  },

  'A round comes to its end: both were looked at, the board says so, and nothing more is taken in':
    async ({ person }) => {
      const [amara, jonas, priya] = [
        await person('amara-okafor'),
        await person('jonas-lindqvist'),
        await person('priya-raman'),
      ];
      const round = await roundBy(amara, 'What came of one question');
      await handsIn(jonas, round, 'The morning shift');
      await handsIn(priya, round, 'The evening shift');
      await looksAtIt(priya, round, 'Jonas Lindqvist');
      await looksAtIt(jonas, round, 'Priya Raman');
      await amara.opens(round.path);
      await amara.sees(
        /^2 handed in, 2 with all their feedback, 0 waiting; 2 times feedback was given/,
      );
      await amara.chooses('Manage this round', 'Take in nothing more');
      await amara.sees('“What came of one question” takes in nothing more. Feedback goes on.');
      for (const somebody of [jonas, priya]) {
        await somebody.opens(round.path);
        await somebody.sees('All feedback is there');
        await somebody.sees('One sees it');
      }
    },

  'A round takes in nothing more, opens again, and is taken back': async ({ person }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman', PHONE)];
    const round = await roundBy(amara, 'The smallest step');
    await priya.opens(round.path);
    await priya.seesHeading('Hand something in');
    await amara.opens(round.path);
    await amara.chooses('Manage this round', 'Take in nothing more');
    await amara.sees('“The smallest step” takes in nothing more. Feedback goes on.');
    await priya.page.getByRole('heading', { name: 'Hand something in' }).waitFor({
      state: 'detached',
    });
    await amara.clicks('Undo');
    await priya.seesHeading('Hand something in');
    await amara.chooses('Manage this round', 'Take it back');
    await amara.clicks('Take it back', amara.page.getByRole('alertdialog'));
    await priya.sees(/^This was taken back: nobody is asked for anything\./);
  },
};
