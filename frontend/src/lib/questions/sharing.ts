import type { SharingInFragment } from '$lib/api';

/** Whether the viewer writes in a community. */
export const maySay = ({ archivedAt, viewerMembership }: SharingInFragment) =>
  !archivedAt && viewerMembership !== null && viewerMembership.role !== 'OBSERVER';

/** "example.org" of an address, for whoever wants to know where it leads. */
export function siteOf(url: string | null): string | undefined {
  const host = url ? URL.parse(url)?.hostname : undefined;
  return host?.replace(/^www\./, '') || undefined;
}

/** The channels in which the viewer begins something. */
export const openOnes = <
  Channel extends { archivedAt: string | null; viewerCan: { post: boolean } },
>(
  channels: readonly Channel[],
): Channel[] => channels.filter(({ archivedAt, viewerCan }) => !archivedAt && viewerCan.post);

/** The day so many months from now, as `2026-10-25`. */
export function dayAfter(months: number, now = new Date()): string {
  const day = new Date(now);
  day.setMonth(day.getMonth() + months);
  return day.toISOString().slice(0, 10);
}
