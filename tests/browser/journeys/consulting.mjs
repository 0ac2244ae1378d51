import { PHONE } from '../browser.mjs';
import { COHORT } from '../pages/conversation.mjs';

const QUESTION = 'How long do you wait after a question, before you help?';

/** Somebody asks a colleague who is nobody here; returns the path of their link. */
async function asks(priya, house, { name, email }) {
  await priya.opens(`/c/${COHORT}/consultations/new?session=3`);
  await priya.page.getByRole('radio', { name: 'Somebody by e-mail' }).check();
  await priya.fills('Their name', name);
  await priya.fills('Their e-mail address', email);
  await priya.fills('What you ask', QUESTION);
  await priya.sees(`Dear ${name}, Priya Raman asks for your view.`);
  await priya.clicks('Ask them');
  await priya.sees(`${name} is written to`);
  await priya.isAt(/^\/consultations\/consultation_/);
  return house.linkTo(email, 'consult');
}

export default {
  'Somebody asks a colleague without an account, who confirms on a phone, and writes what changes':
    async ({ person, visitor, house }) => {
      const priya = await person('priya-raman');
      const path = await asks(priya, house, { name: 'Ruth Adler', email: 'ruth@example.org' });
      await priya.sees(/^Ruth Adler was written to /);

      const ruth = await visitor(PHONE);
      await ruth.opens(path);
      await ruth.seesHeading(/ asks for your view$/);
      await ruth.sees(QUESTION);
      await ruth.page.getByLabel(/^One line for /).fill('Count to ten, and look at your shoes.');
      await ruth.clicks('Yes, we spoke');
      await ruth.seesHeading('Thank you');
      // It works once.
      await ruth.reloads();
      await ruth.seesHeading('This link opens nothing any more');

      await priya.seesHeading(/^Ruth Adler says that you spoke/);
      await priya.sees('Count to ten, and look at your shoes.');
      await priya.fills('What changes now?', 'I wait, and write the question down while I do.');
      await priya.clicks('Keep it');
      await priya.sees('Kept. That is what it was for.');
      await priya.seesHeading('What changes');
      await priya.opens(`/c/${COHORT}/consultations`);
      await priya
        .link(new RegExp(QUESTION.slice(0, 20)))
        .first()
        .waitFor();

      const amara = await person('amara-okafor');
      await amara.opens(`/c/${COHORT}/consultations`);
      await amara.seesHeading('How many asked about what');
      await amara.page.getByRole('columnheader', { name: 'Wrote what changes' }).waitFor();
      await amara.seesNoMore(QUESTION);
    },

  'A colleague says that they are not written to again, and somebody else is asked': async ({
    person,
    visitor,
    house,
  }) => {
    const priya = await person('priya-raman');
    const path = await asks(priya, house, { name: 'Max Busy', email: 'max@example.org' });
    const max = await visitor(PHONE);
    await max.opens(path);
    await max.page.getByText('We did not, or this was not meant for me').click();
    await max.clicks('Do not write to me again');
    await max.seesHeading('We will not write again');

    await priya.sees(/^Max Busy cannot help with this one\./);
    await priya.clicks('Ask somebody else');
    const dialog = priya.dialog('Ask somebody else');
    await dialog.getByRole('radio', { name: 'Somebody here' }).check();
    await priya.fills('Find them by name', 'Kofi', dialog);
    await dialog.getByRole('button', { name: 'Kofi Mensah' }).click();
    await priya.clicks('Ask them', dialog);
    await priya.sees('Kofi Mensah is written to');
    await priya.sees(/^Kofi Mensah was written to /);
    await priya.clicks('Take it back');
    await priya.clicks('Take it back', priya.page.getByRole('alertdialog'));
    await priya.page.getByRole('main').getByText('Taken back', { exact: true }).waitFor();
  },

  'A question without somebody to ask says so, and goes nowhere': async ({ person }) => {
    const priya = await person('priya-raman', PHONE);
    await priya.opens(`/c/${COHORT}`);
    await priya.chooses('Leading change, autumn', 'Ask a colleague');
    await priya.seesHeading('Ask a colleague');
    await priya.follows('Ask a colleague', priya.page.getByRole('main'));
    await priya.fills('What you ask', QUESTION);
    await priya.clicks('Ask them');
    await priya.sees('Choose somebody first.');
    await priya.isAt(`/c/${COHORT}/consultations/new`);
  },

  'A link that leads nowhere says so without a sign-in': async ({ visitor }) => {
    const somebody = await visitor(PHONE);
    await somebody.opens('/consult/guessed');
    await somebody.seesHeading('This link opens nothing any more');
  },
};
