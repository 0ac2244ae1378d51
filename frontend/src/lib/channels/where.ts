import {
  WhereIsChannelDoc,
  WhereIsCheckInDoc,
  WhereIsCommitmentDoc,
  WhereIsCommunityDoc,
  WhereIsEvidenceDoc,
  WhereIsFeedbackDoc,
  WhereIsFeedbackRoundDoc,
  WhereIsMisconceptionDoc,
  WhereIsPairDoc,
  WhereIsPairingRoundDoc,
  WhereIsPersonDoc,
  WhereIsPostDoc,
  WhereIsPreWorkDoc,
  WhereIsPromptDoc,
  WhereIsPulseDoc,
  WhereIsSavedSearchDoc,
  WhereIsSeriesDoc,
  WhereIsSessionDoc,
  WhereIsThreadDoc,
  found,
  pageData,
} from '$lib/api';
import { paths, place, type Place } from '$lib/paths';
import { placeOfThread } from './place';

/** Where each kind of thing is shown. `draft` is what stands behind the address to go on writing. */
const WHERE: Record<string, (id: string, draft: string) => Promise<Place>> = {
  async post(id, draft) {
    const node = found((await pageData(WhereIsPostDoc, { id })).node);
    const { thread } = found('thread' in node ? node : null);
    return place(placeOfThread(thread) + (draft || `?post=${id}`));
  },
  async thread(id, draft) {
    const { thread } = await pageData(WhereIsThreadDoc, { id });
    return place(placeOfThread(found(thread)) + draft);
  },
  async channel(id, draft) {
    const node = found((await pageData(WhereIsChannelDoc, { id })).node);
    const { community, slug } = found('slug' in node ? node : null);
    const show = draft ? paths.newConversation : paths.channel;
    return show(community.slug, slug);
  },
  async community(id) {
    const node = found((await pageData(WhereIsCommunityDoc, { id })).node);
    return paths.community(found('slug' in node ? node : null).slug);
  },
  async misconception(id) {
    const { node } = await pageData(WhereIsMisconceptionDoc, { id });
    const community = found(node && 'community' in node ? node.community : null);
    return paths.correction(community.slug, id);
  },
  async prompt(id, draft) {
    const { thread, channel, community } = found((await pageData(WhereIsPromptDoc, { id })).prompt);
    return place(placeOfThread({ id: thread.id, channel, community }) + draft);
  },
  async series(id) {
    const { community } = found((await pageData(WhereIsSeriesDoc, { id })).promptSeries);
    return paths.series(community.slug, id);
  },
  async prework(id) {
    const { community } = found((await pageData(WhereIsPreWorkDoc, { id })).preWork);
    return paths.preWork(community.slug, id);
  },
  async checkin(id) {
    const node = found((await pageData(WhereIsCheckInDoc, { id })).node);
    const { community, isWaiting } = found('isWaiting' in node ? node : null);
    const show = isWaiting ? paths.answerCheckIn : paths.checkInBoard;
    return show(community.slug, id);
  },
  async pulse(id) {
    const node = found((await pageData(WhereIsPulseDoc, { id })).node);
    const { community, isWaiting } = found('isWaiting' in node ? node : null);
    const show = isWaiting ? paths.answerPulse : paths.pulse;
    return show(community.slug, id);
  },
  async feedbackround(id) {
    const { community } = found((await pageData(WhereIsFeedbackRoundDoc, { id })).feedbackRound);
    return paths.feedbackRound(community.slug, id);
  },
  async evidence(id) {
    const { round } = found((await pageData(WhereIsEvidenceDoc, { id })).evidence);
    return paths.feedbackRound(round.community.slug, round.id);
  },
  async feedback(id) {
    // Whoever got it reads it beside what they handed in.
    const { evidence, viewerCan } = found((await pageData(WhereIsFeedbackDoc, { id })).feedback);
    const { id: round, community } = evidence.round;
    return viewerCan.give || viewerCan.mark
      ? paths.giveFeedback(community.slug, round, id)
      : paths.feedbackRound(community.slug, round);
  },
  consultation: (id) => Promise.resolve(paths.consultation(id)),
  async pair(id) {
    const node = found((await pageData(WhereIsPairDoc, { id })).node);
    return paths.pairing(found('round' in node ? node : null).round.community.slug);
  },
  async pairing(id) {
    const node = found((await pageData(WhereIsPairingRoundDoc, { id })).node);
    return paths.pairingBoard(found('community' in node ? node : null).community.slug);
  },
  async commitment(id) {
    const node = found((await pageData(WhereIsCommitmentDoc, { id })).node);
    return paths.pairing(found('pair' in node ? node : null).pair.round.community.slug);
  },
  async person(id) {
    const node = found((await pageData(WhereIsPersonDoc, { id })).node);
    return paths.person(found('handle' in node ? node : null).handle);
  },
  async savedsearch(id) {
    const node = found((await pageData(WhereIsSavedSearchDoc, { id })).node);
    const { query, community } = found('query' in node ? node : null);
    return paths.search(query, community?.slug);
  },
  async session(id) {
    const { community, number } = found((await pageData(WhereIsSessionDoc, { id })).session);
    return paths.session(community.slug, number);
  },
};

/** The page on which a thing is shown, by its id. `draft` is the key of a draft to go on with there. */
export async function whereIs(id: string, draft: string | null): Promise<Place> {
  const kind = id.slice(0, Math.max(0, id.indexOf('_')));
  const find = found(Object.hasOwn(WHERE, kind) ? WHERE[kind] : undefined);
  return find(id, draft ? `?draft=${encodeURIComponent(draft)}` : '');
}
