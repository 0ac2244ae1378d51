import { IdentityProvider } from '../../identity-provider/start.mjs';
import { PHONE } from '../browser.mjs';
import { inspect } from '../pages/places.mjs';
import { switchedOn } from '../pages/providers.mjs';

const PASSWORD = 'a quiet room with tall windows';

/** A provider of its own for a story, which the house may ask. */
async function beside(house, name, story) {
  const provider = await IdentityProvider.open(name);
  try {
    await house.reaches(provider.place);
    await story(provider);
  } finally {
    provider.close();
  }
}

/** An administrator writes down what is known of a provider, and what its trainers become. */
async function setsUp(ines, { issuer, client }) {
  await ines.opens('/admin/sso/new');
  await ines.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Example identity');
  await ines.holds(
    ines.field('Callback address'),
    `${ines.house.origin}/auth/oidc/example-identity/callback`,
  );
  await ines.fills('Issuer', issuer);
  await ines.fills('Client id', client.clientId);
  await ines.fills('Client secret', client.clientSecret);
  await ines.field('Make accounts').check();
  await ines.button('Add a group').focus();
  await ines.presses('Enter');
  await ines.types('trainers');
  await ines.field('Becomes part of').selectOption({ label: 'Facilitation guild' });
  await ines.page.getByLabel('As', { exact: true }).selectOption({ label: 'Facilitator' });
  await ines.page.getByText('Scopes and names of claims').click();
  await ines.fills('Scopes', 'openid profile email groups');
}

/** Somebody whom the operator created, with a password of her own. */
async function comesIn(house, visitor) {
  const about = ['--name', 'Lena Fischer', '--email', 'lena@example.org'];
  house.runs(['person', 'create', ...about, '--password-stdin'], PASSWORD);
  const lena = await visitor();
  await lena.opens('/signin');
  await lena.fills('E-mail', 'lena@example.org');
  await lena.fills('Password', PASSWORD);
  await lena.clicks('Sign in');
  await lena.isAt('/welcome');
  await lena.clicks('Skip everything');
  await lena.isAt('/today');
  return lena;
}

export default {
  'An administrator sets up single sign-on, tries it with nobody the wiser, and somebody new comes in by it':
    async ({ person, visitor, house }) => {
      await beside(house, 'Example identity', async (provider) => {
        const ines = await person('ines-duarte');
        await ines.opens('/admin/sso');
        await ines.sees('What to have at hand');
        await setsUp(ines, provider);
        // What was written is still there after the page was left, but for the secret.
        await ines.sees(/^Draft kept on this device/);
        await ines.reloads();
        await ines.holds(ines.field('Issuer'), provider.issuer);
        await ines.holds(ines.field('Client secret'), '');
        await ines.fills('Client secret', provider.client.clientSecret);
        await ines.clicks('Make it, switched off');
        await ines.isAt(/^\/admin\/sso\/ssoprovider_/);
        await ines.sees('Not tried yet');

        await ines.clicks('Try it');
        await provider.letsIn(ines, 'alice');
        await ines.isAt(/^\/admin\/sso\?test=/);
        await ines.sees('A new account would be made for Alice Andrade.');
        await ines.sees('Facilitator,');
        await ines.sees('["trainers"]');
        await inspect(ines, 'a sign-in that was tried');
        const early = await visitor();
        await early.opens('/signin');
        await early.seesNoMore('Continue with Example identity');
        await ines.button('Switch on').focus();
        await ines.presses('Enter');
        await ines.sees(/^Example identity is on/);

        const alice = await visitor();
        await alice.opens('/signin?next=/inbox');
        await alice.follows('Continue with Example identity');
        await provider.letsIn(alice, 'alice');
        await alice.isAt('/welcome');
        await alice.clicks('Skip everything');
        await alice.isAt('/today');
        await alice.opens('/c/facilitation-guild/people?role=facilitator');
        await alice.sees('Alice Andrade');
      });
    },

  'Whoever says no elsewhere hears so at home, in their language, on a phone': async ({
    person,
    visitor,
    house,
  }) => {
    await beside(house, 'Keycloak', async (provider) => {
      const ines = await person('ines-duarte');
      await switchedOn(ines, 'keycloak-refused', 'Keycloak', provider);
      const somebody = await visitor({ ...PHONE, locale: 'de-DE' });
      await somebody.opens('/signin?next=/inbox');
      await somebody.follows('Weiter mit Keycloak');
      await somebody.clicks('Refuse');
      await somebody.isAt(/^\/signin\?refused=DECLINED/);
      await somebody.sees(/^Sie haben dort Nein gesagt/);
    });
  },

  'Lena links the account that she has at work, signs in by it, and unlinks it again': async ({
    person,
    visitor,
    house,
  }) => {
    await beside(house, 'Acme', async (provider) => {
      await switchedOn(await person('ines-duarte'), 'acme', 'Acme', provider);
      const lena = await comesIn(house, visitor);
      await lena.opens('/settings/security');
      await lena.button('Link Acme').focus();
      await lena.presses('Enter');
      await provider.letsIn(lena, 'lena');
      await lena.isAt('/settings/security');
      await lena.sees('Linked with Acme as lena@example.org');
      await lena.sees(/^Acme is linked/);

      await lena.context.clearCookies({ domain: 'localhost' });
      await lena.opens('/signin');
      // Acme still knows her: it asks nothing.
      await lena.follows('Continue with Acme');
      await lena.isAt('/today');

      await lena.opens('/settings/security');
      await lena.button(/^Unlink/).focus();
      await lena.presses('Enter');
      const question = lena.page.getByRole('alertdialog');
      await lena.button('Unlink', question).focus();
      await lena.presses('Enter');
      await lena.sees('Acme is unlinked.');
      await lena.button('Link Acme').waitFor();
    });
  },
};
