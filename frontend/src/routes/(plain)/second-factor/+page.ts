import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { RequiredFactorDoc, pageData } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { paths } from '$lib/paths';

export async function load({ parent }) {
  await parent();
  const [loaded] = await Promise.all([pageData(RequiredFactorDoc, {}), speakAlso('security')]);
  if (!loaded.viewer) redirect(302, resolve(paths.signIn()));
  if (!loaded.viewer.secondFactorDueAt) redirect(302, resolve(paths.today));
  return { loaded };
}
