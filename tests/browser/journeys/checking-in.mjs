import { PHONE } from '../browser.mjs';
import { plansCheckIn } from '../pages/checkins.mjs';
import { COHORT } from '../pages/conversation.mjs';

const ASKED = 'How did the first conversations go?';

export default {
  'On a phone somebody begins on Today, goes on elsewhere, and reads what others said': async ({
    person,
  }) => {
    const priya = await person('priya-raman', PHONE);
    await priya.opens('/today');
    const here = priya.page.getByRole('listitem').filter({ hasText: ASKED });
    const opens = here.getByRole('button', { name: /^Answer/ });
    const first = here.getByText('Question 1 of 4');
    await opens.or(first).waitFor();
    if ((await first.count()) === 0) await opens.click();
    await first.waitFor();
    await priya.clicks('Next', here);
    await priya.sees('Choose or write something first.');
    await here.getByRole('radio', { name: 'a few times' }).check();
    await priya.sees(/^Kept at /, here);

    // What was begun there is kept here.
    await priya.opens(`/c/${COHORT}`);
    await priya.chooses('Leading change, autumn', 'Check-ins');
    await priya.follows(ASKED);
    await priya.sees('Question 2 of 4');
    await priya.clicks('Back');
    await priya.page.getByRole('radio', { name: 'a few times', checked: true }).waitFor();
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
    await priya.opens('/today');
    await priya.sees('That is all.');
    await here.first().waitFor({ state: 'detached' });
  },

  'Somebody is away, and back': async ({ person }) => {
    const priya = await person('priya-raman');
    await priya.opens(`/c/${COHORT}/checkins`);
    await priya.clicks('I am away');
    await priya.clicks('I am away until then', priya.dialog('Away'));
    await priya.dialog('Away').waitFor({ state: 'detached' });
    await priya.clicks('I am back');
    await priya.sees(/^You are away until /, priya.dialog('Away'));
    await priya.clicks('I am back', priya.dialog('Away'));
    await priya.sees('Welcome back: check-ins ask you again');
    await priya.button('I am away').waitFor();
  },

  'Who leads finds what was begun again, however the dialog closed': async ({ person }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/checkins`);
    const dialog = amara.dialog('Plan a check-in');
    await amara.clicks('Plan a check-in');
    await amara.fills('What it is about', 'Half a thought', dialog);
    await amara.sees(/^Draft kept on this device/, dialog);
    await amara.presses('Escape');
    await dialog.waitFor({ state: 'detached' });
    await amara.reloads();
    await amara.clicks('Plan a check-in');
    const title = dialog.getByLabel('What it is about');
    await dialog.locator('form').waitFor();
    await amara.sees(/^Draft kept on this device/, dialog);
    if ((await title.inputValue()) !== 'Half a thought') throw new Error('what was begun is gone');
  },

  'Who leads reads beside the day that it has passed, and when what comes back would open': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/checkins`);
    await amara.clicks('Plan a check-in');
    const dialog = amara.dialog('Plan a check-in');
    const day = dialog.getByLabel('Day', { exact: true });
    await day.fill('2020-11-03');
    await amara.sees(/has passed\. Choose a later time\.$/, dialog);
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await day.fill(soon);
    await dialog.getByLabel('How often').selectOption({ label: 'Every three months' });
    await dialog.getByLabel('How many times').fill('8');
    await amara.sees(/^It opens: .*; and 2 more times\. /, dialog);
    await amara.seesNoMore(/has passed/, dialog);
  },

  'Who leads changes what is planned, and takes it back': async ({ person }) => {
    const amara = await person('amara-okafor');
    const planned = await plansCheckIn(amara, 'Too early');
    await amara.opens(`/c/${COHORT}/checkins/${planned}`);
    await amara.chooses('Manage this check-in', 'Change it');
    const dialog = amara.dialog('Change it');
    await amara.fills('What it is about', 'Soon enough', dialog);
    await amara.fills('What you ask', 'What did you try?', dialog);
    await amara.clicks('Save', dialog);
    await amara.sees('“Soon enough” is changed');
    await amara.seesHeading('Soon enough');
    await amara.chooses('Manage this check-in', 'Take it back');
    const sure = amara.page.getByRole('alertdialog', { name: 'Take back “Soon enough”?' });
    await amara.sees(/^Nobody is asked any more\./, sure);
    await amara.clicks('Take it back', sure);
    await amara.sees(/^This was taken back: /);
    await amara.opens(`/c/${COHORT}/checkins`);
    await amara.link(ASKED).waitFor();
    await amara.link('Soon enough').waitFor({ state: 'detached' });
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
    await amara.clicks(/^Take into the next session/);
    await amara.sees('It stands on the page of the next session');
    const taken = amara.page.getByText(/In session \d+$/).first();
    await taken.waitFor();
    const number = /\d+/.exec(await taken.innerText())[0];
    await amara.opens(`/c/${COHORT}/sessions/${number}`);
    await amara.seesHeading('Taken in from check-ins');
    await amara.sees('The silence after the question');
  },

  'A link that leads nowhere says so without a sign-in': async ({ visitor }) => {
    const somebody = await visitor(PHONE);
    await somebody.opens('/checkin/guessed');
    await somebody.seesHeading('This link does not lead anywhere');
  },
};
