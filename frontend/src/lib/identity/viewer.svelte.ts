import {
  ApiError,
  SignOutDoc,
  UpdatePreferencesDoc,
  ViewerDoc,
  mutate,
  refetch,
  type UpdatePreferencesInput,
  type ViewerQuery,
} from '$lib/api';
import { client } from '$lib/api/client';
import { attempt } from '$lib/ui/attempt';

/** Who looks at the app, and what the server says about itself. Follows the cache. */
class Viewer {
  #data = $state.raw<ViewerQuery>();
  #loading: Promise<void> | undefined;

  /** Asks the server once; afterwards answers at once. Throws ApiError when it cannot be reached. */
  load(): Promise<void> {
    this.#loading ??= new Promise<void>((resolve, reject) => {
      client.query(ViewerDoc, {}).subscribe(({ data, error }) => {
        if (data) this.#data = data;
        if (data) resolve();
        else if (error) reject(ApiError.from(error));
      });
    }).catch((failure) => {
      this.#loading = undefined;
      throw failure;
    });
    return this.#loading;
  }

  /** For counts that changed elsewhere. Throws ApiError. */
  async refresh() {
    await refetch(ViewerDoc, {});
  }

  get isSignedIn() {
    return Boolean(this.#data?.viewer);
  }

  /** Undefined when nobody is signed in; inside (app) pages somebody always is. */
  get current() {
    return this.#data?.viewer ?? undefined;
  }

  /** Whether they have to set up a second factor before anything else. */
  get lacksFactor() {
    const due = this.current?.secondFactorDueAt;
    return Boolean(due && Date.parse(due) <= Date.now());
  }

  get person() {
    return this.current?.person;
  }

  get preferences() {
    return this.current?.preferences;
  }

  /** How much waits in the inbox: conversations, and what they are told besides. */
  get waitingCount() {
    return (this.current?.inboxUnreadCount ?? 0) + (this.current?.noticeCount ?? 0);
  }

  get memberships() {
    return this.current?.memberships.edges.map(({ node }) => node) ?? [];
  }

  get communities() {
    return this.memberships.map(({ community }) => community);
  }

  /** What the person is in a community; nothing where they are no member. */
  roleIn(community: string) {
    return this.memberships.find((each) => each.community.id === community)?.role;
  }

  /** Programs, and what failed, concern who looks after the platform, and who leads. */
  get looksAfterSome() {
    return (
      (this.current?.isAdministrator ?? false) ||
      this.memberships.some(({ role }) => role === 'FACILITATOR')
    );
  }

  get server() {
    return this.#data!.server;
  }

  async prefer(input: UpdatePreferencesInput) {
    await attempt(() => mutate(UpdatePreferencesDoc, { input }));
  }

  /** Here, or on every device. Leaves nothing of this person in memory: the page starts anew. */
  async signOut(from: 'here' | 'everywhere' = 'here') {
    const input = { everywhere: from === 'everywhere' };
    const done = await attempt(() => mutate(SignOutDoc, { input }));
    if (!done) return;
    sessionStorage.clear(); // what was begun here is for nobody who comes after
    const { continueAt } = done.signOut;
    // Who came in by an account elsewhere is asked there whether that ends, too.
    if (continueAt) (await import('$lib/sso/away')).away.to(continueAt);
    else location.assign('/signin');
  }
}

export const viewer = new Viewer();
