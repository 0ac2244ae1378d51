import type { SsoKind } from '$lib/api';

/** How a provider that is known by name is set up; capitals stand for what is one's own. */
export interface Preset {
  name: string;
  kind: SsoKind;
  issuer: string;
  scopes?: string;
  claims?: { subject?: string; emailVerified?: string };
  urls?: { authorization: string; token: string; userinfo: string };
  /** Where its makers explain how an application is registered. */
  help: string;
}

export const PRESETS: readonly Preset[] = [
  {
    name: 'Microsoft Entra ID',
    kind: 'OPEN_ID',
    issuer: 'https://login.microsoftonline.com/TENANT/v2.0',
    claims: { emailVerified: 'xms_edov' },
    help: 'https://learn.microsoft.com/entra/identity-platform/quickstart-register-app',
  },
  {
    name: 'Okta',
    kind: 'OPEN_ID',
    issuer: 'https://ORGANISATION.okta.com',
    scopes: 'openid profile email groups',
    help: 'https://developer.okta.com/docs/guides/sign-into-web-app-redirect/',
  },
  {
    name: 'Google',
    kind: 'OPEN_ID',
    issuer: 'https://accounts.google.com',
    help: 'https://developers.google.com/identity/openid-connect/openid-connect',
  },
  {
    name: 'Keycloak',
    kind: 'OPEN_ID',
    issuer: 'https://HOST/realms/REALM',
    help: 'https://www.keycloak.org/docs/latest/server_admin/',
  },
  {
    name: 'GitHub',
    kind: 'O_AUTH',
    issuer: 'https://github.com',
    scopes: 'read:user user:email',
    claims: { subject: 'id', emailVerified: '' },
    urls: {
      authorization: 'https://github.com/login/oauth/authorize',
      token: 'https://github.com/login/oauth/access_token',
      userinfo: 'https://api.github.com/user',
    },
    help: 'https://docs.github.com/apps/oauth-apps/building-oauth-apps/creating-an-oauth-app',
  },
];
