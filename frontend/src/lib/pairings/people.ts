/** The people behind memberships, without those of whom nothing is left to know. */
export const peopleOf = <Person>(members: readonly { person: Person | null }[]) =>
  members.flatMap(({ person }) => person ?? []);
