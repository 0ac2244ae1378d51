import assert from 'node:assert/strict';

const PASSWORD = 'the kettle sings in the morning';

export default {
  'A facilitator invites somebody, who comes in, says who they are, and belongs': async ({
    person,
    visitor,
  }) => {
    const amara = await person('amara-okafor');
    await amara.opens('/c/leading-change-autumn/people');
    await amara.clicks('Invite people');
    await amara.fills('Their e-mail', 'ruth@example.org');
    await amara.page.getByRole('radio', { name: 'Expert' }).check();
    await amara.clicks('Send the invitation');
    await amara.sees('ruth@example.org is invited');
    const link = await amara.field('A link to hand over').inputValue();
    await amara.clicks('Finished');

    const ruth = await visitor();
    await ruth.opens(new URL(link).pathname);
    await ruth.seesHeading('Amara Okafor invites you');
    await ruth.sees('You are invited to Leading change, autumn as an expert.');
    assert.equal(await ruth.field('E-mail').inputValue(), 'ruth@example.org');
    await ruth.fills('Your name', 'Ruth Adler');
    await ruth.fills(/^New password/, PASSWORD);
    await ruth.clicks('Join Leading change, autumn');

    await ruth.isAt('/welcome');
    await ruth.sees('Step 1 of 4');
    await ruth.fills('How to say it', 'root');
    await ruth.clicks('Next');
    await ruth.sees('Step 2 of 4');
    await ruth.fills('Ask me about', 'meetings that end early');
    await ruth.clicks('Next');
    await ruth.sees('Step 3 of 4');
    assert.equal(await ruth.field('Time zone').inputValue(), 'Europe/Lisbon');
    await ruth.clicks('Next');
    await ruth.sees('Step 4 of 4');
    await ruth.clicks('Open Today');
    await ruth.isAt('/today');

    // Whoever has the list open sees her come in; her first thing to do is to read the norms.
    await amara.sees('Ruth Adler');
    await amara.reloads();
    await amara.sees('Ask me about: meetings that end early');
    await ruth.clicks('I will keep to this');
    await ruth.sees('Leading change, autumn is glad to have you.');
  },

  'An invitation opens once, and a guessed one never': async ({ person, visitor, house }) => {
    const words = house.runs([
      ...['person', 'invite', '--community', 'facilitation-guild'],
      'once@example.org',
    ]);
    const { pathname } = new URL(words.match(/http\S+\/invite\/\S+/)[0]);
    const first = await visitor();
    await first.opens(pathname);
    await first.fills('Your name', 'Only Once');
    await first.fills(/^New password/, 'short');
    await first.clicks('Join Facilitation guild');
    assert.ok(await first.field(/^New password/).evaluate((field) => !field.validity.valid));
    await first.fills(/^New password/, PASSWORD);
    await first.clicks('Join Facilitation guild');
    await first.isAt('/welcome');

    const second = await visitor();
    await second.opens(pathname);
    await second.seesHeading('This invitation is no longer open');
    await second.opens('/invite/guessed');
    await second.seesHeading('This invitation is no longer open');

    const priya = await person('priya-raman');
    await priya.opens('/c/facilitation-guild/people');
    await priya.sees('Only Once');
    await priya.button('Invite people').waitFor({ state: 'detached' });
  },
};
