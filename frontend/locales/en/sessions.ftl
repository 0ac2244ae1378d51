nav-sessions = Sessions
key-sessions = Go to Sessions
session-new = Plan a session
sessions-ahead = Ahead
sessions-behind = Held and cancelled
sessions-empty = No session yet.
sessions-empty-lead = Plan the first one. It stays a draft until you publish it.
sessions-empty-detail = Sessions stand here as soon as they are planned.

format-classroom = In a room
format-classroom-hint = People sit together, and somebody leads.
format-virtual = Over video
format-virtual-hint = People meet over a link.
format-workshop = Workshop
format-workshop-hint = In a room, mostly working.
format-skills-lab = Skills lab
format-skills-lab-hint = Practising at the equipment, or with each other.

session-draft = Draft
session-planned = Planned
session-running = Going on
session-closed = Held
session-cancelled = Cancelled
session-number = Session { $number }
session-about = About this session
session-leads = Who leads
session-backup = { $name } steps in if need be.
session-capacity = { $count ->
    [one] Room for one learner
   *[other] Room for { $count } learners
}
session-cancelled-because = This session does not take place: { $reason }
session-moved-because = This session was moved: { $reason }

session-span = { $day }, { $from } to { $to }
session-span-days = { $day }, { $from } to { $endDay }, { $to }
your-zone = Your time, { $zone }
clocks-in = { $from } to { $to } in { $zone }
minutes = { $count } min
hours = { $count } h
hours-minutes = { $hours } h { $minutes } min
when-and-where = When and where
part-number = Part { $number }
over-video = Over video
join = Join
join-lead = Learners see this link from { $minutes } minutes before it begins.
join-later = The link stands here from { $day }, { $time }.

objectives = What people can do afterwards
belongs-to = Before and after this session
agenda = Agenda
agenda-empty = The agenda is not there yet.
agenda-write = Write the agenda
agenda-edit = Edit the agenda
agenda-zone = By your clock, { $zone }
segment-opening = Opening
segment-input = Input
segment-demonstration = Demonstration
segment-discussion = Discussion
segment-exercise = Exercise
segment-role-play = Role play
segment-check = Check
segment-break = Break
segment-closing = Closing
guide-say = Say or ask
guide-otherwise = If it goes otherwise
guide-checks = What the plan leaves open
guide-well = The minutes add up, people are never still for long, and each objective is practised.
finding-minutes-left = { $amount ->
    [one] One minute is not planned yet.
   *[other] { $amount } minutes are not planned yet.
}
finding-minutes-left-part = { $amount ->
    [one] One minute of part { $part } is not planned yet.
   *[other] { $amount } minutes of part { $part } are not planned yet.
}
finding-minutes-over = { $amount ->
    [one] The agenda is one minute longer than the session.
   *[other] The agenda is { $amount } minutes longer than the session.
}
finding-minutes-over-part = { $amount ->
    [one] The agenda of part { $part } is one minute too long.
   *[other] The agenda of part { $part } is { $amount } minutes too long.
}
finding-no-interaction = From “{ $title }” on, people only listen for { $amount } minutes.
finding-somewhere = somewhere
finding-never-practised = Never practised: { $objective }
finding-seats-missing = { $amount ->
    [one] One seat is missing for everybody to come.
   *[other] { $amount } seats are missing for everybody to come.
}

materials = Materials
materials-none = Nothing here yet.
material-add = Add a link
material-edit = Edit “{ $title }”
material-remove = Remove “{ $title }”
material-removed = “{ $title }” is removed.
material-title = What it is
material-url = Its address
material-shown = When learners see it
material-always = From now on
material-from-start = When the session begins
material-after-end = When the session is over

is-done = Done
is-open = Open
is-late = Late

session-manage = Look after this session
session-edit = Edit the session
session-move = Move the session
session-publish = Publish
session-start = Start the session
session-close = Close the session
session-cancel = Cancel the session
session-keep = Keep it
session-again = Let it take place after all
session-published-toast = “{ $title }” is published. Everybody in { $community } sees it.
session-started-toast = “{ $title }” goes on.
session-closed-toast = “{ $title }” is over. What comes after it begins.
session-cancelled-toast = “{ $title }” is cancelled.
session-close-title = Is “{ $title }” over?
session-close-text = What is planned for after the session begins now. A session that is closed stays closed.
session-cancel-title = Cancel “{ $title }”?
session-cancel-text = Everybody is told, with your reason. What was planned around it does not happen.
session-cancel-draft = Nobody has seen it yet. It stays in the list as cancelled.
session-cancel-reason = Why
session-reason-hint = People read this with the news.

key-objectives = To the objectives
key-agenda = To the agenda
key-before = To what belongs to it
key-materials = To the materials

attendance = Attendance
attendance-present = Present
attendance-late = Late
attendance-left-early = Left early
attendance-absent = Absent
attendance-excused = Excused
attendance-none = Not recorded
own-present = You were there
own-late = You were there, from a little later on
own-left-early = You were there, and left early
own-absent = You were not there
own-excused = You were excused
source-check-in = by the code
source-demo = by the demo
source-import = by a list
source-instructor = by { $name }
check-in = Check in
code-show = Show the code


sessions-all = All sessions
session-open = Open the session
journey-running = A way of { $count } sessions. Session { $number } goes on now.
journey-between = A way of { $count } sessions. It stands between session { $last } and session { $next }, which is on { $day }.
journey-ahead = A way of { $count } sessions. The first one is on { $day }.
journey-over = A way of { $count } sessions, all of them held.
journey-here = You are here.
journey-all-done = All is done before the next session.
journey-left = { $count ->
    [one] One thing is left before the next session.
   *[other] { $count } things are left before the next session.
}
interlude-before = The interlude before session { $number }
interlude-after = After session { $number }
interlude-until = The session is { $when }
interlude-work = about { $time } of work
interlude-done = { $done } of { $count } done
work-read = Read “{ $title }”
work-answer = Answer “{ $title }”
work-open = Open “{ $title }”

parts = When
part-day = Day
part-from = From
part-to = To
part-zone = Time zone
part-next-day = On the next day
part-add = Add a part
part-remove = Remove part { $number }

session-new-lead = It stays a draft that only facilitators see, until you publish it.
session-create = Keep as a draft
session-created-toast = “{ $title }” is kept as a draft.
session-saved-toast = “{ $title }” is saved.
session-title = Title
session-format = How people come together
session-place = Place
session-join-url = Link to the video call
session-join-before = Learners see it, minutes before
session-join-after = And until, minutes after
session-lead = Who leads
session-backup-field = Who steps in
session-capacity-field = Room for so many learners
session-capacity-hint = Leave it empty when there is room for all.
session-objectives = Which objectives it serves
session-about-field = What it is about
session-about-hint = Markdown.

segment-title = Segment { $position }
segment-kind = What people do
segment-minutes = Minutes
segment-guide = Guide for segment { $position }
segment-objectives = Which objectives it serves
segment-up = Move segment { $position } up
segment-down = Move segment { $position } down
segment-remove = Remove segment { $position }
segment-removed = { $title } is removed.
segment-untitled = A segment
segment-add = Add a segment
agenda-edit-lead = What you type is kept by itself. What to say, and what to do otherwise, is only for who leads.
agenda-sum = { $planned } of { $length }
agenda-fits = it fits
agenda-left = { $time } left
agenda-over = { $time } too long
agenda-keys = Enter adds a segment below. Alt with ↑ or ↓ moves it.
agenda-saving = Saving
agenda-saved = Saved
agenda-finished = Finished

session-move-lead = First see what follows from it. Nothing moves before you say so.
session-move-now = It is planned for { $when }.
session-move-by = Move all of it
week-earlier = A week earlier
day-earlier = A day earlier
day-later = A day later
week-later = A week later
session-move-reason = Why, in a sentence
session-move-ask = See what follows
session-move-do = Move it now
session-move-same = These are the times as they stand.
session-moved-toast = “{ $title }” is moved. Everybody is told.
span-in = { $span } in { $zone }
consequence = What follows
moment = { $day }, { $time }
item-for = { $what }, for { $name }
clashes = { $count ->
    [0] Nobody has another session then.
    [one] One person has another session then
   *[other] { $count } people have another session then
}
clash-with = “{ $title }” on { $day }
clash-elsewhere = in another community
moves = { $count ->
    [0] Nothing is planned around it that would move.
    [one] One thing moves along
   *[other] { $count } things move along
}
dues-move = { $count ->
    [one] What is asked already is due at another time
   *[other] { $count } things that are asked already are due at another time
}
happened = { $count ->
    [one] One thing has happened already, and stays
   *[other] { $count } things have happened already, and stay
}
prospect-at-once = Happens at once
prospect-never = Does not happen any more
prospect-too-late = Its time will have passed: it does not happen
prospect-waits = Waits until the session is published or closed

session-nobody = Nobody

attendance-said = { $source }, { $time }
attendance-history = What was recorded about { $name }
attendance-note = A note
attendance-note-add = Add
attendance-marked = { $name }: { $state }.
attendance-undone = Taken back: { $name }.
attendance-rest = { $count ->
    [one] One person
   *[other] { $count } people
}
attendance-mark-rest = { $count ->
    [one] The one not recorded is present
   *[other] The { $count } not recorded are present
}
attendance-counts = How many
attendance-ahead = Until half an hour before it begins, people can be excused. Who is there is recorded then.
attendance-nobody = No learner here yet.
attendance-nobody-detail = Invite people, and they stand in this list.
attendance-others = { $count ->
    [one] One more person
   *[other] { $count } more people
}
code-how = Scan it to check in
code-qr = A picture that leads to checking in
code-or-type = or type this on the page of the session
code-changes = It changes every { $seconds } seconds.
code-later = The code stands here from { $day }, { $time }.
code-over = This session is over.
check-in-code = The code in the room
check-in-code-hint = Six letters and digits. It changes every half minute.
check-in-do = I am here
check-in-later = Checking in opens { $day }, { $time }.
check-in-not-here = Nobody can check in to this session now.
checked-in-lead = It is recorded for “{ $title }”.
interlude-now = The session goes on now
session-ask = Ask something
session-give = Give something to read or do
session-brief = What people answered, on one page
belongs-to-none = Nothing yet.

key-earlier-session = The session before
key-later-session = The session after
key-present-session = The session that is next
