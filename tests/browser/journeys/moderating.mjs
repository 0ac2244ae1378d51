import { COHORT, opensConversation } from '../pages/conversation.mjs';

const SILENCE = 'What do I do with silence?';

/** The field or button of this name, with the focus in it. */
const goesTo = async (place, role, name) => place.getByRole(role, { name }).first().focus();

export default {
  'A moderator stops somebody from writing for a time, and lets them write again': async ({
    person,
  }) => {
    const [jonas, mei] = [await person('jonas-lindqvist'), await person('mei-wu')];
    await jonas.opens(`/c/${COHORT}/people`);
    await jonas.chooses('What you can do with Mei Wu', 'Stop writing for a time');
    const dialog = jonas.page.getByRole('dialog', {
      name: /^Stop Mei Wu from writing/,
    });
    await goesTo(dialog, 'textbox', 'Why');
    await jonas.types('Three unkind posts on one day.');
    await jonas.sees(/^You can read in .* Why: Three unkind posts on one day\.$/, dialog);
    await goesTo(dialog, 'button', 'Stop Mei Wu from writing');
    await jonas.presses('Enter');
    await jonas.sees(/^Mei Wu does not write until /);

    const talk = await opensConversation(mei, SILENCE);
    await mei.sees(/^You do not write here until /);
    await mei.sees('Three unkind posts on one day.');

    await jonas.opens(`/c/${COHORT}/moderation`);
    await jonas.seesHeading('Who does not write for a time');
    await jonas.button('Let Mei Wu write again').focus();
    await jonas.presses('Enter');
    await jonas.sees('Mei Wu writes again.');
    await mei.opens(talk.path);
    await talk.composer.waitFor();
  },
};
