import { COHORT } from '../pages/conversation.mjs';

export default {
  'An administrator writes a program by keyboard, publishes it, and begins its next version':
    async ({ person }) => {
      const ines = await person('ines-duarte');
      await ines.opens('/programs');
      await ines.link('Write a program').press('Enter');
      await ines.seesHeading('Write a program');
      await ines.fills('Title', 'Meeting the night shift');
      await ines.fills('What people can do, 1', 'Hand over without a word too many');
      await ines.field('What people can do, 1').press('Enter');
      await ines.types('Say no at three in the morning');
      await ines.field('What people can do, 2').press('Alt+ArrowUp');
      await ines.holds(ines.field('What people can do, 1'), 'Say no at three in the morning');
      await ines.button('Keep as a draft').press('Enter');
      await ines.isAt('/programs/meeting-the-night-shift');
      await ines.sees('Being written');
      await ines.button('Publish version 1').press('Enter');
      await ines.clicks('Publish version 1', ines.page.getByRole('alertdialog'));
      await ines.sees('“Meeting the night shift” has a new version.');

      await ines.link('Edit the program').press('Enter');
      await ines.seesHeading('Edit the program');
      await ines.fills('How one sees it, 1', 'Somebody else said it in a scene');
      await ines.fills('What is new', 'A measure for saying no.');
      await ines.button('Save').press('Enter');
      await ines.seesHeading('Version 2');
      await ines.sees('A measure for saying no.');
      await ines.opens('/programs');
      await ines.sees('Meeting the night shift');
    },

  'The coverage of a cohort names what nothing is done for, and follows what is planned': async ({
    person,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens(`/c/${COHORT}/sessions`);
    await amara.follows('Coverage');
    await amara.seesHeading('Coverage');
    await amara.page.getByRole('link', { name: 'Leading change', exact: true }).click();
    await amara.seesHeading('Version 1');
    await amara.page.goBack();
    await amara.sees('Something is done for each objective.');
    const { community } = await amara.asks(
      'query ($slug: String!) { community(slug: $slug) { sessions(first: 50) { edges { node { id } } } } }',
      { slug: COHORT },
    );
    const DROP = 'mutation ($input: UpdateSessionInput!) { updateSession(input: $input) { id } }';
    for (const { node } of community.sessions.edges) {
      await amara
        .asks(DROP, { input: { session: node.id, objectives: [] } })
        .catch((refusal) => refusal);
    }
    await amara.sees('Nothing is done for this yet');
    await amara.seesHeading('Without an objective');
  },
};
