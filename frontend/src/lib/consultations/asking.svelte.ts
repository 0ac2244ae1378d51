import type {
  ConsultColleagueInput,
  ConsultationPlaceFieldsFragment,
  ConsultationVisibility,
  ConsultedColleagueInput,
  FaceFragment,
} from '$lib/api';

type Place = ConsultationPlaceFieldsFragment;

/** How a colleague is reached: picked among the people here, or written to. */
export type Reach = 'person' | 'email';

/** Who is asked, and what, while it is written. */
export class Asking {
  reach = $state<Reach>('person');
  person = $state.raw<FaceFragment>();
  name = $state('');
  email = $state('');
  objective = $state('');
  question = $state('');
  visibility = $state<ConsultationVisibility>('ASKER');
  readonly nonce = crypto.randomUUID();

  /** All of it as one text, to be kept on this device; who was picked among the people here is picked again. */
  get words(): string {
    const { reach, name, email, objective, question, visibility } = this;
    return JSON.stringify({ reach, name, email, objective, question, visibility });
  }

  /** Goes on with what was kept. */
  take(words: string) {
    Object.assign(this, JSON.parse(words));
  }

  /** Nothing while nobody was picked. */
  get colleague(): ConsultedColleagueInput | undefined {
    if (this.reach === 'person') return this.person && { person: this.person.id };
    return { email: this.email.trim(), name: this.name.trim() };
  }

  /** "Kofi Mensah"; empty while it is not known. */
  get colleagueName() {
    return this.reach === 'person' ? (this.person?.name ?? '') : this.name.trim();
  }

  inputFor(
    community: string,
    { session, consultation }: { session?: string; consultation?: string },
  ): ConsultColleagueInput | undefined {
    const { colleague, nonce, visibility } = this;
    if (!colleague) return undefined;
    return {
      community,
      session: session ?? null,
      consultation: consultation ?? null,
      objective: this.objective || null,
      colleague,
      question: this.question.trim(),
      visibility,
      nonce,
    };
  }
}

/** What can be asked about: what the session served first, then what else the program wants. */
export function objectivesOf({ delivery, sessions }: Place, session: string | undefined) {
  const all = delivery?.version.objectives ?? [];
  const served =
    sessions.edges.find(({ node }) => node.id === session)?.node.objectives.map(({ id }) => id) ??
    [];
  const isServed = ({ id }: { id: string }) => served.includes(id);
  return [...all.filter(isServed), ...all.filter((each) => !isServed(each))];
}
