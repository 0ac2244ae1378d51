import assert from 'node:assert/strict';
import { COHORT, opensConversation } from '../pages/conversation.mjs';

const LOSS = 'Say where you felt the loss';

export default {
  'What is not there is said, with a way on': async ({ person, visitor }) => {
    const priya = await person('priya-raman');
    for (const path of [
      '/nowhere',
      '/c/nobody',
      `/c/${COHORT}/channels/none`,
      '/people/nobody-here',
    ]) {
      await priya.opens(path);
      await priya.seesHeading('There is nothing here');
    }
    await priya.opens('/c/rota-templates');
    await priya.follows('Search for it');
    await priya.isAt('/search?q=rota+templates');
    const somebody = await visitor();
    await somebody.opens('/nowhere');
    await somebody.seesHeading('There is nothing here');
    await somebody.follows('Back to sign-in');
    await somebody.isAt('/signin');
    await somebody.opens('/mail/cut-short');
    await somebody.seesHeading('This link is no longer good');
    await somebody.opens('/reset/cut-short');
    await somebody.fills('New password', 'a sentence that is long enough');
    await somebody.clicks('Save and sign in');
    await somebody.follows('Ask for a new link');
    await somebody.seesHeading('A new password');
  },

  'A link that a letter cut in the middle of a character says so': async ({ visitor }) => {
    const somebody = await visitor();
    for (const [path, heading] of [
      ['/consult/%00%ff', 'This link opens nothing any more'],
      ['/checkin/%E2%82', 'This link does not lead anywhere'],
      ['/pulse/50%', 'This link does not lead anywhere'],
      ['/react/%ff', 'This link does not lead anywhere'],
      ['/invite/%ff', 'This invitation is no longer open'],
      ['/nowhere/%ff', 'There is nothing here'],
    ]) {
      await somebody.opens(path);
      await somebody.seesHeading(heading);
    }
  },

  'A page that fails names the number by which the cause is found': async ({ person }) => {
    const priya = await person('priya-raman');
    priya.expects(/status of 500|^console: /);
    const id = '0123456789abcdef';
    await priya.page.route('**/graphql', (route) =>
      route.request().postData().includes('Inbox')
        ? route.fulfill({ status: 500, headers: { 'x-request-id': id }, body: 'oh' })
        : route.continue(),
    );
    await priya.opens('/inbox');
    await priya.seesHeading('Something went wrong');
    await priya.sees(id);
    await priya.page.unroute('**/graphql');
    await priya.clicks('Try again');
    await priya.seesHeading('Inbox');
  },

  'What cannot be done while the server is away is said, and can be tried again': async ({
    person,
    house,
  }) => {
    const jonas = await person('jonas-lindqvist');
    await opensConversation(jonas, LOSS);
    jonas.expects(/^console: /);
    await house.stop();
    await jonas.sees('No connection. You can go on writing, we send it later.');
    const cannot = jonas.page.getByText('We cannot reach Interlude.');
    const tries = async (act) => {
      await act();
      await cannot.waitFor();
      await jonas.clicks('Dismiss');
      await cannot.waitFor({ state: 'detached' });
    };
    // A key, a button, and parts of the app that were never fetched: the palette and a menu.
    await tries(() => jonas.presses('f'));
    await tries(() => jonas.clicks(/^Helpful/));
    await tries(() => jonas.presses('Control+k'));
    await tries(() => jonas.clicks('This conversation'));

    await house.start();
    await jonas.page.getByText(/^No connection\./).waitFor({ state: 'detached', timeout: 20_000 });
    await jonas.presses('f');
    await jonas.sees('You hear about every reply');
  },

  'While the server is away one goes on writing, and nothing is lost': async ({
    person,
    house,
  }) => {
    const priya = await person('priya-raman');
    const talk = await opensConversation(priya, LOSS);
    await talk.replies('Before the lights went out.');
    priya.expects(/ERR_CONNECTION_REFUSED|WebSocket connection/);
    await house.stop();
    await priya.sees('No connection. You can go on writing, we send it later.');
    await talk.writes('While it was dark.');
    await talk.sends();
    await priya.sees('We could not send it. Your text is kept here.');
    await talk.writes('And one more candle.');
    await priya.sees(/^Draft kept on this device, /);

    await house.start();
    await priya.page.getByText(/^No connection\./).waitFor({ state: 'detached', timeout: 20_000 });
    await talk.post('While it was dark.').waitFor();
    assert.equal(await talk.composer.inputValue(), 'And one more candle.');
    await priya.reloads();
    await priya.holds(talk.composer, 'And one more candle.');
    const { list } = await talk.posts();
    assert.equal(list.filter(({ body }) => body === 'While it was dark.').length, 1);
  },
};
