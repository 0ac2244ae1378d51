# templates: the steps while they are written, and what each wants to know

step-add = Add a step
step-new = A new step
step-untitled = Step { $number }
step-remove = Remove step { $number }
step-title = What you call it
step-action = What it does
step-when = When
step-amount = How many
step-anchor = Of what
step-side-before = before
step-side-after = after
step-after-which = Which step
step-time = At (empty: the same time)
step-condition = For whom
step-about = Which prompt
anchor-start = the start of the session
anchor-end = the end of the session
anchor-enrolment = joining
anchor-step = another step
condition-all = Everybody it concerns
condition-attended = Who was at the session
condition-missed = Who missed the session
condition-not-answered = Who has not answered a prompt
setting-channel = Channel
setting-channel-hint = Its place in addresses. A template for several communities names one that each of them has.
setting-channel-any = The first one for conversations
setting-title = Title
setting-body = What it says
setting-note = What to look for
setting-text = What it says
setting-fills = Markdown works. {"{"}session{"}"}, {"{"}community{"}"} and {"{"}date{"}"} are filled in.
setting-fills-line = {"{"}session{"}"}, {"{"}community{"}"} and {"{"}date{"}"} are filled in.
setting-url = Address
setting-url-hint = A page elsewhere. It needs this or a note.
setting-roles = Which roles
setting-due-days = Due so many days after the session
setting-due-days-hint = Before it with a minus, as -1.
setting-due-unit = In which days
setting-due-at = Due at
setting-questions = Questions
setting-questions-hint = { $action ->
    [space_prompts] At most five: after 1, 3, 7, 14 and 30 days.
   *[open_check_in] Eight are the most; two or three are plenty.
}
setting-days-to-do = Days to do it
setting-survey = What the survey is for
setting-survey-is = { $kind ->
    [reaction] At the end of the session
    [baseline] Before anything was learned
   *[transfer] Two to four weeks after
}
setting-weeks = Weeks that they are together
setting-weeks-hint = 1 to 26; empty: 4.
setting-group = How many belong together
setting-group-hint = 2 to 5; empty: 2.
setting-overlap = Minutes a day in which they work at the same time
setting-overlap-hint = At least so many; empty: 60.
setting-cooldown = Rounds before two may meet again
setting-cooldown-hint = Empty: 3.
setting-different-teams = Nobody is put together with somebody of their team
setting-publishes = They are told at once
setting-publishes-hint = Without it, who leads looks at the proposal first.
setting-looked-at = Working days to look at the proposal
setting-looked-at-hint = 1 to 10, then it is published by itself. Empty: it waits for who leads.
setting-sees = Who reads the answers
setting-sees-is = { $who ->
    [pair] Who answers, and their pair
    [cohort] Everybody here
    [anonymous] Everybody here, without names, from five answers on
   *[facilitators] Who answers, and the facilitators
}
setting-commitment = It ends with what they mean to do next
setting-criteria = What to look at
setting-criteria-hint = Two to six.
setting-each = How much feedback each gives and gets
setting-each-hint = 1 to 4; empty: 2.
setting-days = Working days to give it
setting-days-hint = 1 to 30; empty: 5.
lines-number = { $action ->
    [open_feedback] Criterion { $number }
   *[other] Question { $number }
}
lines-words = { $action ->
    [open_feedback] What to look at
   *[other] What it asks
}
lines-rest = { $action ->
    [open_feedback] Its levels
    [space_prompts] What is to be recalled
   *[open_check_in] Words to choose among
}
lines-rest-hint = { $action ->
    [open_feedback] One on each line, three to five, the least first.
    [space_prompts] Empty: it asks where it was applied.
   *[open_check_in] One on each line, three to five, the least first. Empty: they answer in their own words.
}
lines-add = { $action ->
    [open_feedback] Add a criterion
   *[other] Add a question
}
lines-remove = Remove number { $number }
