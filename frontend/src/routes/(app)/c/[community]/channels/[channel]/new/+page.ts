import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { ChannelDoc, found, pageData } from '$lib/api';
import { paths } from '$lib/paths';

export async function load({ params, parent, url }) {
  await parent();
  const { community } = await pageData(ChannelDoc, params);
  const channel = found(community?.channel);
  if (!channel.viewerCan.post) error(403, { message: 'not open to you' });
  if (channel.kind === 'QUESTIONS') {
    const title = url.searchParams.get('title') ?? undefined;
    redirect(302, resolve(paths.ask(params.community, { in: channel.slug, title })));
  }
  return { community: found(community), channel };
}
