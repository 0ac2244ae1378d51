const KEPT = 'searches';
const RECENT_MAX = 8;

/** What was searched for on this device, newest first. It never leaves the device. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps it once, at the front. */
export function rememberSearch(query: string) {
  const asked = query.trim();
  if (!asked) return;
  const others = recentSearches().filter((each) => each !== asked);
  localStorage.setItem(KEPT, JSON.stringify([asked, ...others].slice(0, RECENT_MAX)));
}

export const forgetSearches = () => localStorage.removeItem(KEPT);
