# pairing: my pair, the board of who leads

pairing-title = Pairing
pairing-board = Pairing board
nav-pairing = Pairing
key-pairing = Pairing
pairing-views = What to show
pairing-view = { $view ->
    [past] Past pairs
    [you] About you
   *[now] Now
}
pairing-not-yours = Pairing is for those who take part.
pairing-not-yours-detail = You read along here, so nobody is paired with you.
pairing-next = The next round begins on { $day }.
pairing-waiting = We look for someone for you; the facilitators know.
pairing-waiting-detail = You come first in the next round.
pairing-ready = There is no round at the moment.
pairing-ready-detail = You take part. What you say about yourself helps to find the right person.
pairing-say = Say something about yourself
pairing-out = You do not take part in pairing.
pairing-out-detail = Nobody is told why. You can come back whenever you like.
pairing-take-part = Take part
pairing-take-part-now = Take part again
pairing-snoozed = You are not paired before { $day }.
pairing-snoozed-detail = After that you take part again by yourself.
pairing-paused = We have paused pairing for you.
pairing-paused-detail = The last two rounds were quiet, and that is fine. Come back when it suits you.
pairing-back-toast = You take part again

pair-of = You and { $names }
pair-now = { $count ->
    [one] You and { $names }
   *[other] You, { $names }
}
pair-ahead = You are paired with { $names } from { $day }
pair-ahead-detail = Until then, think of one thing you want to try.
pair-until = Until { $day }.
home-pair-theirs = { $name }’s commitment, by { $day }.
home-pair-mine = { $mine ->
    [OPEN] Yours is open.
    [DONE] Yours is done.
    [CHANGED_MIND] You changed your mind about yours.
   *[NONE] You have not committed to anything yet.
}
home-pair-open = Open pairing
pair-you-mentor = You are the mentor.
pair-you-mentee = You are the mentee.
pair-why = Why you were put together
pair-reason = { $kind ->
    [DIFFERENT_TEAM] Different teams
    [DIFFERENT_SITE] Different places
    [DIFFERENT_LEVEL] Different levels of experience
    [NEW] Not paired before
    [BY_HAND] Put together by a facilitator
    [TRIO] Three, because the number is odd
    [REPAIRED] Somebody left, and this was the smallest change
   *[MENTORING] One knows it, one learns it
}
reason-overlap = { $span } of working hours in common
reason-language = A language in common: { $language }
reason-complements = { $who ->
    [you] You are
   *[them] { $name } is
} stronger on objective { $number }: { $statement }
reason-goal = The same goal: { $goal }
reason-met-before = { $count ->
    [one] Paired once before
   *[other] Paired { $count } times before
}
reason-waited = { $count ->
    [one] Somebody was left out of a round before
   *[other] Somebody was left out of { $count } rounds before
}

commitments = Commitments
commitments-mine = What you want to try
commitments-none = { $name } has not committed to anything yet.
commit-words = One thing you will do
commit-hint = Small and concrete: what, with whom, in which conversation.
commit-by = By when
commit-action = Commit to it
commitment-open = Open
commitment-done = Done
commitment-changed = Changed my mind
commitment-changed-theirs = Changed their mind
commitment-by = by { $day }
commitment-mark-done = It is done
commitment-reopen = Open again
commitment-why = Why did you change your mind?
commitment-toast = { $outcome ->
    [DONE] Marked as done
    [CHANGED_MIND] You changed your mind: that is an outcome too
   *[OPEN] Open again
}
key-commit = Commit to one thing
key-commitment-done = Mark the commitment as done
key-nudge = Nudge your pair

met-question = Did you meet?
met-answer = { $answer ->
    [YES] Yes, we met
    [PLANNED] We agreed on a day
   *[NO] Not yet
}
met-together = { $met ->
    [YES] You met
    [NO] Not met yet
    [PLANNED] A day is agreed
    [UNCLEAR] The answers differ
   *[UNKNOWN] Nobody has said yet
}
met-others = Somebody in your pair says that you met.
met-note = One line about it
met-note-hint = Only you and your pair can read it.
met-note-keep = Keep the line
met-kept = Kept.
met-toast = Good that you met
times-title = Times that suit you all
times-calendar = Calendar file for { $when }
times-none = Your working hours have no time in common this week. Agree on one in your conversation.
nudge = Nudge { $names }
nudge-hint = One kind message, at most once in 48 hours.
nudge-later = You can nudge again { $when }.
nudged-toast = { $names } will hear from us
pair-leave = Leave this pair
pair-leave-title = Leave the pair with { $names }?
pair-leave-text = Your conversation closes. Whoever stays is put with somebody else by the smallest change. You cannot take it back.
pair-left-toast = You left the pair
talk-label = Conversation with { $names }
talk-begin = Write to { $names } first
talk-first = Your first words
talk-first-hint = Say hello, and suggest one of the times. Kept in this tab until you send it.
talk-send = Send to { $names }
pair-answers = Answered for each other
pair-answers-hint = What you answered in check-ins for your pair alone. Nobody else reads it.
talk-private = Only you and { $names } can read this. Facilitators and administrators cannot.

past-empty = You have no past pairs yet.
past-empty-detail = When a round ends, it stands here, with what you tried.
past-span = Round { $number }, { $from } to { $to }
past-commitments = { $count ->
    [one] One commitment
   *[other] { $count } commitments
}

part-title = Taking part
part-take = I take part in pairing
part-take-hint = Without it you are left alone, and nobody is told why.
part-out-toast = You do not take part any more
part-snooze = Not before
part-snooze-hint = Holidays, a busy time: you come back by yourself.
part-snooze-action = Pause until then
part-snoozed-toast = You are not paired before { $day }
about-title = About your work
about-lead = It is used to put people together. Nobody else reads it.
about-from = You work from
about-to = to
about-zone = By the clock in { $city }.
about-languages = Languages you work in
about-language-add = Add a language
about-language-remove = Remove { $language }
about-team = Your team
about-site = Where you work
about-level = Your level
about-level-hint = For example “first year as a lead”.
about-goal = What you want to change
about-goal-hint = People with the same goal are put together more often.
about-manager = Your manager
about-manager-find = Find your manager
about-manager-hint = Only if they are here: you are not put together.
about-manager-none = My manager is not here
about-role = You would like to be
about-role-is = { $role ->
    [MENTOR] a mentor
    [MENTEE] a mentee
   *[PEER] a peer
}
about-capacity = How many mentees you take
about-save = Save what you said
about-saved = Saved
picker-nobody = Nobody here has that name.
ratings-title = How sure you are
ratings-lead = Somebody strong where you are not is put with you, and the other way round. Nobody else reads it.
rating-none = Say nothing
rating = { $rating ->
    [1] I am new to this
    [2] I have tried it
    [3] I do it with some help
    [4] I do it well
   *[5] I could show others
}
rating-of = { $number }. { $statement }
apart-title = Please not with
apart-secret = Only you read this, for ever. Nobody is told, and no explanation ever shows it.
apart-find = Add somebody
apart-remove = Remove
apart-toast = You are not put together with { $name }
apart-no-more-toast = You may be put together with { $name } again

board-counts = { $count ->
    [one] One person takes part
   *[other] { $count } people take part
}, { $others } { $others ->
    [one] does
   *[other] do
} not
board-paused = { $count ->
    [one] { $names } was paused after two quiet rounds. A kind word helps.
   *[other] { $names } were paused after two quiet rounds. A kind word helps.
}
board-empty = No round is running.
board-empty-detail = Begin one: you see every pair and why, and change what you like, before anybody hears of it.
round-begin = Begin a round
key-round = Begin a round
plan-pairing = Repeat by itself
plan-pairing-over = The last planned round has begun.
plan-pairing-is = { $count ->
    [0] They begin by themselves, next on { $day }.
    [one] Every week, next on { $day }.
   *[other] Every { $count } weeks, next on { $day }.
}
plan-pairing-publishes = Published without a look.
plan-pairing-proposes = You look at each proposal first.
plan-pairing-stop = Stop repeating
plan-pairing-toast = Rounds begin by themselves now
plan-pairing-stopped = No more rounds begin by themselves
round-task = { $task ->
    [propose] Begin a round
    [again] Other rules
   *[plan] Rounds that begin by themselves
}
round-task-lead = { $task ->
    [propose] A proposal is reckoned in the background. Nobody is told before you publish it.
    [again] What you locked stays. The rest is reckoned again.
   *[plan] Each round begins by these rules.
}
round-task-action = { $task ->
    [propose] Propose pairs
    [again] Reckon it again
   *[plan] Repeat it
}
round-weeks = How many weeks it lasts
round-every = Every how many weeks
round-starts = Starts on
round-starts-hint = Empty: as soon as it is published.
round-publishes = Publish each round without a look
round-publishes-hint = Otherwise you find a proposal here and are told.
rules-format = What for
rules-format-is = { $format ->
    [PAIRS] Pairs
    [GROUPS] Groups
   *[MENTORING] Mentoring
}
rules-format-hint = { $format ->
    [PAIRS] Two each, three where the number is odd
    [GROUPS] Small groups of up to five
   *[MENTORING] One who knows, with those who learn
}
rules-size = People in a group
rules-overlap = Working hours in common, at least
rules-overlap-none = None needed
rules-cooldown = Not again for so many rounds
rules-cooldown-hint = As long as there is another way.
rules-must = What must hold
rules-language = They share a language
rules-manager = Nobody is put with their manager
rules-team = They are of different teams
rules-trio = Three where the number is odd
rules-weights = What counts how much
rules-weights-hint = From 0 (not at all) to 10. New pairs and those left out come before the rest, unless they are at 0.
rules-weight = { $weight ->
    [complement] They complement each other on objectives
    [goal] They have the same goal
    [site] They work in different places
    [level] They have different experience
    [novelty] They have not been paired before
   *[fairness] Whoever was left out comes first
}
solving-title = Round { $number } is being reckoned
solving-failed = No proposal came out of it
solving-stage = { $stage ->
    [WAITING] Waits for its turn.
    [WEIGHING] Weighs who fits whom.
    [MATCHING] Looks for the best pairs.
    [IMPROVING] Improves the groups.
   *[EXPLAINING] Writes down why.
}
solving-cancel = Take it back
round-number = Round { $number }
round-span = { $from } to { $to }
round-fit = { $percent ->
    [100] no other way would fit better
   *[other] fits at least { $percent } % as well as the best there could be
}
round-repeats = { $count ->
    [0] nobody meets again
    [one] one of { $of } meets again
   *[other] { $count } of { $of } meet again
}
round-proposed = Proposed, nobody knows yet
round-runs = Running
round-state = { $state ->
    [SOLVING] being reckoned
    [PROPOSED] proposed
    [PUBLISHED] running
    [ENDED] over
    [CANCELLED] taken back
   *[FAILED] without a proposal
}
round-groups = Pairs and groups
round-publishes-at = Everybody hears of it by itself on { $day } at { $time }, unless you publish it before or take it back.
round-hint = Drag a person to somebody else, or choose them and type a name (m). Lock what should stay (l).
round-solve-again = Reckon the rest again
round-other-rules = Other rules
round-cancel = Take it back
round-cancelled = The proposal is taken back. Nobody heard of it.
round-publish = Publish
round-end = End it now
round-end-title = End round { $number } now?
round-end-text = The pairs are over from now on. Their conversations stay readable for them. You cannot take it back.
round-ended = The round is over
key-move-person = Move the person
key-lock = Lock or unlock the pair
person-move = Move
pair-lock = Lock { $names }
pair-locked = Locked
pair-silent = Quiet so far
role-mentor = mentor
role-mentee = mentee
rule-broken = { $rule ->
    [OVERLAP] Too few hours in common
    [TEAM] The same team
    [MANAGER] Manager and report
    [LANGUAGE] No language in common
    [COOLDOWN] Paired not long ago
    [SIZE] Not the size you asked for
   *[CAPACITY] More mentees than they take
}
unpaired-title = { $count ->
    [0] Nobody is left out
    [one] One person without a pair
   *[other] { $count } people without a pair
}
unpaired-none = Drop somebody here to take them out.
unpaired-reason = { $reason ->
    [NOBODY_FITS] Nobody fits under the rules.
    [NOBODY_LEFT] Everybody who fits is with somebody else.
   *[BY_HAND] You took them out.
}
relax-overlap = With { $span } in common: { $names }
relax-cooldown = { $count ->
    [0] If people may meet again at once: { $names }
    [one] If people may meet again after one round: { $names }
   *[other] If people may meet again after { $count } rounds: { $names }
}
relax = { $rule ->
    [TEAM] If they may be of one team: { $names }
    [MANAGER] If managers may be with reports: { $names }
    [LANGUAGE] Without a language in common: { $names }
    [SIZE] In a group of another size: { $names }
   *[CAPACITY] If a mentor takes one more: { $names }
}
person-moved-toast = { $name } moved
move-person = Move { $name }
move-find = Where to
move-find-hint = Type a name and press Enter.
move-with = A new pair with { $name }
move-out = Take them out of this round
move-nowhere = No pair has a person of that name.
publish-title = Publish round { $number }
publish-lead = { $count ->
    [one] One pair gets one message.
   *[other] { $count } pairs get one message each.
}
publish-message = Your words to all of them
publish-message-hint = Left empty, a kind message is written: who they are, until when, and why.
publish-read = What each of them will read
publish-until = Until { $day }.
publish-unpaired = { $count ->
    [one] { $names } has no pair, and reads that you know.
   *[other] { $names } have no pair, and read that you know.
}
publish-action = { $count ->
    [one] Publish one pair
   *[other] Publish { $count } pairs
}
published-toast = { $count ->
    [one] One pair knows now
   *[other] { $count } pairs know now
}
health-title = How it goes
health-part = { $part ->
    [met] Met: { $count }
    [planned] A day agreed: { $count }
    [notMet] Not met: { $count }
    [unclear] Answers differ: { $count }
   *[unknown] Not said: { $count }
}
health-silent = { $count ->
    [0] No pair is quiet
    [one] One pair is quiet
   *[other] { $count } pairs are quiet
}
health-commitments = { $count ->
    [one] One commitment
   *[other] { $count } commitments
}: { $done } done, { $changed } changed
health-private = Numbers alone: what they say to each other is theirs.
rounds-running = Goes on meanwhile
rounds-title = Rounds before
rounds-health = { $count ->
    [one] one pair
   *[other] { $count } pairs
}, { $met } met, { $silent } quiet
