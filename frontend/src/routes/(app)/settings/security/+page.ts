import { PasskeysDoc, SecondFactorDoc, SignInsDoc, pageData } from '$lib/api';
import { speakAlso } from '$lib/i18n/index.svelte';
import { viewer } from '$lib/identity/viewer.svelte';
import { loadLinked } from '$lib/sso/load';

export async function load({ parent, url }) {
  await parent();
  const [loaded, factor, passkeys, linked] = await Promise.all([
    pageData(SignInsDoc, {}),
    pageData(SecondFactorDoc, {}),
    pageData(PasskeysDoc, {}),
    loadLinked(viewer.current?.email),
    speakAlso('security'),
  ]);
  const asked = (name: string) => url.searchParams.get(name) ?? undefined;
  const back = { linked: asked('linked'), refused: asked('refused') };
  return { loaded, factor, passkeys, linked, back };
}
