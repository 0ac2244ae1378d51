import { cacheExchange, type Cache, type UpdateResolver } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { keyless } from './generated/keyless';

const pages = relayPagination();

const VIEWER = { __typename: 'Viewer', id: 'viewer' };

type Entity = Parameters<Cache['inspectFields']>[0];

/** Signing in changes who looks: everything fetched before belongs to nobody. */
const becomeViewer: UpdateResolver = (result, _variables, cache, info) => {
  forgetQueries(cache);
  cache.link('Query', 'viewer', result[info.fieldName] as never);
};

/** Lists that a mutation may have changed are asked for again the next time they are looked at. */
const forgetLists =
  (...fields: string[]): UpdateResolver =>
  (_result, _variables, cache) => {
    for (const field of fields) forgetField(cache, field);
  };

/** As `forgetLists`, for lists that hang on the thing that the mutation returned. */
const forgetListsOf =
  (...fields: string[]): UpdateResolver =>
  (result, _variables, cache, info) => {
    for (const field of fields) forgetField(cache, field, result[info.fieldName] as Entity);
  };

/** As `forgetLists`, for lists that are the viewer's own. */
const forgetListsOfViewer =
  (...fields: string[]): UpdateResolver =>
  (_result, _variables, cache) => {
    for (const field of fields) forgetField(cache, field, VIEWER);
  };

/** As `forgetLists`, for lists of the community that the thing returned belongs to. */
const forgetOfCommunity =
  (...fields: string[]): UpdateResolver =>
  (result, _variables, cache, info) => {
    const made = result[info.fieldName] as { community?: Entity } | null;
    if (!made?.community) return;
    for (const field of fields) forgetField(cache, field, made.community);
  };

/** Lists of things that wait on Today under a name of their own, there and in their community. */
const forgetWaiting =
  (due: string, ...fields: string[]): UpdateResolver =>
  (...change) => {
    forgetLists(due)(...change);
    forgetOfCommunity(...fields)(...change);
  };

/** What is asked without names, here and on Today. */
const forgetPulses = forgetWaiting('pulsesDue', 'pulses');

/** Whom the viewer asked, here and on Today. */
const forgetConsultations = forgetWaiting(
  'consultationsDue',
  'consultations',
  'consultationCounts',
);

/** Lists of what is corrected and what is worked on hang on its community. */
const forgetMisconceptions = forgetOfCommunity('corrections', 'misconceptions');

/** The viewer's own tokens, and those of all. */
const forgetTokens: UpdateResolver = (_result, _variables, cache) => {
  forgetField(cache, 'apiTokens', VIEWER);
  forgetField(cache, 'apiTokens');
};

/** Accounts, in the list of all and by themselves. */
const forgetAccounts = forgetLists('accounts', 'account');

/** What is asked of the viewer, wherever it was dealt with. */
const forgetDue = forgetListsOfViewer('due');

export function forgetQueries(cache: Cache) {
  for (const { fieldName, arguments: variables } of cache.inspectFields('Query')) {
    if (fieldName !== 'server') cache.invalidate('Query', fieldName, variables);
  }
}

/** A list is remembered once for each set of its arguments: all of them go. */
function forgetField(cache: Cache, field: string, of: Entity = 'Query') {
  for (const { fieldName, arguments: variables } of cache.inspectFields(of)) {
    if (fieldName === field) cache.invalidate(of, field, variables);
  }
}

export const normalisedCache = () =>
  cacheExchange({
    keys: {
      ...Object.fromEntries(keyless.map((type) => [type, () => null])),
      Viewer: () => 'viewer',
      Draft: (draft) => draft.key as string,
      NotificationSettings: () => 'own',
    },
    resolvers: {
      Query: {
        correctionsToAnswer: pages,
        inbox: pages,
        drafts: pages,
        outbox: pages,
        programs: pages,
        jobs: pages,
        checkInDiary: pages,
        moderationQueue: pages,
        suspensions: pages,
        apiTokens: pages,
        accounts: pages,
        openInvitations: pages,
        auditLog: pages,
        audit: pages,
        auditedCorrections: pages,
        myFlags: pages,
      },
      Viewer: { memberships: pages, notices: pages },
      Community: {
        members: pages,
        threads: pages,
        prompts: pages,
        sessions: pages,
        resources: pages,
        stories: pages,
        reviewsDue: pages,
        moderationLog: pages,
        questions: pages,
        pulses: pages,
        checkIns: pages,
        consultations: pages,
        corrections: pages,
        misconceptions: pages,
        claimMatches: pages,
      },
      InviteList: { lines: pages },
      Program: { corrections: pages },
      Channel: { threads: pages },
      Journey: { items: pages },
      Pairing: { pastPairs: pages },
      Thread: { posts: pages },
      Post: { revisions: pages },
    },
    updates: {
      Mutation: {
        signIn: becomeViewer,
        demoSignIn: becomeViewer,
        acceptInvitation: becomeViewer,
        resetPassword: becomeViewer,
        signInByLink: becomeViewer,
        signInByPasskey: becomeViewer,
        createThread: forgetThreadLists,
        askQuestion: forgetQuestions,
        acknowledgeCorrection: forgetLists('correctionsToAnswer'),
        suspectMisconception: forgetMisconceptions,
        publishCorrection: forgetMisconceptions,
        undoCorrection: forgetMisconceptions,
        rejectMisconception: forgetMisconceptions,
        reopenMisconception: forgetMisconceptions,
        createPost: forgetPosts,
        answerPrompt: forgetAnswered,
        applyJourney: forgetOfCommunity('journeys'),
        rescheduleSession: forgetTimed,
        createJourneyTemplate: forgetOfCommunity('journeyTemplates'),
        postPrompt: forgetPrompts,
        openPreWork: forgetPreWork,
        markPreWorkDone: forgetDue,
        withdrawPreWork: forgetPreWork,
        withdrawPrompt: forgetPrompts,
        saveDraft: forgetLists('drafts', 'today'),
        discardDraft: forgetDraft,
        // The inbox itself shows what is done as done, so that it can be undone where it stood.
        markInboxDone: forgetLists('today'),
        acknowledgeNorms: forgetLists('today'),
        sendLetterAgain: forgetLists('outbox'),
        createCalendarFeed: forgetListsOfViewer('calendarFeeds'),
        revokeCalendarFeed: forgetListsOfViewer('calendarFeeds'),
        createApiToken: forgetTokens,
        createServiceToken: forgetTokens,
        revokeApiToken: forgetTokens,
        suspendPerson: forgetAccounts,
        restorePerson: forgetAccounts,
        invitePlaceholder: forgetAccounts,
        sendInvites: forgetLists('openInvitations', 'accounts'),
        sendInvitationAgain: forgetLists('openInvitations', 'account'),
        withdrawInvitation: forgetLists('openInvitations', 'accounts', 'account'),
        appointAdministrator: forgetAccounts,
        dismissAdministrator: forgetAccounts,
        removeMember: forgetListsOf('members'),
        addMember: forgetMembers,
        previewRoster: forgetRosters,
        applyRoster: forgetRosters,
        undoRoster: forgetRosters,
        createCommunity: forgetListsOfViewer('memberships'),
        createProgram: forgetLists('programs'),
        // What may be done in every channel and conversation of it is another now.
        flagPost: forgetLists('myFlags'),
        decideModerationItem: forgetModeration,
        undoModerationDecision: forgetModeration,
        answerAppeal: forgetLists('moderationQueue', 'moderationCounts'),
        answerCheckIn: forgetLists('checkInDiary', 'today'),
        skipCheckIn: forgetLists('checkInDiary', 'today'),
        defineCheckIn: forgetOfCommunity('checkIns'),
        updateCheckIn: forgetOfCommunity('checkIns'),
        closeCheckIn: forgetOfCommunity('checkIns'),
        cancelCheckIn: forgetOfCommunity('checkIns'),
        answerPulse: forgetPulses,
        skipPulse: forgetPulses,
        definePulse: forgetPulses,
        updatePulse: forgetPulses,
        closePulse: forgetPulses,
        cancelPulse: forgetPulses,
        consultColleague: forgetConsultations,
        changeConsultedColleague: forgetConsultations,
        withdrawConsultation: forgetConsultations,
        concludeConsultation: forgetConsultations,
        confirmConsultation: forgetConsultations,
        declineConsultation: forgetLists('consultationsDue', 'consultation'),
        setAway: forgetLists('awayUntil', 'checkInsDue'),
        shareResource: forgetOfCommunity('resources', 'threads'),
        tellStory: forgetOfCommunity('stories', 'threads'),
        convertThread: forgetMoved,
        splitThread: forgetMoved,
        mergeThreads: forgetMoved,
        moveThread: forgetMoved,
        archiveCommunity: forgetListsOf('channels', 'channel', 'threads'),
        restoreCommunity: forgetListsOf('channels', 'channel', 'threads'),
      },
    },
  });

function forgetThreadLists(...[result, variables, cache]: Parameters<UpdateResolver>) {
  const { channel } = variables.input as { channel: string };
  forgetField(cache, 'threads', { __typename: 'Channel', id: channel });
  const made = result.createThread as { community?: Entity } | null;
  if (made?.community) forgetField(cache, 'threads', made.community);
  forgetField(cache, 'drafts');
}

/** A question more: every list of them in its community, and every list of its channel. */
function forgetQuestions(...[result, variables, cache]: Parameters<UpdateResolver>) {
  const { channel } = variables.input as { channel: string };
  forgetField(cache, 'threads', { __typename: 'Channel', id: channel });
  const { community } = result.askQuestion as { community: Entity };
  for (const field of ['questions', 'threads']) forgetField(cache, field, community);
  forgetField(cache, 'drafts');
}

/** What waits for moderators, and what they did. */
function forgetModeration(...[result, , cache, info]: Parameters<UpdateResolver>) {
  for (const field of ['moderationQueue', 'moderationCounts']) forgetField(cache, field);
  const item = result[info.fieldName] as { community?: Entity } | null;
  if (item?.community) forgetField(cache, 'moderationLog', item.community);
}

/** Posts stand in another conversation, or conversations in another channel: every list may be another. */
function forgetMoved(...[result, , cache, info]: Parameters<UpdateResolver>) {
  const thread = result[info.fieldName] as { community?: Entity; channel?: Entity } | null;
  for (const { fieldName, arguments: variables } of cache.inspectFields('Query')) {
    if (fieldName === 'thread') cache.invalidate('Query', fieldName, variables);
  }
  for (const of of [thread?.community, thread?.channel, thread as Entity]) {
    for (const field of ['threads', 'posts']) if (of) forgetField(cache, field, of);
  }
}

/** Lists of what is asked hang on communities and sessions: all of them may have changed. */
function forgetPrompts(...[result, variables, cache, info]: Parameters<UpdateResolver>) {
  const prompt = result[info.fieldName] as { community?: Entity; session?: Entity } | null;
  for (const of of [prompt?.community, prompt?.session]) if (of) forgetField(cache, 'prompts', of);
  forgetDue(result, variables, cache, info);
}

function forgetPreWork(...[result, variables, cache, info]: Parameters<UpdateResolver>) {
  const preWork = result[info.fieldName] as { session?: Entity } | null;
  if (preWork?.session) forgetField(cache, 'preWork', preWork.session);
  forgetDue(result, variables, cache, info);
}

/** What counts from a session is due at another time when it moves; a dry run moves nothing. */
function forgetTimed(...args: Parameters<UpdateResolver>) {
  const [result, variables, cache] = args;
  if ((variables.input as { dryRun?: boolean | null }).dryRun) return;
  const { session } = result.rescheduleSession as { session: Entity };
  for (const field of ['prompts', 'preWork']) forgetField(cache, field, session);
  forgetField(cache, 'today');
  forgetDue(...args);
}

function forgetAnswered(...[result, variables, cache, info]: Parameters<UpdateResolver>) {
  const post = result.answerPrompt as { threadId?: string } | null;
  if (post?.threadId) forgetField(cache, 'posts', { __typename: 'Thread', id: post.threadId });
  forgetField(cache, 'drafts');
  forgetDue(result, variables, cache, info);
}

function forgetPosts(...[, variables, cache]: Parameters<UpdateResolver>) {
  const { thread } = variables.input as { thread: string };
  forgetField(cache, 'posts', { __typename: 'Thread', id: thread });
  forgetField(cache, 'drafts');
  forgetField(cache, 'due', VIEWER);
}

function forgetDraft(...[, variables, cache]: Parameters<UpdateResolver>) {
  const { key } = variables.input as { key: string };
  cache.invalidate({ __typename: 'Draft', key });
  for (const field of ['draft', 'drafts', 'today']) forgetField(cache, field);
}

function forgetMembers(...[, variables, cache]: Parameters<UpdateResolver>) {
  const { community } = variables.input as { community: string };
  forgetField(cache, 'members', { __typename: 'Community', id: community });
}

/** What becomes of each line is another afterwards, and so are the members of its community. */
function forgetRosters(...[result, , cache, info]: Parameters<UpdateResolver>) {
  const roster = result[info.fieldName] as { community?: Entity };
  forgetField(cache, 'lines', roster as Entity);
  for (const field of ['rosters', 'members']) forgetField(cache, field, roster.community);
}
