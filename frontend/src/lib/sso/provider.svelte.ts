import type {
  CreateSsoProviderInput,
  Role,
  SsoClaimsInput,
  SsoGroupRuleInput,
  SsoGroupSource,
  SsoKind,
  SsoProviderFieldsFragment,
} from '$lib/api';
import type { Preset } from './presets';

/** What is read of a person, each from the claim of this name. */
export const CLAIMS = [
  'subject',
  'name',
  'email',
  'emailVerified',
  'groups',
  'locale',
  'zone',
] as const;
type Claim = (typeof CLAIMS)[number];

/** The names that the standard has for them. */
const USUAL: Record<Claim, string> = {
  subject: 'sub',
  name: 'name',
  email: 'email',
  emailVerified: 'email_verified',
  groups: 'groups',
  locale: 'locale',
  zone: 'zoneinfo',
};

/** What a form shows a refusal at. */
export const FIELDS = [
  ...['name', 'slug', 'issuer', 'authorizationUrl', 'tokenUrl', 'userinfoUrl', 'clientId'],
  ...['clientSecret', 'domains', 'trustedDomains', 'scopes', 'claims'],
  ...['group', 'community', 'role'].map((field) => `groupRules.*.${field}`),
];

/** Where a provider sends people back, as long as the server has not said so itself. */
export const addressesOf = (slug: string) => {
  const base = `${location.origin}/auth/oidc/${slug || '…'}`;
  return { callback: `${base}/callback`, logout: `${base}/logout` };
};

const SCOPES = 'openid profile email';
const SLUG_MAX = 40;

let next = 0;

/** In the place of a community: everything, as an administrator. */
export const EVERYTHING = 'everything';

/** What a group becomes here, while it is written: a new one nothing, until somebody says what. */
export class RuleDraft {
  readonly id = (next += 1);
  group = $state('');
  community = $state('');
  role = $state<Role>('LEARNER');

  /** As it is kept: neither a community nor a role is everything. What lost its community is to be chosen again. */
  static of({ group, community, role }: SsoGroupRuleInput): RuleDraft {
    const rule = new RuleDraft();
    rule.group = group;
    rule.community = community ?? (role ? '' : EVERYTHING);
    rule.role = role ?? 'LEARNER';
    return rule;
  }

  get input(): SsoGroupRuleInput {
    const { community, role } = this;
    const group = this.group.trim();
    if (community === EVERYTHING) return { group, community: null, role: null };
    return { group, community: community || null, role };
  }
}

/** "acme.example, acme.test" as the domains it names. */
const listed = (text: string) =>
  text
    .split(/[\s,;]+/)
    .map((each) => each.replace(/^@/, '').toLowerCase())
    .filter(Boolean);

const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_MAX)
    .replace(/^-|-$/g, '');

/** A provider while it is written. Its secret is kept nowhere on the way. */
export class ProviderDraft {
  kind = $state<SsoKind>('OPEN_ID');
  name = $state('');
  issuer = $state('');
  authorizationUrl = $state('');
  tokenUrl = $state('');
  userinfoUrl = $state('');
  clientId = $state('');
  clientSecret = $state('');
  scopes = $state(SCOPES);
  domains = $state('');
  trustedDomains = $state('');
  createsAccounts = $state(false);
  asksSecondFactor = $state(false);
  claims = $state<Record<Claim, string>>({ ...USUAL });
  rules = $state<RuleDraft[]>([]);
  groupsFrom = $state<SsoGroupSource>('SIGN_IN');
  #slug = $state<string>();

  static of(known: SsoProviderFieldsFragment): ProviderDraft {
    const draft = new ProviderDraft();
    const { kind, name, issuer, clientId, createsAccounts, groupsFrom } = known;
    Object.assign(draft, { kind, name, issuer, clientId, createsAccounts, groupsFrom });
    draft.asksSecondFactor = known.asksSecondFactor;
    draft.slug = known.slug;
    draft.authorizationUrl = known.authorizationUrl ?? '';
    draft.tokenUrl = known.tokenUrl ?? '';
    draft.userinfoUrl = known.userinfoUrl ?? '';
    draft.scopes = known.scopes.join(' ');
    draft.domains = known.domains.join(', ');
    draft.trustedDomains = known.trustedDomains.join(', ');
    for (const claim of CLAIMS) draft.claims[claim] = known.claims[claim];
    draft.rules = known.groupRules.map(({ group, community, role }) =>
      RuleDraft.of({ group, community: community?.id, role }),
    );
    return draft;
  }

  /** How its addresses name it: as it is called, until somebody says otherwise. */
  get slug() {
    return this.#slug ?? slugOf(this.name);
  }
  set slug(slug: string) {
    this.#slug = slug;
  }

  /** Begins as one that is known by name does. */
  begin(preset: Preset) {
    const { name, kind, issuer, scopes, claims, urls } = preset;
    Object.assign(this, { name, kind, issuer });
    this.scopes = scopes ?? SCOPES;
    this.claims = { ...USUAL, ...claims };
    this.authorizationUrl = urls?.authorization ?? '';
    this.tokenUrl = urls?.token ?? '';
    this.userinfoUrl = urls?.userinfo ?? '';
  }

  add() {
    this.rules.push(new RuleDraft());
  }

  remove({ id }: RuleDraft) {
    this.rules = this.rules.filter((each) => each.id !== id);
  }

  /** All of it but the secret as one text, to be kept while it is written. */
  get words(): string {
    return JSON.stringify({ ...this.input, clientSecret: undefined, slug: this.#slug ?? null });
  }

  /** Goes on with what was kept. */
  take(words: string) {
    const kept = JSON.parse(words) as Omit<CreateSsoProviderInput, 'slug'> & {
      slug: string | null;
    };
    const { slug, scopes, domains, trustedDomains, claims, groupRules, ...rest } = kept;
    this.#slug = slug ?? undefined;
    Object.assign(this, rest);
    this.authorizationUrl ??= '';
    this.tokenUrl ??= '';
    this.userinfoUrl ??= '';
    this.scopes = (scopes ?? []).join(' ');
    this.domains = (domains ?? []).join(', ');
    this.trustedDomains = (trustedDomains ?? []).join(', ');
    this.groupsFrom ??= 'SIGN_IN';
    this.claims = { ...USUAL, ...(claims as Record<Claim, string>) };
    this.rules = (groupRules ?? []).map((rule) => RuleDraft.of(rule));
  }

  get input(): CreateSsoProviderInput {
    const isPlain = this.kind === 'O_AUTH';
    const address = (text: string) => (isPlain && text.trim()) || null;
    return {
      slug: this.slug.trim(),
      name: this.name.trim(),
      kind: this.kind,
      issuer: this.issuer.trim(),
      clientId: this.clientId.trim(),
      // Nothing typed: what is kept stays.
      clientSecret: this.clientSecret.trim() || null,
      scopes: this.scopes.split(/[\s,]+/).filter(Boolean),
      authorizationUrl: address(this.authorizationUrl),
      tokenUrl: address(this.tokenUrl),
      userinfoUrl: address(this.userinfoUrl),
      domains: listed(this.domains),
      trustedDomains: listed(this.trustedDomains),
      createsAccounts: this.createsAccounts,
      asksSecondFactor: this.asksSecondFactor,
      claims: claimsInput(this.claims),
      groupsFrom: this.groupsFrom,
      groupRules: this.rules.map(({ input }) => input).filter(({ group }) => group),
    };
  }
}

const claimsInput = (claims: Record<Claim, string>): SsoClaimsInput =>
  Object.fromEntries(CLAIMS.map((claim) => [claim, claims[claim].trim()]));
