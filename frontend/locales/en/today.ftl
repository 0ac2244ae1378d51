today-title = { $count ->
    [1] One thing waits, { $name }
    [2] Two things wait, { $name }
    [3] Three things wait, { $name }
    [4] Four things wait, { $name }
    [5] Five things wait, { $name }
   *[other] { $count } things wait, { $name }
}
today-title-before = { $count ->
    [1] One thing before { $day }, { $name }
    [2] Two things before { $day }, { $name }
    [3] Three things before { $day }, { $name }
    [4] Four things before { $day }, { $name }
    [5] Five things before { $day }, { $name }
   *[other] { $count } things before { $day }, { $name }
}
today-ready-title = You are ready for { $day }, { $name }
today-empty-title = Good to see you, { $name }
today-empty = Nothing waits for you.
today-things = What waits for you
today-more-inbox = { $count ->
    [one] One more in your inbox
   *[other] { $count } more in your inbox
}
today-since-yesterday = Since yesterday
today-news = New since you were here
today-drafts = You began to write
today-end = That is all.
today-end-nothing = Nothing else waits for you.
today-communities = Your communities

reason-mention = You are mentioned
reason-reply = A reply to you
reason-followed = You follow this
by-in = { $name }, in { $channel } · { $community }
thing-by = { $name } in { $channel }
question-waits = { $name } asked { $when }, nobody has answered yet
norms-title = How people treat each other here
norms-keep = I will keep to this
norms-kept = Thank you. { $community } is glad to have you.
news-asked = { $name } asks “{ $title }”
news-began = { $name } began “{ $title }”
news-answered = { $name } answered in “{ $title }”
news-wrote = { $name } wrote in “{ $title }”
somebody = Somebody

open = Open
read = Read
answer = Answer
open-conversation = Open the conversation
mark-done = Done
mark-done-title = Done with “{ $title }”
done-said = “{ $title }” is dealt with.
show-more = Show more
says = { $name }: { $text }

key-open-thing = Open thing { $number }
key-done = Done
key-undone = Put back what was done
key-next = Next
key-previous = Previous

inbox-lead = What speaks to you: mentions, replies, what you follow, sessions, and what is asked of you.
inbox-filter = Show
inbox-show = { $filter ->
    [ALL] All
    [MENTIONS] Mentions
    [FOLLOWING] Following
   *[NOTICES] Sessions and tasks
}
inbox-empty = Quiet here.
inbox-empty-detail = You will see answers, mentions and what is new about your sessions.
inbox-empty-filter = Nothing of this kind waits for you.

drafts-lead = What you began to write, on any of your devices.
drafts-empty = Nothing is half written.
drafts-empty-detail = What you begin is kept here until you send it.
draft-reply = Reply in “{ $title }”
draft-edit = A change to your words in “{ $title }”
draft-new = A new conversation in { $channel }
draft-discarded = The draft is gone.
discard = Discard
week-of = Week { $week } of { $weeks }
begins-on = Begins on { $date }
ended-on = Ended on { $date }
