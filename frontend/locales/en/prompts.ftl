# prompts and pre-work

day-and-time = { $day }, { $time }
due-by = Due { $when }
due-was = Was due { $when }
due-never = No day by which it is due
about-minutes = { $count ->
    [one] about { $count } minute
   *[other] about { $count } minutes
}
before-session = Before session { $number }
after-session = After session { $number }
session-on = Session { $number }, { $day }
roles-learner = learners
roles-moderator = moderators
roles-facilitator = facilitators
roles-expert = experts
roles-observer = observers
and-more = { $count } more

prompt-edit = Edit this prompt
prompt-withdraw = Withdraw
prompt-ask-again = Ask again
prompt-withdrawn-toast = “{ $title }” is asked no longer.
prompt-again-toast = “{ $title }” is asked again.
prompt-is-withdrawn = This is asked no longer. What was answered stays.
prompt-is-closed = This is asked no longer. It can be read, not answered.
prompt-is-answered = You have answered.
prompt-is-late = The day has passed. Your answer still helps.
prompt-is-missed = This was due before you joined. Nobody waits for you; answer if it helps you.
prompt-is-aside = Asked of { $roles }.
prompt-is-asked = Asked of all { $roles }, of you too.
prompt-withheld = { $count ->
    [one] One other person has answered. You read it after your own answer.
   *[other] { $count } others have answered. You read them after your own answer.
}
prompt-withheld-none = You read what others answer after your own answer.
prompt-withheld-why = Why: everybody answers from their own experience first, before they read what others found.
prompt-answers-first = Whoever is asked reads the others after their own answer.
prompt-answered-title = Answered
prompt-answered-of = { $count } of { $all } have answered
prompt-waiting-for = Not yet ({ $count })
prompt-waiting-nobody = Everybody has answered.
prompt-answered-by = Have answered
prompt-for-session = For this session
prompt-objectives = What it practises
prompt-answer-placeholder = From your own work: what happened, what you said. Two sentences are plenty.
prompt-answer-action = Share your answer
prompt-be-first = Be the first. Two sentences are plenty.
prompt-no-answers = Nobody has answered yet.
prompt-open = Open
asked-in = { $name } asks, in { $community }
given-in = From { $name }, in { $community }
answered-said = Thank you. “{ $title }” is answered.
answered-read = Read the others
pre-work-page = More about it
pre-work-done = Done
pre-work-open-link = Open the page
pre-work-open-file = Open the file
opens-elsewhere = opens in a new tab
pre-work-done-toast = “{ $title }” is done.
pre-work-open-toast = “{ $title }” waits again.
your-sessions = Your sessions

prompts-title = Prompts and pre-work
prompts-lead = What is asked between the sessions, and what there is to read before them.
prompts-asked = Asked
prompts-empty = Nothing has been asked yet.
prompts-empty-lead = A good prompt asks for something from people’s own work, and says what the session does with it.
prompts-empty-detail = When a facilitator asks something, it stands here and in Today.
prompt-new = Ask something
prompt-new-lead = A prompt is a conversation that everybody answers from their own work.
prompt-title = What it is about
prompt-title-hint = A few words, as they stand in Today.
prompt-body = What you ask
prompt-body-placeholder = Think of one conversation at work that keeps going in circles. What do you say in it? What does the other person say?
prompt-channel = In which channel
prompt-post = Ask it now
prompt-posted = “{ $title }” is asked.
prompt-save = Save
prompt-saved = “{ $title }” is saved.
prompt-answer-first = Answer before you see others
prompt-answer-first-hint = Everybody writes from their own experience first. Who has not answered reads no answer of others, here or anywhere else.
prompt-answers-open = Everybody reads every answer at once.
prompt-preview = What they will read
prompt-preview-title = What it is about
prompt-no-channel = There is no channel to ask in.
prompt-no-channel-detail = Open one first: what is asked is a conversation in it.
asking-session-label = For which session
asking-session-hint = It stands before or after this session, and its day follows when the session moves.
asking-no-session = For none
asking-session = { $number }. { $title }, { $day }
asking-minutes = How many minutes it takes
asking-minutes-hint = Honest minutes help people to find them.
asking-audience = Who is asked
due-label = When it is due
due-from-session = Counted from the session
due-on-day = On a day
due-none = On no day
due-days = How many
due-unit = Which days
unit-working = working days
unit-calendar = calendar days
due-side = Before or after
side-before = before it
side-after = after it
due-at = At
due-day = Day
due-yours = { $due } by your clock. It is reckoned by the clocks in { $city }.
due-moves = When the session moves, this moves with it.

pre-work-title = To read and to do
pre-work-new = Give something to read
pre-work-new-lead = Something to read or to do before a session, that is no question.
pre-work-edit = Edit this
pre-work-menu = What you can do with it
pre-work-kind = What it is
pre-work-link = A page
pre-work-link-hint = An article, a video, a course elsewhere.
pre-work-file = A file
pre-work-file-hint = A chapter, a sheet, a recording.
pre-work-reading = Words of your own
pre-work-reading-hint = A task, a few pages of a book they have.
pre-work-title-hint = A verb helps: “Read ‘Naming what is lost’”.
pre-work-url = Address
pre-work-fixed = It stays as it is. Withdraw this and open another for another page.
pre-work-choose-file = Choose a file
pre-work-what = What there is to read or to do
pre-work-note = What to look for in it
pre-work-note-hint = Markdown works.
pre-work-open-it = Give it to them
pre-work-opened = “{ $title }” is there for them.
pre-work-needs-session = Choose the session that it prepares.
pre-work-put-back = Put back
pre-work-withdrawn-toast = “{ $title }” is withdrawn.
pre-work-again-toast = “{ $title }” is back.
pre-work-is-withdrawn = This is withdrawn. Only who leads still sees it.
pre-work-is-late = The day has passed. It still helps before the session.
pre-work-is-done = Done
pre-work-not-done = Not done after all
pre-work-about = About this
pre-work-who = Done
pre-work-done-of = { $count } of { $all } are done
pre-work-all-done = Everybody is done.
given-by = From { $name }

brief-title = Brief: { $title }
brief-session = Session { $number }
brief-print = Print
brief-asked = { $count ->
    [0] nothing was asked
    [one] one prompt
   *[other] { $count } prompts
}
brief-empty = Nothing was asked for this session yet.
brief-empty-detail = What people answer before it makes this page: by objective, with what they see differently and what stays open.
brief-answers = What people answered
brief-no-objective = For no objective of this session
brief-measure = One sees it by this: { $measure }
brief-nothing-asked = Nothing was asked for this.
brief-disagreements = Where people see it differently
brief-disagreements-why = Answers that others took up, the most taken up first.
brief-questions = What stays open
brief-open-questions = Questions without an answer
brief-not-answered = Not answered yet
brief-in-place = where it stands
