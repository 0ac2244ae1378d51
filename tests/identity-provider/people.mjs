// Who has an account there, and what is said of them. Anybody else who names themselves is let in, too: with an
// e-mail of their name, and in no group.
export const people = {
  alice: {
    email: 'alice@example.org',
    email_verified: true,
    name: 'Alice Andrade',
    groups: ['trainers'],
    locale: 'en',
    zoneinfo: 'Europe/Lisbon',
  },
  // Says to be Alice, which nobody has looked at.
  mallory: {
    email: 'alice@example.org',
    email_verified: false,
    name: 'Alice Andrade',
    groups: [],
  },
};

export function claimsOf(account) {
  const known = people[account];
  return { sub: account, ...(known ?? someone(account)) };
}

const someone = (account) => ({
  email: `${account}@example.org`,
  email_verified: true,
  name: account[0].toUpperCase() + account.slice(1),
  groups: [],
});

/** Changes what is said of people, from their next sign-in on. */
export function tell(changes) {
  for (const [account, claims] of Object.entries(changes)) {
    people[account] = { ...(people[account] ?? someone(account)), ...claims };
  }
}
