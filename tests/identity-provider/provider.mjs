// A certified OpenID Connect provider (npm oidc-provider), set up as a company's is: PKCE always, tokens signed with
// RS256, one page to sign in on, consent given by the company.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { claimsOf } from './people.mjs';
import { SECRET } from './secret.mjs';

const packages = createRequire(join(import.meta.dirname, '../../frontend/package.json'));
const { Provider } = await import(pathToFileURL(packages.resolve('oidc-provider')));

const SCOPES = {
  openid: ['sub'],
  email: ['email', 'email_verified'],
  profile: ['name', 'preferred_username', 'locale', 'zoneinfo', 'manager'],
  groups: ['groups'],
};

export function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
}

/** What a provider answers with: built anew when its keys change, while who is signed in stays so. */
export function providerAt(issuer, { keys, backChannel, claimsIn }) {
  const provider = new Provider(issuer, {
    clients: [
      client('interlude', 'client_secret_basic', backChannel),
      client('interlude-post', 'client_secret_post', backChannel),
    ],
    jwks: { keys },
    pkce: { required: () => true },
    scopes: [...Object.keys(SCOPES), 'offline_access'],
    claims: SCOPES,
    conformIdTokenClaims: claimsIn === 'userinfo',
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    // Its own refuses loopback, where everybody here lives.
    fetch: (url, { dispatcher: _refusing, ...options }) => globalThis.fetch(url, options),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, account) => ({ accountId: account, claims: () => claimsOf(account) }),
    loadExistingGrant: granted,
    renderError,
    cookies: { keys: ['only-for-tests'] },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 300,
      Interaction: 600,
      Session: 3600,
    },
  });
  // The address of who asks is known only after the provider is: any on this machine will do.
  provider.Client.prototype.redirectUriAllowed = isHere;
  provider.Client.prototype.postLogoutRedirectUriAllowed = isHere;
  return provider;
}

const client = (client_id, token_endpoint_auth_method, backChannel) => ({
  client_id,
  client_secret: SECRET,
  token_endpoint_auth_method,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: ['http://localhost/'],
  ...(backChannel && {
    backchannel_logout_uri: backChannel,
    backchannel_logout_session_required: true,
  }),
});

function isHere(address) {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** The company has agreed for everybody. */
async function granted({ oidc }) {
  const { Grant } = oidc.provider;
  const grant = new Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope([...Object.keys(SCOPES), 'offline_access'].join(' '));
  await grant.save();
  return grant;
}

function logoutSource(ctx, form) {
  const submit = '<button form="op.logoutForm" name="logout" value="yes">Sign out</button>';
  ctx.body = page('Sign out', form + submit);
}

function postLogoutSuccessSource(ctx) {
  ctx.body = page('Signed out', '<p>You are signed out.</p>');
}

function renderError(ctx, { error, error_description: why = '' }) {
  ctx.type = 'html';
  ctx.body = page('Refused', `<p>${plain(error)}: ${plain(why)}</p>`);
}

export const page = (title, body) =>
  `<!doctype html><html lang="en"><title>${plain(title)}</title>` +
  `<link rel="icon" href="data:,"><main><h1>${plain(title)}</h1>${body}</main></html>`;

export const plain = (text) =>
  String(text).replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0)};`);
