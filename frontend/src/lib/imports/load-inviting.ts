import {
  InviteListDoc,
  OpenInvitationsDoc,
  SsoPlacesDoc,
  pageData,
  type InviteFate,
} from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

export const PAGE = 40;
export const LINES = 100;
export const INVITE_FATES: readonly InviteFate[] = ['INVITES', 'STAYS', 'REFUSED'];

const words = () => speakAlso('organisation');

/** The invitations that are open, and where people can be asked to. */
export async function loadInviting() {
  const [loaded, places] = await Promise.all([
    pageData(OpenInvitationsDoc, { first: PAGE }),
    pageData(SsoPlacesDoc, {}),
    words(),
  ]);
  return { loaded, places: places.ssoCommunities };
}

export async function loadInviteList(id: string, fate: InviteFate | undefined) {
  const [loaded] = await Promise.all([
    pageData(InviteListDoc, { id, first: LINES, fate }),
    words(),
  ]);
  return loaded;
}
