import { SecondFactorDoc, SignInsDoc, pageData } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { viewer } from '$lib/identity/viewer.svelte';
import { loadLinked } from '$lib/sso/load';

export async function load({ parent, url }) {
  await parent();
  const [loaded, factor, linked] = await Promise.all([
    pageData(SignInsDoc, {}),
    pageData(SecondFactorDoc, {}),
    loadLinked(viewer.current?.email),
    speakAlso('security'),
  ]);
  const asked = (name: string) => url.searchParams.get(name) ?? undefined;
  return { loaded, factor, linked, back: { linked: asked('linked'), refused: asked('refused') } };
}
