import { loadConsultation } from '$lib/consultations/load';

export async function load({ params, parent }) {
  await parent();
  return { loaded: await loadConsultation(params.consultation) };
}
