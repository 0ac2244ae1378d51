# pairing: my pair

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
pairing-left = You left your pair. The next round counts with you.
pairing-ready = The next round counts with you.
pairing-ready-detail = You take part. What you say about yourself helps to find the right person.
pairing-say = Say something about yourself
pairing-not-asked = Rounds ask the learners here.
pairing-not-asked-detail = You are not among them. Take part if you like, and you are put together with somebody, too.
pairing-in-toast = You take part now
pairing-out = You do not take part in pairing.
pairing-out-detail = Nobody is told why. You can come back whenever you like.
pairing-take-part = Take part
pairing-take-part-now = Take part again
pairing-snoozed = You are not paired before { $day }.
pairing-snoozed-detail = After that you take part again by yourself.
pairing-paused = We have paused pairing for you.
pairing-paused-detail = The last two rounds were quiet, and that is fine. Come back when it suits you.
pairing-back-toast = You take part again

pairs-of-session = { $state ->
    [SOLVING] Pairs are being worked out
    [PROPOSED] A proposal of pairs waits for you
    [PUBLISHED] Pairs are together
    [ENDED] Pairs were together
    [CANCELLED] The pairs were taken back
   *[FAILED] No proposal of pairs came out
}
pair-now = { $count ->
    [one] You and { $names }
   *[other] You, { $names }
}
pair-ahead = You are paired with { $names } from { $day }
pair-left-on = { $name } left on { $day }
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
    [AGAIN] Paired again, so that nobody is left out
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
commitments-left = { $name }, no longer in your pair
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
nudge-later = You can nudge from { $when }.
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
past-commitments = Commitments: { $mine } of yours, { $theirs } of theirs
past-open = { $count ->
    [one] One of yours is still open. What came of it?
   *[other] { $count } of yours are still open. What came of them?
}
past-talk = Read your conversation

part-title = Taking part
part-take = I take part in pairing
part-take-hint = Without it you are left alone, and nobody is told why.
part-not-asked = Rounds ask the learners here. With this, or once you say something of yourself below, they ask you, too.
part-out-toast = You do not take part any more
part-snooze = Not before
part-snooze-hint = Holidays, a busy time: you come back by yourself.
part-snooze-action = Pause until then
part-snoozed-toast = You are not paired before { $day }
about-title = About your work
about-lead = It is used to put people together. Why you are together is read by your pair and the facilitators, such as a goal that you share; the rest by nobody else.
about-from = You work from
about-to = to
about-next-day = On the next day.
about-zone = By the clock in { $zone }.
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
ratings-lead = Somebody strong where you are not is put with you, and the other way round. Your pair and the facilitators read who is stronger on which objective; what you say here nobody else reads.
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
