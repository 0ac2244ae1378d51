import { PHONE } from '../browser.mjs';
import { COHORT } from '../pages/conversation.mjs';

const TITLE = 'What would your team miss?';
const STEP = 'Say what is ahead';

/** A field by its label, with the focus in it. */
async function goesTo(person, role, name, place = person.page) {
  const field = place.getByRole(role, { name }).first();
  await field.focus();
  return field;
}

/** What was said last can be undone there. */
const undoesLast = (person) => person.button('Undo').last().click();

export default {
  'On a phone the plan stands behind the name of the community': async ({ person }) => {
    const amara = await person('amara-okafor', PHONE);
    await amara.opens(`/c/${COHORT}`);
    await amara.chooses('Leading change, autumn', 'Plan');
    await amara.seesHeading('Plan');
    const priya = await person('priya-raman', PHONE);
    await priya.opens(`/c/${COHORT}`);
    await priya.chooses('Leading change, autumn', 'Prompts');
    await priya.seesHeading('Prompts and pre-work');
  },

  'Who leads asks something by keyboard, and it stands where others look at once': async ({
    person,
  }) => {
    const [amara, priya] = [await person('amara-okafor'), await person('priya-raman')];
    await priya.opens(`/c/${COHORT}/prompts`);
    await amara.opens(`/c/${COHORT}/prompts/new?session=5`);
    await goesTo(amara, 'textbox', 'What it is about');
    await amara.types(TITLE);
    await goesTo(amara, 'spinbutton', 'How many minutes it takes');
    await amara.types('10');
    await goesTo(amara, 'spinbutton', 'How many');
    await amara.presses('Control+a 3');
    await goesTo(amara, 'textbox', 'What you ask');
    await amara.types('Ask one person what they would miss, and write down their words.');
    const preview = amara.page.getByRole('complementary', {
      name: 'What they will read',
    });
    await amara.sees('Ask one person what they would miss', preview);
    await amara.sees(/about 10 minutes/, preview);
    await amara.sees('Before session 5', preview);
    await amara.presses('Control+Enter');
    await amara.seesHeading(TITLE);
    await amara.sees('Asked of learners.');
    await priya.sees(TITLE);
    await priya.follows(TITLE);
    await priya.sees('Asked of all learners, of you too.');
  },

  'Who leads plans a question so many days before a session, and it stands in the plan': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/prompts/new?session=6`);
    await goesTo(amara, 'textbox', 'What it is about');
    await amara.types('What will you keep?');
    await goesTo(amara, 'textbox', 'What you ask');
    await amara.types('Name one thing that you do differently now.');
    const when = amara.page.getByRole('group', {
      name: 'When it is asked',
    });
    await when.getByRole('radio', { name: 'Now' }).focus();
    await amara.presses('ArrowDown');
    await amara.sees(/It is asked .* by your clock/);
    await amara.button('Plan it').focus();
    await amara.presses('Enter');
    await amara.sees(/“What will you keep\?” is planned/);
    await amara.sees('What will you keep?', amara.page.getByRole('main'));
  },

  'Who leads writes a template, looks at what it would do, and puts it in the plan': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/plan/templates/new`);
    await goesTo(amara, 'textbox', 'Name');
    await amara.types('Before a session');
    await goesTo(amara, 'textbox', 'What you call it');
    await amara.types(STEP);
    await amara.page
      .getByLabel('What it does')
      .selectOption({ label: 'Say something in a channel' });
    await goesTo(amara, 'textbox', 'Title');
    await amara.types('{session} is near');
    await goesTo(amara, 'textbox', 'What it says');
    await amara.types('Bring **one** conversation.');
    await amara.sees('2 working days before the session, at 09:00');
    await amara.button('Save the template').focus();
    await amara.presses('Enter');
    await amara.isAt(/\/plan\/apply\?template=/);

    // Nothing happens before it was looked at.
    await amara.opens(`/c/${COHORT}/plan/apply?session=5`);
    await amara.page.getByRole('radio', { name: /^Before a session/ }).check();
    const preview = amara.page.getByRole('region', {
      name: 'What would happen',
    });
    await amara.sees('One thing would happen', preview);
    await amara.sees(/ is near$/, preview);
    await amara.sees('Bring one conversation.', preview);
    await amara.sees('when it is due', preview);
    await amara.button('Put it in the plan').focus();
    await amara.presses('Enter');
    await amara.isAt(`/c/${COHORT}/plan`);
    const line = amara.page.getByRole('group', { name: STEP });
    await amara.sees('2 working days before the session, at 09:00', line);

    // By keys, a day earlier; and back.
    await line.getByRole('button', { name: /^Move / }).focus();
    await amara.presses('ArrowUp');
    await amara.sees(/^“Say what is ahead”: /);
    await amara.sees('3 working days before the session, at 09:00', line);
    await amara.clicks('Undo');
    await amara.sees('2 working days before the session, at 09:00', line);

    // By a typed time.
    await line.getByRole('button', { name: /^Move / }).focus();
    await amara.presses('Enter');
    const dialog = amara.dialog(`Move “${STEP}”`);
    await amara.fills('At', '11:30', dialog);
    await amara.clicks('Move it', dialog);
    await amara.sees('2 working days before the session, at 11:30', line);

    await amara.chooses(`What you can do with “${STEP}”`, 'Skip it');
    await amara.sees('Skipped', line);
    await undoesLast(amara);
    await amara.sees('Planned', line);
    await amara.chooses('What you can do with Before a session', 'Hold');
    await amara.sees('Held', line);
    await undoesLast(amara);
    await amara.sees('Planned', line);

    await amara.follows('As a learner');
    await amara.sees('Bring one conversation.');

    // What is done before its day stands on the day on which it was done.
    await amara.opens(`/c/${COHORT}/plan`);
    await amara.chooses(`What you can do with “${STEP}”`, 'Do it now');
    await amara.sees('Done early', line);
    const today = amara.page.getByRole('region').filter({ hasText: 'Today' });
    await amara.sees(STEP, today);
  },

  'A template that is half written survives a reload, and leaves no draft once it is saved':
    async ({ person }) => {
      const amara = await person('amara-okafor');
      const address = `/c/${COHORT}/plan/templates/new`;
      await amara.opens(address);
      const name = amara.page.getByRole('textbox', { name: 'Name' }).first();
      const amount = amara.page.getByRole('spinbutton', { name: 'How many' }).first();
      const titles = amara.page.getByRole('textbox', { name: 'What you call it' });
      await name.fill('Half a template');
      await titles.first().fill('Before all else');
      await amount.fill('5');
      await amara.clicks('Add a step');
      await titles.nth(1).fill('And after it');
      await amara.sees(/^Draft kept on this device/);
      await amara.reloads();
      await titles.nth(1).waitFor();
      await amara.holds(name, 'Half a template');
      await amara.holds(amount, '5');
      await amara.holds(titles.nth(1), 'And after it');

      await amara.clicks('Remove step 2');
      await amara.page
        .getByLabel('What it does')
        .selectOption({ label: 'Say something in a channel' });
      await goesTo(amara, 'textbox', 'Title');
      await amara.types('{session} is near');
      await goesTo(amara, 'textbox', 'What it says');
      await amara.types('Until soon.');
      await amara.clicks('Save the template');
      await amara.isAt(/\/plan\/apply\?template=/);
      await amara.opens(address);
      await amara.holds(name, '');
    },

  'Where each session goes on in four ways already, they are not offered again': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/plan/templates/new?begin=four-ways`);
    await amara.isAt(/\/plan\/templates\/(?!new)[^/?]+$/);
    await amara.seesHeading('After a session: four ways to go on');
    await amara.opens(`/c/${COHORT}/plan`);
    await amara.sees('for each session');
  },

  'Who leads reads on one page what people answered, and who has not': async ({ person }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/sessions/5/brief`);
    await amara.seesHeading(/^Brief: /);
    await amara.seesHeading('Not answered yet');
    await amara.sees(TITLE);
  },
};
