# the board of who leads: rounds of pairing

board-counts = { $count ->
    [one] One person takes part
   *[other] { $count } people take part
}{ $others ->
    [0] {""}
    [one] , one does not
   *[other] , { $others } do not
}
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
plan-pairing-change = Change
plan-pairing-stop = Stop repeating
plan-pairing-toast = Rounds begin by themselves now
plan-pairing-stopped = No more rounds begin by themselves
round-task = { $task ->
    [propose] Begin a round
    [again] Other rules
   *[plan] Rounds that begin by themselves
}
round-task-lead = { $task ->
    [propose] A proposal is worked out in the background. Nobody is told before you publish it.
    [again] What you locked stays. The rest is worked out again.
   *[plan] Each round begins by these rules.
}
round-task-action = { $task ->
    [propose] Propose pairs
    [again] Work it out again
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
rules-cooldown-hint = Sooner only where somebody would be left out otherwise.
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
solving-title = Round { $number } is being worked out
solving-failed = No proposal came out of round { $number }
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
round-fit = { $rest ->
    [0] no other way would fit better
   *[other] within { $rest } % of the best there could be
}
round-repeats = { $count ->
    [0] all new pairs
    [one] one of { $of } meets again
   *[other] { $count } of { $of } meet again
}
round-proposed = Proposed, nobody knows yet
round-runs = Running
round-ahead = Begins on { $day }
round-state = { $state ->
    [SOLVING] being worked out
    [PROPOSED] proposed
    [AHEAD] published, yet to begin
    [PUBLISHED] running
    [ENDED] over
    [CANCELLED] taken back
   *[FAILED] without a proposal
}
round-stands = No other proposal came out. This one stands, with what you locked.
round-groups = Pairs and groups
round-publishes-at = Everybody hears of it by itself on { $day } at { $time }, unless you publish it before or take it back.
round-publishes-solved = Everybody hears of it by itself as soon as it is worked out.
round-goes-on = Publish it by itself as planned
round-hint = Drag a person to somebody else, or choose them and type a name (m). Lock what should stay (l).
round-solve-again = Work out the rest again
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
    [LEFT_OVER] Left over by hand. Somebody else who has nobody fits: put them together, or work out the rest again.
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
move-in = Count them in again
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
publish-ends = { $when ->
    [now] Round { $number } ends with it: its pairs and their talks close now.
   *[then] Round { $number } goes on until this one begins: its pairs and their talks close on { $day }.
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
rounds-running = Goes on until then
rounds-title = Rounds before
rounds-health = { $count ->
    [one] one pair
   *[other] { $count } pairs
}, { $met } met, { $silent } quiet
