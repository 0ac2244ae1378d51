import { loadConsultations } from '$lib/consultations/load';

export async function load({ params, parent }) {
  await parent();
  return { loaded: await loadConsultations(params.community) };
}
