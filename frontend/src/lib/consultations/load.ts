import {
  ConsultationDoc,
  ConsultationLinkDoc,
  ConsultationPlaceDoc,
  ConsultationsDoc,
  found,
  pageData,
} from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

export const PAGE = 20;
const words = () => speakAlso('consultations');

/** Colleagues that the viewer asked in a community, for a page's `load`. */
export async function loadConsultations(slug: string) {
  const [loaded] = await Promise.all([pageData(ConsultationsDoc, { slug, first: PAGE }), words()]);
  found(loaded.community);
  return loaded;
}

/** Where somebody is about to ask. */
export async function loadPlace(slug: string) {
  const [{ community }] = await Promise.all([pageData(ConsultationPlaceDoc, { slug }), words()]);
  return found(community);
}

export async function loadConsultation(id: string) {
  const [{ consultation }] = await Promise.all([pageData(ConsultationDoc, { id }), words()]);
  return found(consultation);
}

/** What stands behind a link from a letter. */
export async function loadLink(token: string) {
  const [loaded] = await Promise.all([pageData(ConsultationLinkDoc, { token }), words()]);
  return loaded.consultationLink;
}
