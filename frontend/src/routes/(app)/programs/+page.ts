import { ProgramsDoc, pageData } from '$lib/api';
import { PAGE } from '$lib/sessions/live';

export async function load({ parent }) {
  await parent();
  return { loaded: await pageData(ProgramsDoc, { first: PAGE }) };
}
