import {
  AccountDoc,
  AccountsDoc,
  RolePermissionsDoc,
  pageData,
  type AccountState,
  type OrganisationRole,
} from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

export const PAGE = 40;
export const STATES = ['ACTIVE', 'INVITED', 'SUSPENDED', 'PLACEHOLDER'] as const;
export const ORGANISATION_ROLES = ['ADMINISTRATOR', 'AUDITOR'] as const;

/** What an address asks of the list of accounts. */
export interface AskedAccounts {
  query: string;
  state: AccountState | undefined;
  role: OrganisationRole | undefined;
}

const one = <Word extends string>(words: readonly Word[], typed: string | null) =>
  words.find((word) => word.toLowerCase() === typed);

export const askedIn = (url: URL): AskedAccounts => ({
  query: url.searchParams.get('q') ?? '',
  state: one(STATES, url.searchParams.get('state')),
  role: one(ORGANISATION_ROLES, url.searchParams.get('role')),
});

export const variablesOf = ({ query, state, role }: AskedAccounts) => ({
  first: PAGE,
  filter: { query: query || undefined, state, role },
});

const words = () => speakAlso('organisation');

export async function loadAccounts(asked: AskedAccounts) {
  const [loaded] = await Promise.all([pageData(AccountsDoc, variablesOf(asked)), words()]);
  return loaded;
}

export async function loadAccount(id: string) {
  const [loaded] = await Promise.all([pageData(AccountDoc, { id }), words()]);
  return loaded;
}

export async function loadRoles() {
  const [loaded] = await Promise.all([pageData(RolePermissionsDoc, {}), words()]);
  return loaded;
}
