/** What the API names, in words. */
import type {
  AttendanceFieldsFragment,
  AttendanceState,
  FindingFieldsFragment,
  MaterialShown,
  SegmentKind,
  SessionFormat,
  SessionState,
} from '$lib/api';
import { t } from '$lib/i18n/index.svelte';

export const FORMATS: SessionFormat[] = ['CLASSROOM', 'VIRTUAL', 'WORKSHOP', 'SKILLS_LAB'];
export const SEGMENT_KINDS: SegmentKind[] = [
  'OPENING',
  'INPUT',
  'DEMONSTRATION',
  'DISCUSSION',
  'EXERCISE',
  'ROLE_PLAY',
  'CHECK',
  'BREAK',
  'CLOSING',
];
export const SHOWN: MaterialShown[] = ['ALWAYS', 'FROM_START', 'AFTER_END'];
export const ATTENDANCES: AttendanceState[] = [
  'PRESENT',
  'LATE',
  'LEFT_EARLY',
  'ABSENT',
  'EXCUSED',
];

export const formatInWords = (format: SessionFormat) =>
  ({
    CLASSROOM: t('format-classroom'),
    VIRTUAL: t('format-virtual'),
    WORKSHOP: t('format-workshop'),
    SKILLS_LAB: t('format-skills-lab'),
  })[format];

export const formatHint = (format: SessionFormat) =>
  ({
    CLASSROOM: t('format-classroom-hint'),
    VIRTUAL: t('format-virtual-hint'),
    WORKSHOP: t('format-workshop-hint'),
    SKILLS_LAB: t('format-skills-lab-hint'),
  })[format];

export const stateInWords = (state: SessionState) =>
  ({
    DRAFT: t('session-draft'),
    PUBLISHED: t('session-planned'),
    RUNNING: t('session-running'),
    CLOSED: t('session-closed'),
    CANCELLED: t('session-cancelled'),
  })[state];

export const kindInWords = (kind: SegmentKind) =>
  ({
    OPENING: t('segment-opening'),
    INPUT: t('segment-input'),
    DEMONSTRATION: t('segment-demonstration'),
    DISCUSSION: t('segment-discussion'),
    EXERCISE: t('segment-exercise'),
    ROLE_PLAY: t('segment-role-play'),
    CHECK: t('segment-check'),
    BREAK: t('segment-break'),
    CLOSING: t('segment-closing'),
  })[kind];

export const shownInWords = (shown: MaterialShown) =>
  ({
    ALWAYS: t('material-always'),
    FROM_START: t('material-from-start'),
    AFTER_END: t('material-after-end'),
  })[shown];

export const attendanceInWords = (state: AttendanceState | null | undefined) =>
  state
    ? {
        PRESENT: t('attendance-present'),
        LATE: t('attendance-late'),
        LEFT_EARLY: t('attendance-left-early'),
        ABSENT: t('attendance-absent'),
        EXCUSED: t('attendance-excused'),
      }[state]
    : t('attendance-none');

/** The same, said to the person themself. */
export const ownAttendanceInWords = (state: AttendanceState) =>
  ({
    PRESENT: t('own-present'),
    LATE: t('own-late'),
    LEFT_EARLY: t('own-left-early'),
    ABSENT: t('own-absent'),
    EXCUSED: t('own-excused'),
  })[state];

/** Who says so: "by Amara Okafor" */
export const sourceInWords = (source: AttendanceFieldsFragment['source'], name: string) =>
  ({
    CHECK_IN: t('source-check-in'),
    DEMO: t('source-demo'),
    IMPORT: t('source-import'),
    INSTRUCTOR: t('source-instructor', { name }),
  })[source];

interface Guide {
  partCount: number;
  /** The title of a segment, by its id. */
  titleOf: (segment: string) => string | undefined;
}

/** One sentence for what a check of the guide found. */
export function findingInWords(finding: FindingFieldsFragment, { partCount, titleOf }: Guide) {
  const amount = finding.amount ?? 0;
  const part = partCount > 1 && finding.part ? finding.part : 0;
  switch (finding.kind) {
    case 'MINUTES_LEFT':
      return part
        ? t('finding-minutes-left-part', { amount, part })
        : t('finding-minutes-left', { amount });
    case 'MINUTES_OVER':
      return part
        ? t('finding-minutes-over-part', { amount, part })
        : t('finding-minutes-over', { amount });
    case 'NO_INTERACTION':
      return t('finding-no-interaction', {
        amount,
        title: titleOf(finding.segment ?? '') ?? t('finding-somewhere'),
      });
    case 'NEVER_PRACTISED':
      return t('finding-never-practised', { objective: finding.objective?.statement ?? '' });
    case 'SEATS_MISSING':
      return t('finding-seats-missing', { amount });
  }
}
