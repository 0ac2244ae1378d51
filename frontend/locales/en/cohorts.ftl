edit-parts = What is looked after
edit-part-about = What it says
edit-part-calendar = Calendar
edit-part-alumni = After the end
edit-part-next = Next run

calendar-from-to = From { $from } to { $to }.
calendar-zone = Its days go by the clock in { $zone }.
calendar-change = Change
workdays-title = Working days
workdays-lead = What is due in working days counts only these.
workdays-saved = The working days are saved.
holidays-title = Holidays
holidays-lead = They are no working days: what is due in working days passes over them.
holidays-none = No holiday is named yet.
holiday-day = Day
holiday-name = What it is called
holiday-add = Add the holiday
holiday-added = { $name } on { $date } is a holiday.
holiday-remove = Remove { $name }
holiday-removed = { $name } is no holiday any more.

alumni-lead = When its last day is over, the members of a cohort become alumni. Who leads it goes on as before.
alumni-ended = The cohort ended on { $date }: what you choose applies at once.
alumni-no-end = This cohort has no last day yet, so nobody becomes an alumnus.
alumni-may = What alumni may do here
alumni-read = Read
alumni-read-hint = Everything stays there for them. They do not write any more.
alumni-none = Leave
alumni-none-hint = They no longer see it. What they wrote stays.
alumni-write = Go on
alumni-write-hint = They read and write as before.
alumni-moves = And they come into
alumni-moves-hint = A community of practice, so that the conversation goes on.
alumni-moves-none = You look after no community of practice. Found one, and it can be chosen here.
alumni-nowhere = No other community
alumni-on = On { $date } this happens by itself:
alumni-what = { $access ->
    [READ] members stay and read.
    [NONE] members leave the cohort.
   *[WRITE] members go on as before.
}
alumni-whither = They are members of { $community } then.
alumni-save = Save what happens
alumni-saved = Saved.

next-run-name = { $name }, again
next-run-lead = Found “{ $name }” once more, on other days and with other people.
next-run-as-long = As long as this run, unless you choose otherwise.
next-run-found = Found the next run
next-run-founded = { $name } is founded. Nobody but its leads is in it yet.
next-run-along = What comes along
next-run-words = Its purpose, its norms and its time zone, { $zone }
next-run-leads = Who leads it: { $names }
next-run-channels = Its channels: { $names }
next-run-calendar = Its calendar: { $days }{ $count ->
    [0] {""}
    [one] , and one holiday
   *[other] , and { $count } holidays
}
next-run-alumni = What becomes of alumni: { $access ->
    [READ] they read
    [NONE] they leave
   *[WRITE] they go on
}
next-run-not = Members and conversations stay where they are.
next-run-others = Other runs
