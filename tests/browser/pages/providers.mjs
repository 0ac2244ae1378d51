// Providers of single sign-on: their pages, and those that are made through the API.
const CREATE = `mutation ($input: CreateSsoProviderInput!) {
  createSsoProvider(input: $input) { id slug name isOn }
}`;
const SWITCH = `mutation ($input: SwitchSsoProviderInput!) {
  switchSsoProvider(input: $input) { id slug name isOn }
}`;

/** Where administrators set them up. */
export const PROVIDING = [
  '/admin/sso',
  '/admin/sso/new',
  ['groups becoming something', '/admin/sso/new', addsGroup],
  '/admin/sso/PROVIDER',
];

async function addsGroup(ines) {
  await ines.clicks('Keycloak');
  await ines.clicks('Add a group');
  await ines.page.getByText('Scopes and names of claims').click();
}

/** One that nobody has tried yet. */
export async function providerBy(administrator) {
  const slug = `acme-${crypto.randomUUID().slice(0, 8)}`;
  const input = {
    slug,
    name: 'Acme',
    kind: 'OPEN_ID',
    issuer: 'https://login.acme.example',
    clientId: 'interlude',
    clientSecret: 'kept by nobody but the server',
    domains: ['acme.example'],
  };
  return (await administrator.asks(CREATE, { input })).createSsoProvider;
}

/** One that runs beside the house, switched on for everybody. */
export async function switchedOn(administrator, slug, name, running) {
  const input = { slug, name, kind: 'OPEN_ID', issuer: running.issuer, ...running.client };
  const { id } = (await administrator.asks(CREATE, { input })).createSsoProvider;
  const { switchSsoProvider } = await administrator.asks(SWITCH, {
    input: { provider: id, on: true },
  });
  return switchSsoProvider;
}
