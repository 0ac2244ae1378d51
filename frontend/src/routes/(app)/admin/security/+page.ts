import { SecondFactorRuleDoc, pageData } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';

export async function load({ parent }) {
  await parent();
  const [loaded] = await Promise.all([pageData(SecondFactorRuleDoc, {}), speakAlso('security')]);
  return { loaded };
}
