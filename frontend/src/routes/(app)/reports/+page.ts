import { MyFlagsDoc, pageData } from '$lib/api';

export async function load({ parent }) {
  await parent();
  return { loaded: await pageData(MyFlagsDoc, { first: 30, after: null }) };
}
