/**
 * Where things are. Every address inside the app is made here and given to `resolve()`:
 * `href={resolve(paths.channel(community.slug, channel.slug))}`.
 */
import type { Pathname } from '$app/types';

/**
 * An address made here. One of all stands for every one: TypeScript cannot pass a union of more than
 * 25 on to `resolve()`.
 */
export type Place = Extract<Pathname, '/today'>;

/** Paths that the server hands out (`Post.path`, `Suggestion.path`) are places of this app too. */
export const place = (path: string) => path as Place;

/** A path with what is asked of it; what is empty is left out. */
function asking(path: string, asked: Record<string, string | undefined>): Place {
  const given = Object.entries(asked).filter(([, value]) => value) as [string, string][];
  return place(given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path);
}

const SLUG_MAX = 60;

/** A title as the end of an address: what the address is about, for whoever reads it. */
function slugOf(title: string): string {
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = words.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, SLUG_MAX);
  return encodeURIComponent(slug.replace(/^-|-$/g, '')) || 'question';
}

export const paths = {
  today: place('/today'),
  inbox: place('/inbox'),
  inboxOf: (filter: string) =>
    place(filter === 'ALL' ? '/inbox' : `/inbox?filter=${filter.toLowerCase()}`),
  drafts: place('/drafts'),
  /** `within` is the slug of a community. */
  search: (query?: string, within?: string) => asking('/search', { q: query, in: within }),
  settings: (page = 'profile') => place(`/settings/${page}`),
  person: (handle: string) => place(`/people/${handle}`),
  signIn: (next?: string) => place(next ? `/signin?next=${encodeURIComponent(next)}` : '/signin'),
  forgot: place('/forgot'),
  welcome: place('/welcome'),
  /** For who has to have a second factor before anything else. */
  setUpFactor: place('/second-factor'),
  newCommunity: place('/communities/new'),
  community: (community: string) => place(`/c/${community}`),
  editCommunity: (community: string) => place(`/c/${community}/edit`),
  /** What was corrected in a community; `show` for what is being worked on. */
  corrections: (community: string, asked: { show?: string; q?: string } = {}) =>
    asking(`/c/${community}/corrections`, asked),
  correction: (community: string, misconception: string) =>
    place(`/c/${community}/corrections/${misconception}`),
  people: (community: string) => place(`/c/${community}/people`),
  peopleLike: (community: string, like: { q?: string; role?: string }) =>
    asking(`/c/${community}/people`, like),
  /** What was looked for there and not found. */
  asked: (community: string) => place(`/c/${community}/asked`),
  importPeople: (community: string) => place(`/c/${community}/people/import`),
  /** A roster; `fate` for those of its lines alone. */
  roster: (community: string, roster: string, fate?: string) =>
    asking(`/c/${community}/people/import/${roster}`, { show: fate?.toLowerCase() }),
  /** What is looked after in a community, beside what it says of itself. */
  calendarOf: (community: string) => place(`/c/${community}/edit/calendar`),
  alumniOf: (community: string) => place(`/c/${community}/edit/alumni`),
  nextRun: (community: string) => place(`/c/${community}/edit/next-run`),
  outbox: place('/outbox'),
  suspensions: place('/suspensions'),
  synonyms: place('/synonyms'),
  tokens: place('/tokens'),
  /** Everybody who has an account. */
  accounts: (asked: { q?: string; state?: string; role?: string } = {}) =>
    asking('/admin/people', asked),
  account: (person: string) => place(`/admin/people/${person}`),
  /** Many are invited at once, and who has not come yet. */
  invites: place('/admin/people/invite'),
  /** A list of people to be invited; `fate` for those of its lines alone. */
  inviteList: (list: string, fate?: string) =>
    asking(`/admin/people/invite/${list}`, { show: fate?.toLowerCase() }),
  /** What who may do. */
  roles: place('/admin/roles'),
  /** What people ask of what is held about them. */
  data: place('/admin/data'),
  /** Of whom a second factor is required. */
  factorRule: place('/admin/security'),
  /** How people sign in by accounts elsewhere; `test` is the id of a sign-in that was only tried. */
  sso: (asked: { test?: string } = {}) => asking('/admin/sso', asked),
  newSsoProvider: place('/admin/sso/new'),
  ssoProvider: (provider: string) => place(`/admin/sso/${provider}`),
  /** What was done everywhere; narrowed to a person, to what it was about, to a time. */
  audit: (asked: Record<string, string | undefined> = {}) => asking('/audit', asked),
  /** The audit log of the organisation, narrowed likewise. */
  auditLog: (asked: Record<string, string | undefined> = {}) => asking('/audit-log', asked),
  auditReaders: place('/audit/readers'),
  outboxOf: (state?: string) => asking('/outbox', { show: state?.toLowerCase() }),
  channels: (community: string) => place(`/c/${community}/channels`),
  channel: (community: string, channel: string) => place(`/c/${community}/channels/${channel}`),
  /** The conversations of a channel: which of them, and which one is open beside their list. */
  channelWith: (community: string, channel: string, asked: { show?: string; beside?: string }) =>
    asking(`/c/${community}/channels/${channel}`, asked),
  newConversation: (community: string, channel: string) =>
    place(`/c/${community}/channels/${channel}/new`),
  /** The questions of a community; `show` for some of them alone. */
  questions: (community: string, show?: string) => asking(`/c/${community}/questions`, { show }),
  /** A new question: in which channel (a slug), and the words it begins with. */
  ask: (community: string, asked: { in?: string; title?: string } = {}) =>
    asking(`/c/${community}/questions/new`, asked),
  question: (community: string, { id, title }: { id: string; title: string }) =>
    place(`/c/${community}/questions/${id}/${slugOf(title)}`),
  thread: (community: string, channel: string, thread: string) =>
    place(`/c/${community}/channels/${channel}/${thread}`),
  /** What is asked and what is to be done in a community. */
  prompts: (community: string) => place(`/c/${community}/prompts`),
  /** It leads on to the conversation in which it is answered. */
  prompt: (community: string, prompt: string) => place(`/c/${community}/prompts/${prompt}`),
  /** `session` is a number, `channel` a slug. */
  newPrompt: (community: string, asked: { session?: string; channel?: string } = {}) =>
    asking(`/c/${community}/prompts/new`, asked),
  /** `session` is the number of one. */
  newSeries: (community: string, asked: { session?: string } = {}) =>
    asking(`/c/${community}/prompts/series/new`, asked),
  series: (community: string, series: string) => place(`/c/${community}/prompts/series/${series}`),
  editPrompt: (community: string, prompt: string) =>
    place(`/c/${community}/prompts/${prompt}/edit`),
  preWork: (community: string, preWork: string) => place(`/c/${community}/pre-work/${preWork}`),
  newPreWork: (community: string, asked: { session?: string } = {}) =>
    asking(`/c/${community}/pre-work/new`, asked),
  editPreWork: (community: string, preWork: string) =>
    place(`/c/${community}/pre-work/${preWork}/edit`),
  brief: (community: string, session: number) => place(`/c/${community}/sessions/${session}/brief`),
  plan: (community: string) => place(`/c/${community}/plan`),
  planAsLearner: (community: string) => place(`/c/${community}/plan?as=learner`),
  applyJourney: (community: string, asked: { template?: string; session?: string } = {}) =>
    asking(`/c/${community}/plan/apply`, asked),
  journey: (community: string, journey: string) =>
    place(`/c/${community}/plan/journeys/${journey}`),
  journeyTemplate: (community: string, template: string) =>
    place(`/c/${community}/plan/templates/${template}`),
  /** `from` is the id of one to begin with, `begin` a way that comes with the product. */
  newJourneyTemplate: (community: string, asked: { from?: string; begin?: string } = {}) =>
    asking(`/c/${community}/plan/templates/new`, asked),
  /** Whom the viewer is paired with; `show` for past pairs, or what they say of themself. */
  pairing: (community: string, show?: string) => asking(`/c/${community}/pairing`, { show }),
  /** Where rounds of pairing are looked after. */
  pairingBoard: (community: string) => place(`/c/${community}/plan/pairings`),
  /** What is asked of people between sessions; `show` for closed ones, or the viewer's diary. */
  checkIns: (community: string, show?: string) => asking(`/c/${community}/checkins`, { show }),
  checkInBoard: (community: string, checkIn: string) =>
    place(`/c/${community}/checkins/${checkIn}`),
  answerCheckIn: (community: string, checkIn: string) =>
    place(`/c/${community}/checkins/${checkIn}/answer`),
  /** What is asked of people without their names; `show` for closed ones. */
  pulses: (community: string, show?: string) => asking(`/c/${community}/pulses`, { show }),
  /** `session` is the number of one. */
  newPulse: (community: string, asked: { session?: string } = {}) =>
    asking(`/c/${community}/pulses/new`, asked),
  pulse: (community: string, pulse: string) => place(`/c/${community}/pulses/${pulse}`),
  answerPulse: (community: string, pulse: string) =>
    place(`/c/${community}/pulses/${pulse}/answer`),
  editPulse: (community: string, pulse: string) => place(`/c/${community}/pulses/${pulse}/edit`),
  /** For the wall of a room: the way into a form that needs no sign-in. */
  pulseOnWall: (community: string, pulse: string) => place(`/c/${community}/pulses/${pulse}/code`),
  /** Colleagues that the viewer asked here, and what others let them read. */
  consultations: (community: string) => place(`/c/${community}/consultations`),
  /** `session` is the number of one, `objective` an id. */
  newConsultation: (community: string, asked: { session?: string; objective?: string } = {}) =>
    asking(`/c/${community}/consultations/new`, asked),
  /** It has no community in it: whoever is asked may be in none. */
  consultation: (consultation: string) => place(`/consultations/${consultation}`),
  /** Rounds in which people look at what others applied. */
  feedback: (community: string) => place(`/c/${community}/feedback`),
  /** `session` is the number of one. */
  newFeedbackRound: (community: string, asked: { session?: string } = {}) =>
    asking(`/c/${community}/feedback/new`, asked),
  feedbackRound: (community: string, round: string) => place(`/c/${community}/feedback/${round}`),
  editFeedbackRound: (community: string, round: string) =>
    place(`/c/${community}/feedback/${round}/edit`),
  giveFeedback: (community: string, round: string, feedback: string) =>
    place(`/c/${community}/feedback/${round}/${feedback}`),
  jobs: place('/jobs'),
  /** The queue of moderators: a tab of it, in one community or all. */
  moderation: (asked: { tab?: string; in?: string } = {}) =>
    asking('/moderation', { ...asked, tab: asked.tab?.toLowerCase() }),
  moderationItem: (item: string, asked: { tab?: string; in?: string } = {}) =>
    asking(`/moderation/${item}`, { ...asked, tab: asked.tab?.toLowerCase() }),
  /** What the viewer told moderators. */
  reports: place('/reports'),
  /** What moderators did in a community. */
  moderationOf: (community: string) => place(`/c/${community}/moderation`),
  /** What is to be looked at again: does it still hold? */
  reviews: (community: string) => place(`/c/${community}/reviews`),
  resources: (community: string) => place(`/c/${community}/resources`),
  newResource: (community: string) => place(`/c/${community}/resources/new`),
  stories: (community: string) => place(`/c/${community}/stories`),
  newStory: (community: string, asked: { session?: string } = {}) =>
    asking(`/c/${community}/stories/new`, asked),
  sessions: (community: string) => place(`/c/${community}/sessions`),
  newSession: (community: string) => place(`/c/${community}/sessions/new`),
  session: (community: string, session: number) => place(`/c/${community}/sessions/${session}`),
  /** A page of a session for those who plan and hold it. */
  sessionDesk: (
    community: string,
    session: number,
    desk: 'edit' | 'agenda' | 'move' | 'attendance' | 'code',
  ) => place(`/c/${community}/sessions/${session}/${desk}`),
  attendanceOf: (community: string, session: number, part: number) =>
    asking(`/c/${community}/sessions/${session}/attendance`, { part: String(part) }),
  checkIn: (community: string, session: number, code?: string) =>
    asking(`/c/${community}/sessions/${session}/check-in`, { code }),
  /** What a cohort's program wants, against what is done there. */
  coverage: (community: string) => place(`/c/${community}/coverage`),
  programs: place('/programs'),
  newProgram: place('/programs/new'),
  program: (program: string) => place(`/programs/${program}`),
  editProgram: (program: string) => place(`/programs/${program}/edit`),
  /** Wherever the thing with this id is now. */
  go: (id: string) => place(`/go/${id}`),
};

/** `next=` of the sign-in page: only a path of this origin, or nothing. */
export function safeNext(next: string | null, origin: string): Place | undefined {
  if (!next?.startsWith('/') || next.startsWith('//')) return undefined;
  const url = URL.parse(next, origin);
  if (url?.origin !== origin) return undefined;
  return place(url.pathname + url.search + url.hash);
}

/** A pathname as text: where a letter broke a link in two, some of it may be no text at all. */
export function readable(pathname: string): string {
  try {
    // A result that nobody looks at would be left out of the build, and with it what it throws.
    if (decodeURIComponent(pathname)) return pathname;
  } catch {
    // It stands as it was written.
  }
  return pathname.replaceAll('%', '%25');
}
