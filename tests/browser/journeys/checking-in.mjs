import { PHONE } from '../browser.mjs';
import { COHORT } from '../pages/conversation.mjs';

const ASKED = 'How did the first conversations go?';

export default {
  'On a phone somebody answers one question after the other, and reads what others said': async ({
    person,
  }) => {
    const priya = await person('priya-raman', PHONE);
    await priya.opens(`/c/${COHORT}`);
    await priya.chooses('Leading change, autumn', 'Check-ins');
    await priya.follows(ASKED);
    await priya.sees('Question 1 of 4');
    await priya.clicks('Next');
    await priya.sees('Choose or write something first.');
    await priya.page.getByRole('radio', { name: 'a few times' }).check();
    await priya.sees(/^Kept at /);
    await priya.clicks('Next');
    await priya.fills('Your words', 'The rota was printed already.');
    await priya.clicks('Next');
    await priya.page.getByRole('radio', { name: /^People resist loss/ }).check();
    await priya.clicks('Next');
    await priya.fills('What you want to do next', 'Ask the night team first.');
    await priya.sees(/^Kept at /);
    await priya.clicks('Send');
    await priya.sees(/^Thank you\. /);
    await priya.follows('See the board');
    await priya.sees('Ask the night team first.');
    await priya.opens(`/c/${COHORT}/checkins?show=diary`);
    await priya.sees('The rota was printed already.');
  },

  'Who leads makes a theme by keys, and sees who has not answered': async ({ person }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}`);
    await amara.presses('g k');
    await amara.seesHeading('Check-ins');
    await amara.follows(ASKED);
    await amara.seesHeading('Answers');
    await amara.sees(/ have not answered$/);
    await amara.presses('t');
    await amara.types('The silence after the question');
    await amara.presses('Enter');
    await amara.sees('The silence after the question');
    await amara.clicks('Remove the theme The silence after the question');
    await amara.sees(/ is removed; the answers stay$/);
    await amara.clicks('Undo');
    await amara.button('Remove the theme The silence after the question').waitFor();
  },

  'A link that leads nowhere says so without a sign-in': async ({ visitor }) => {
    const somebody = await visitor(PHONE);
    await somebody.opens('/checkin/guessed');
    await somebody.seesHeading('This link does not lead anywhere');
  },
};
