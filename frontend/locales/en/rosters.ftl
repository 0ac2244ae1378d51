roster-title = Bring in a roster
roster-lead = A list of people from a spreadsheet. You see first what every line would do; nothing happens before you say so, and it can be taken back.
roster-file = A file
roster-drop = Drop a CSV file here
roster-choose = Choose a file
roster-sending = { $name }: { $percent } %
roster-reading = { $name } is being read
roster-paste = Or paste the table
roster-paste-hint = The first line names the columns: name and email, and role if you like. Commas, semicolons or tabs between them.
roster-example = name,email,role
roster-look = Look at it first
rosters-before = Brought in before
rosters-none = No roster has been looked at here yet.
roster-by-nobody = The command line
roster-line = { $count ->
    [one] One person
   *[other] { $count } people
}, { $refused ->
    [0] nobody left out
    [one] one line left out
   *[other] { $refused } lines left out
}
roster-state = { $state ->
    [SEEN] Looked at
    [APPLIED] Brought in
   *[UNDONE] Taken back
}
roster-page-lead = { $state ->
    [SEEN] This is what would happen in { $community }. Nothing has happened yet.
    [APPLIED] This is what happened in { $community }.
   *[UNDONE] What it did in { $community } was taken back.
}
roster-when = { $state ->
    [SEEN] { $name } looked at it on { $date }
    [APPLIED] { $name } brought it in on { $date }
   *[UNDONE] { $name } had brought it in; taken back on { $date }
}
roster-fate = { $fate ->
    [ARRIVES] New here
    [JOINS] Joins
    [CHANGES_ROLE] Another role
    [STAYS] Stays as is
   *[REFUSED] Left out
}
roster-all = All { $count }
roster-count = { $fate } { $count }
roster-some-refused = { $count ->
    [one] One line is left out, and says why. Mend it in your file and look again, or go on without it.
   *[other] { $count } lines are left out, and say why. Mend them in your file and look again, or go on without them.
}
roster-arriving = { $count ->
    [one] One person has no account yet. They get one, and a letter with their way in.
   *[other] { $count } people have no account yet. They get one, and a letter with their way in.
}
roster-apply = { $count ->
    [one] Bring in one person
   *[other] Bring in { $count } people
}
roster-applying = All of it or nothing. This takes a moment.
roster-no-effect = This roster would change nothing.
roster-applied = { $count ->
    [one] One person is brought in.
   *[other] { $count } people are brought in.
}
roster-another = Another roster
roster-see-people = See who is here
roster-undo = Take it back
roster-undo-title = Take back “{ $name }”?
roster-undo-text = Who came in with it leaves, and roles are what they were. Accounts that nobody uses yet are forgotten. What somebody changed since by hand stays.
roster-undone = “{ $name }” is taken back.
roster-none-left = No line is like this any more.
roster-col-line = Line
roster-col-who = Who
roster-col-fate = What happens
roster-no-name = No name
roster-no-email = No address
roster-role-change = { $before }, then { $after }
roster-pages = Pages
roster-previous = Previous lines
roster-next = Next lines
roster-span = { $first } to { $last } of { $total }
