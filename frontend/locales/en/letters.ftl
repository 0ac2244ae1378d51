settings-notifications = Notifications
settings-notifications-lead = Everything waits for you in Interlude. Here you choose what also comes to { $email }, and when.
letters-presets = How much comes by letter
letters-preset = { $preset ->
    [CALM] Calm
    [CLOSE] Close
   *[ONLY_DUE] Only what is due
}
letters-preset-hint = { $preset ->
    [CALM] At once: sessions, and what is asked of you. Mentions and answers once a day, what you follow on Sunday.
    [CLOSE] At once: also mentions, answers and what you follow. Open questions once a day, the rest on Sunday.
   *[ONLY_DUE] At once: sessions, and what is asked of you. Nothing else by letter.
}
letters-preset-own = You have chosen a mix of your own, below.
letters-held = { $count ->
    [0] Nothing waits for the next letter.
    [one] One thing waits for the next letter.
   *[other] { $count } things wait for the next letter.
}
letters-saved = Saved. Letters come like this from now on.
letters-what = What comes when
letters-what-lead = Single kinds, where the choice above does not fit.
letters-in-app = Shown in
letters-kind = { $kind ->
    [SESSION] Sessions
    [ASKED] What is asked of you
    [MENTION] Mentions
    [REPLY] Answers to you
    [FOLLOWED] What you follow
    [QUESTION] Open questions
    [MODERATION] What waits for moderators
   *[SUMMARY] What else is new
}
letters-kind-hint = { $kind ->
    [SESSION] Announced, moved or cancelled
    [ASKED] Prompts, pre-work, reminders
    [MENTION] Somebody speaks to you by name
    [REPLY] In conversations where you wrote
    [FOLLOWED] Something new in a conversation
    [QUESTION] They wait for somebody like you
    [MODERATION] What is to be checked, and what was reported
   *[SUMMARY] A summary of your communities
}
when-at-once = At once
when-daily = Once a day
when-sunday = On Sunday
when-not = No letter
letters-hours = When letters may come
quiet-hours = Quiet hours
quiet-hours-hint = Nothing is sent then. It comes when they end.
quiet-from = From
quiet-until = Until
digest-at = Mail of the day
digest-at-hint = On Sundays also the mail of the week. In quiet hours it waits for their end.
letters-a-day = Letters a day at the most
letters-a-day-hint = Sessions always come. The rest is in the next mail of the day.
hours-zone = By the clock in { $zone }.
hours-zone-change = Change the time zone
pause-title = A pause
pause-lead = For holidays, or for quiet. Nothing is lost: it waits in your inbox.
pause-until = No letters until
pause-begin = Pause letters
paused-until = No letters until { $date }
pause-end = Go on now
letters-conversations = Single conversations
letters-conversations-lead = Every conversation has a button with what you hear of it: follow it, hear only what is said to you, or mute it. These you follow.
followed-leave = Stop following “{ $title }”
followed-no-more = “{ $title }” is followed no more. You still hear what is said to you.

settings-calendar = Calendar
settings-calendar-lead = Your calendar program can show your sessions, and follow when one is moved. It needs an address of its own.
feed-of = Sessions of
feed-all = All my communities
feed-make = Make an address
feed-once = The address is shown only now. Who knows it can read your sessions: keep it to yourself.
feed-address = Address for your calendar program
feed-not-copied = This browser does not let us copy. The address is selected: copy it from the field.
feed-how = How to subscribe
feed-how-google = Google Calendar: Other calendars, From URL.
feed-how-outlook = Outlook: Add calendar, Subscribe from web.
feed-how-apple = Calendar on a Mac: File, New Calendar Subscription.
feed-open = Open it in the calendar of this device
feeds-title = Addresses that you made
feeds-none = You have made no address yet.
feed-read = Last read
feed-made = Made
feed-made-on = Made on { $date }
feed-never-read = not read yet
feed-revoke = Revoke
feed-revoke-title = Revoke the address for “{ $name }”?
feed-revoke-text = It leads nowhere from now on. Calendar programs that read it show no changes any more. You can make another one.
feed-revoke-action = Revoke the address
feed-revoked = The address for “{ $name }” leads nowhere now.

notice-title = { $kind ->
    [SESSION_ANNOUNCED] A session: { $title }
    [SESSION_MOVED] Changed: { $title }
    [SESSION_CANCELLED] Does not take place: { $title }
    [PROMPT_ASKED] Your answer is asked for: { $title }
    [PRE_WORK_OPENED] Before the session: { $title }
    [ANSWER_INVITED] You are asked to answer: { $title }
    [CORRECTION_OFFERED] A passage of yours is corrected: { $title }
    [CORRECTION_TOLD] Something you may have read was corrected: { $title }
    [CORRECTION_REMINDER] Please confirm that you read the correction: { $title }
    [CORRECTION_THANKS] Thank you for revising your post: { $title }
    [CORRECTION_DOUBTED] Somebody is not convinced by your correction: { $title }
    [AGREEMENT_ASKED] A colleague asks you to agree to a correction: { $title }
    [MODERATION] A moderator decided: { $title }
    [CHECK_IN_ASKED] A check-in for you: { $title }
    [CHECK_IN_REMINDER] A check-in is still open: { $title }
    [PULSE_ASKED] A few questions for you: { $title }
    [PULSE_REMINDER] These questions are still open: { $title }
    [CONSULTATION_ASSIGNED] Ask a colleague: { $title }
    [CONSULTATION_ASKED] { $title } would like to ask you something
    [CONSULTATION_CONFIRMED] { $title } confirmed that you talked. What changes?
    [CONSULTATION_UNANSWERED] No answer from { $title }, please ask somebody else
    [FEEDBACK_ROUND_OPENED] Hand in what you applied: { $title }
    [FEEDBACK_ASKED] { $title } handed something in, please look at it
    [FEEDBACK_REMINDER] Still waits to be looked at, from { $title }
    [FEEDBACK_RECEIVED] { $title } gave you feedback
    [FEEDBACK_WITH_NOBODY] Nobody can look at what was handed in: { $title }
    [SEARCH_FOUND] New for “{ $title }”, a search of yours
    [PAIRED] You are together with { $title }
    [PAIR_WAITS] Nobody was found for you this time: { $title }
    [PAIR_LEFT] { $title } is no longer in your pair; the rest of you go on
    [PAIR_MENDED] { $title } left a pair; see who is with whom now
    [PAIR_NUDGE] { $title } would like to hear from you
    [PAIR_ASKED] Did you meet { $title }?
    [PAIR_PAUSED] Pairing is paused for you: { $title }
    [PAIR_SILENT] Paused after two quiet rounds: { $title }
    [PAIRS_PROPOSED] A proposal of pairs waits for you: { $title }
    [PAIRS_FAILED] A round came to no proposal of pairs: { $title }
    [PROMISE_BROKEN] Waits for longer than promised: { $title }
    [TO_CHECK] Waits for a moderator: { $title }
   *[REMINDER] Still open: { $title }
}
notice-gone = { $name } left your pair
notice-from = from { $from }
notice-due = Due { $when }
notice-instead = { $when }, instead of { $before }
notice-minutes = { $minutes ->
    [one] about a minute
   *[other] about { $minutes } minutes
}

outbox-title = Outbox
outbox-lead = Every letter that Interlude wrote, the newest first. What members say and are asked is for them alone and not shown here.
outbox-look = Look again
outbox-all = All
outbox-none = No letter was written yet.
outbox-none-such = No letter is so far.
letter-state = { $state ->
    [REFUSED] Refused
    [WAITING] Waiting
    [KEPT] Kept
   *[SENT] Sent
}
letter-kind = { $kind ->
    [DIGEST] A digest
    [INVITATION] A calendar entry
   *[NEWS] News
}
letter-to = To { $to }
letter-written = Written
letter-tried = Tried
letter-attempts = { $count ->
    [one] Once
    [2] Twice
   *[other] { $count } times
}
letter-why = What went wrong
letter-next = Tried next
letter-settled = { $state ->
    [REFUSED] Given up
    [KEPT] Kept
   *[SENT] Sent
}
letter-text = What it says
letter-sealed = What it says is for its members alone.
letter-again = Send it again
letter-waits = The letter to { $to } goes out again.
