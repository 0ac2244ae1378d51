const KEPT = 'seat';

/** A word of chance that this browser keeps, so that a form without a sign-in counts it once. */
export function seat(): string {
  const kept = localStorage.getItem(KEPT);
  if (kept) return kept;
  const made = crypto.randomUUID();
  localStorage.setItem(KEPT, made);
  return made;
}
