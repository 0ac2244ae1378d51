import { PHONE } from '../browser.mjs';
import { COHORT } from '../pages/conversation.mjs';
import { goingOn } from './holding-a-session.mjs';

export default {
  'On a phone a learner finds the session of the day and checks in with the code of the room':
    async ({ person }) => {
      const amara = await person('amara-okafor');
      const priya = await person('priya-raman', PHONE);
      const number = await goingOn(amara, 'Office hour');
      await amara.opens(`/c/${COHORT}/sessions/${number}/code`);
      const code = await amara.page.locator('[data-code]').getAttribute('data-code');

      await priya.opens(`/c/${COHORT}`);
      await priya.follows('Office hour');
      await priya.seesHeading('Office hour');
      await priya.follows('Check in');
      await priya.seesHeading('Check in');
      await priya.fills('The code in the room', 'AAA-AAA');
      await priya.clicks('I am here');
      await priya.sees(/This is not the code that is shown now\./);
      await priya.fills('The code in the room', code.toLowerCase());
      await priya.clicks('I am here');
      await priya.sees('You were there');
      await amara.opens(`/c/${COHORT}/sessions/${number}/attendance`);
      await amara.sees(/^by the code/);
    },

  'Who comes by the picture in the room is there at once': async ({ person }) => {
    const amara = await person('amara-okafor');
    const priya = await person('priya-raman', PHONE);
    const number = await goingOn(amara, 'By the picture');
    await amara.opens(`/c/${COHORT}/sessions/${number}/attendance`);
    await amara.sees('Priya Raman');
    const presenter = await person('amara-okafor');
    await presenter.opens(`/c/${COHORT}/sessions/${number}/code`);
    const code = await presenter.page.locator('[data-code]').getAttribute('data-code');
    await priya.opens(`/c/${COHORT}/sessions/${number}/check-in?code=${code.replace('-', '')}`);
    await priya.sees('You were there');
    await amara.sees(/^by the code/);
  },

  'A learner sees what is asked of a session, and not its guide': async ({ person }) => {
    const priya = await person('priya-raman', PHONE);
    await priya.opens(`/c/${COHORT}/sessions/4`);
    await priya.seesHeading('A step small enough for a week');
    await priya.sees('Halve it, and halve it again');
    await priya.sees(/^The link stands here from /);
    await priya.seesNoMore('If it goes otherwise');
    await priya.opens(`/c/${COHORT}/sessions/3`);
    await priya.sees('You were there');
  },
};
