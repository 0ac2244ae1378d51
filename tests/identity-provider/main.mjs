// An identity provider for tests. Usage: node main.mjs [--port N] [--name WORDS] [--claims userinfo]
// Its first line is its issuer, http://127.0.0.1:PORT; it runs until it is killed. Who may ask: the client `interlude`
// (`interlude-post` sends its secret in the body) with the secret of secret.mjs, from any address of this machine.
// Its sign-in page asks for a name and no password. `POST /control` with JSON has it act while it runs:
//   {"people": {"alice": {"groups": ["a"]}}}  what it says of people, from the next sign-in on
//   {"backChannel": "http://…"}               where it tells that somebody signed out; null: nowhere
//   {"rotate": "keep" | "drop"}               a new key signs; the former ones still stand in its list, or do not
//   {"signOut": "alice"}                      ends what alice has there, and tells so; answers how often
//   {"now": "2026-03-02T09:00:00Z"}           its clock goes on from there
// `GET /user` with an access token answers as a provider of plain OAuth 2 does, with a number for the account.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { claimsOf, tell } from './people.mjs';
import { newKey, page, plain, providerAt } from './provider.mjs';

const { values: given } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    name: { type: 'string', default: 'Example identity' },
    claims: { type: 'string', default: 'id-token' },
  },
});
const state = { keys: [newKey()], backChannel: undefined, claimsIn: given.claims };
const signIns = new Map();
const { now: realNow } = Date;
let issuer;
let provider;
let answer;

const server = createServer((request, response) => {
  respond(request, response).catch((failure) => {
    console.error(failure);
    send(response, 500, { error: failure.message });
  });
});
server.listen(Number(given.port), '127.0.0.1', () => {
  issuer = `http://127.0.0.1:${server.address().port}`;
  rebuild();
  console.log(issuer);
});

function rebuild() {
  provider = providerAt(issuer, state);
  provider.on('authorization.success', ({ oidc }) => {
    const { clientId } = oidc.client;
    const { accountId } = oidc.session;
    const sid = oidc.session.sidFor(clientId);
    signIns.set(`${clientId} ${sid}`, { clientId, accountId, sid });
  });
  for (const event of ['server_error', 'authorization.error', 'grant.error', 'backchannel.error']) {
    provider.on(event, (_, failure) => console.error(event, failure?.message ?? ''));
  }
  answer = provider.callback();
}

async function respond(request, response) {
  const { pathname } = new URL(request.url, issuer);
  if (pathname === '/control') return send(response, 200, await act(await body(request)));
  if (pathname === '/user') return user(request, response);
  if (pathname.startsWith('/interaction/')) return interact(request, response);
  return answer(request, response);
}

async function act(words) {
  const { people, backChannel, rotate, signOut, now } = JSON.parse(words);
  if (now !== undefined) setClock(Date.parse(now));
  if (people) tell(people);
  if (backChannel !== undefined) state.backChannel = backChannel ?? undefined;
  if (rotate) state.keys = [newKey(), ...(rotate === 'keep' ? state.keys : [])];
  if (backChannel !== undefined || rotate) rebuild();
  return signOut ? { told: await tellSignOut(signOut) } : {};
}

function setClock(then) {
  const ahead = then - realNow();
  Date.now = () => realNow() + ahead;
}

/** Tells everybody who let this account in; a refusal is thrown. */
async function tellSignOut(account) {
  const theirs = [...signIns].filter(([, { accountId }]) => accountId === account);
  for (const [key, { clientId, sid }] of theirs) {
    const client = await provider.Client.find(clientId);
    await client.backchannelLogout(account, sid);
    signIns.delete(key);
  }
  return theirs.length;
}

async function user(request, response) {
  const token = await provider.AccessToken.find(
    request.headers.authorization?.replace(/^(Bearer|token) /i, '') ?? '',
  );
  if (!token) return send(response, 401, { message: 'Bad credentials' });
  const { email, name } = claimsOf(token.accountId);
  const id = createHash('sha256').update(token.accountId).digest().readUInt32BE();
  return send(response, 200, { id, login: token.accountId, name, email });
}

/** Its only page: a name, or a refusal. */
async function interact(request, response) {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    const hint = plain(params.login_hint?.split('@')[0] ?? '');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end(
      page(
        `Sign in with ${given.name}`,
        `<form method="post"><label>Account <input name="account" value="${hint}"></label>
         <button>Continue</button> <button name="refuse" value="yes">Refuse</button></form>`,
      ),
    );
  }
  const form = new URLSearchParams(await body(request));
  const result = form.has('refuse')
    ? { error: 'access_denied', error_description: 'the person refused' }
    : { login: { accountId: form.get('account') } };
  return provider.interactionFinished(request, response, result);
}

async function body(request) {
  let words = '';
  for await (const part of request) words += part;
  return words;
}

function send(response, status, said) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(said));
}
