# the plan: journeys, templates, jobs

span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
span-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
span-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
step-before = { $anchor ->
    [SESSION_START] { $span } before the session
    [SESSION_END] { $span } before the end of the session
    [ENROLMENT] { $span } before somebody joins
   *[STEP] { $span } before “{ $other }”
}
step-after = { $anchor ->
    [SESSION_START] { $span } after the session begins
    [SESSION_END] { $span } after the session
    [ENROLMENT] { $span } after somebody joins
   *[STEP] { $span } after “{ $other }”
}
step-at-once = { $anchor ->
    [SESSION_START] when the session begins
    [SESSION_END] when the session is over
    [ENROLMENT] when somebody joins
   *[STEP] together with “{ $other }”
}
step-same-day = { $anchor ->
    [SESSION_START] on the day of the session
    [SESSION_END] on the day the session ends
    [ENROLMENT] on the day somebody joins
   *[STEP] on the day of “{ $other }”
}
step-at = { $when }, at { $time }
action-post-prompt = Ask something
action-open-pre-work = Give something to read
action-remind = Remind
action-announce = Say something in a channel
action-recap-thread = Look back together
action-open-check-in = Check in
action-open-pulse = Ask a few questions without names
action-pair-people = Put people together
action-consult-colleague = Ask a colleague
action-open-feedback = Give each other feedback
action-space-prompts = Ask in a series
action-open-questions = Open a channel for questions
condition = { $condition ->
    [ATTENDED] only who was there
    [MISSED] only who was not there
   *[NOT_ANSWERED] only who has not answered “{ $other }”
}
prospect = { $prospect ->
    [WHEN_DUE] when it is due
    [AT_ONCE] at once
    [WAITS] waits for the session
    [TOO_LATE] too late: does not happen
   *[NEVER] does not happen
}
item-why = { $why ->
    [BY_HAND] Skipped
    [CANCELLED] The session was cancelled
    [LEFT] The person left
    [NOBODY] There was nobody for it
    [TAKEN_BACK] Taken back
    [TOO_LATE] Was too late
   *[WITHDRAWN] Taken out
}
item-done = Done
item-done-early = Done early
item-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
item-skipped = Skipped
item-failed = Failed
item-tried = { $count ->
    [one] Failed once
   *[other] Failed { $count } times
}
item-again = Again { $when }
item-waits = Waits for the session
item-pending = Planned
item-paused = Held
item-menu = What you can do with “{ $title }”
item-move = Move it to another day
item-move-title = Move “{ $title }”
item-move-now = Until now: { $when }. It goes on counting from there, so it still follows when that moves.
item-move-zone = By the clocks in { $zone }.
item-move-action = Move it
item-drag = Drag it to another day, press an arrow key, or press it to type a date
item-shift = Move “{ $title }”: arrow keys by a day, Enter to type a date
item-made = Open what came of it
item-run = Do it now
item-skip = Skip it
item-take-back = Take it back
item-put-back = Put it back
item-skipped-toast = “{ $title }” is skipped.
item-run-toast = “{ $title }” is done.
step-gone = A step that was taken out
step-moved = “{ $title }”: { $when }.

plan-title = Plan
plan-lead = What happens by itself around the sessions, day by day.
plan-of-session = What happens by itself
plan-view = How to look at it
plan-as-plan = As a plan
plan-as-learner = As a learner
plan-apply = Apply a template
plan-apply-lead = Look at exactly what it brings, to whom and when. Nothing happens before you say so.
plan-empty = Nothing happens by itself yet.
plan-empty-detail = A template has steps around a session: ask something, remind, look back. Apply it once, and it follows the session.
plan-learner-empty = Nothing is ahead for learners.
plan-past = { $count ->
    [one] One day before today
   *[other] { $count } days before today
}
plan-more = Show more of “{ $name }”
plan-free-days = { $count ->
    [one] One free day
   *[other] { $count } free days
}
plan-today = Today
plan-session = Session { $number }: { $title }
plan-session-draft = Draft
plan-session-cancelled = Cancelled
plan-journeys = Journeys
plan-templates = Templates
plan-no-templates = There are no templates yet.
plan-no-templates-detail = Write one: its steps count from a session, so it fits every session.
journey-for-all = For the whole community
journey-menu = What you can do with { $name }
journey-pause = Hold
journey-resume = Let it go on
journey-edit = Change its steps
journey-edit-lead = These are its own steps; the template stays as it is. What happened stays as it happened.
journey-save = Save the steps
journey-withdraw = Take it back
journey-withdraw-title = Take { $name } back?
journey-withdraw-text = What has not happened does not happen any more. What happened stays. This cannot be undone; the template can be applied again.
journey-withdraw-action = Take it back
journey-is-paused = Held
journey-paused-toast = { $name } is held. Nothing of it happens.
journey-resumed-toast = { $name } goes on.
journey-withdrawn-toast = { $name } is taken back.
journey-applied = { $name } is in the plan.

ahead-in-channel = in { $channel }
ahead-each = { $count ->
    [one] to one person, in their inbox
   *[other] to { $count } people, each in their inbox
}
ahead-who = { $count ->
    [one] Who it is
   *[other] Who the { $count } are
}
apply-template = Which template
apply-session = Around which session
apply-no-session = This template needs a session that is still ahead. Plan one first.
apply-name = What to call it
apply-name-hint = You can leave this empty.
apply-preview = What would happen
apply-preview-why = Nothing of this has happened. It is what the plan would do as things stand.
apply-count = { $count ->
    [0] Nothing would happen
    [one] One thing would happen
   *[other] { $count } things would happen
}
apply-action = Put it in the plan

template-new = Write a template
template-lead = Steps that count from a session, from when people join, or from each other.
template-name = Name
template-purpose = What it is good for
template-each-session = Each session has it by itself
template-each-session-hint = From when the session is published. Those that are ahead get it as soon as you save; it can be taken back for each.
template-is-each = for each session
template-save = Save the template
template-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
template-copy = Copy
template-copy-of = { $name }, copy
template-put-away = Put away
template-bring-back = Bring back
template-away = { $name } is put away.
template-back = { $name } is back.
steps-title = Steps
step-choose = Choose
unit-minutes = minutes

jobs-title = Jobs
jobs-lead = What should have happened by itself in the communities you lead, and did not.
jobs-lead-all = What should have happened by itself anywhere, and did not.
jobs-empty = Everything that was due has happened.
jobs-empty-detail = What fails stands here with its reason, and can be run again.
job-kind = Of the platform: { $kind }
job-due = was due { $when }
job-attempts = { $count ->
    [one] tried once
   *[other] tried { $count } times
}
job-given-up = Given up
job-waits = Waits
job-again = Run again
job-again-toast = “{ $name }” is tried again.
nav-plan = Plan
nav-prompts = Prompts
nav-jobs = Jobs

starter-begin = Four ways to go on after a session
starter-name = After a session: four ways to go on
starter-purpose = What carries on without anybody teaching: a place to ask, somebody to go on with, a colleague to consult, and a look back after two weeks.
starter-questions = Where to ask
starter-pairs = Somebody to go on with
starter-colleague = Ask a colleague
starter-two-weeks = Two weeks on
starter-check-in = Two weeks after “{"{session}"}”
starter-how-often = How often did you try it? :: not yet | once | several times
starter-in-the-way = What got in the way?
