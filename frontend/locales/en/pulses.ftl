# pulse surveys: forms, links, planning, results

pulse-name = Pulse survey
pulses-lead = A few questions, answered without a name: what the session did at work, and what got in the way.
pulses-empty = { $view ->
    [closed] No pulse survey has closed yet.
   *[now] No pulse survey is open.
}
pulses-empty-detail = They come at the end of a session, and two to four weeks after it.
pulse-kind = { $kind ->
    [REACTION] At the end of a session
    [TRANSFER] Two to four weeks after
    [BASELINE] Before anything was learned
   *[FOLLOW_UP] { $wave } days after
}
pulse-kind-hint = { $kind ->
    [REACTION] How it was, each objective, and who led it. With a code for the wall of the room.
    [TRANSFER] Whether talks with peers helped to apply what was learned, with an example, and what got in the way.
   *[BASELINE] The same questions come again 30, 60 and 90 days later, so that change can be seen.
}
pulse-question-kind = { $kind ->
    [SCALE] A scale of five words
    [BARRIERS] What got in the way
   *[TEXT] An example, in a few words
}
pulse-barrier = { $barrier ->
    [TIME] There was no time
    [NO_CHANCE] There was no chance to try it
    [MANAGER] My manager did not support it
    [TOOLS] The tools or the set-up
    [UNCLEAR] It was not clear how
    [NOT_FITTING] It does not fit my work
   *[OTHER] Something else
}
pulse-viewer-state = { $state ->
    [ANSWERED] Answered
    [SKIPPED] Left out
    [AWAY] Away
    [SPARED] Not asked
   *[WAITING] Not answered
}
pulse-asked-nobody = Nobody was asked
pulse-asked = { $count ->
    [one] One person is asked
   *[other] { $count } people are asked
}
pulse-answered-few = Too few of { $of } answered to say how many
pulse-spared = { $why ->
    [ASKED_RECENTLY] { $count ->
        [one] One person was not asked: they were asked something in the week before.
       *[other] { $count } people were not asked: they were asked something in the week before.
    }
    [ASKED_MUCH] { $count ->
        [one] One person was not asked: they were asked much in the last 30 days.
       *[other] { $count } people were not asked: they were asked much in the last 30 days.
    }
   *[NOT_CHOSEN] { $count ->
        [one] One person was not asked: others had not been asked for longer.
       *[other] { $count } people were not asked: others had not been asked for longer.
    }
}
pulse-several = Choose as many as fit, or none.
pulse-sees = { $kind ->
    [TEXT] Read without your name, once { $enough } people wrote something. Leave out what would tell who you are.
   *[other] Nobody sees your name: numbers alone, from { $enough } people on
}
pulse-kept = Kept on this device
pulse-skip = Leave this survey out
pulse-thanks = { $how ->
    [skipped] You left this one out. That is fine.
   *[sent] Thank you. It counts without your name.
}
pulse-thanks-detail = When it has closed, who leads sees what the group said.
pulse-see = See this survey
pulse-answer-after-all = Answer after all
pulse-not-asked = This survey is not asked of you.
pulse-link-thanks = { $whose ->
    [room] It counts without your name. You can close this page.
   *[person] Your answers have arrived, without your name. This link opens nothing any more.
}
pulse-link-lead = { $whose ->
    [room] A few questions, without a name and without a sign-in.
   *[person] { $name }, your answers until { $when }. You need not sign in, and your name is not kept with them.
}
pulse-link-state = { $state ->
    [USED] You have answered already
    [EXPIRED] This link has expired
    [CLOSED] This survey is closed
    [EARLY] This form is not open yet
   *[UNKNOWN] This link does not lead anywhere
}
pulse-link-state-text = { $whose ->
    [room] { $state ->
        [USED] Each browser counts once. Thank you.
        [CLOSED] Thank you for looking.
        [EARLY] It opens at the end of the session. Read the code again then.
       *[UNKNOWN] Read the code on the wall again.
    }
   *[person] { $state ->
        [USED] A link works once. Thank you.
        [EXPIRED] The survey has closed since. Nobody waits for you.
        [CLOSED] Thank you for looking. Nobody waits for you.
       *[UNKNOWN] The letter may have cut it short. Copy all of it, or sign in.
    }
}
pulse-wall = Show the code
pulse-wall-how = Point your camera at the code. It takes { $count ->
    [one] a minute.
   *[other] { $count } minutes.
}
pulse-wall-qr = The code that leads to the form
pulse-wall-once = No sign-in, no names. Each browser counts once.
pulse-manage = Manage this survey
pulse-close-title = Close this survey now?
pulse-close-text = Nobody can answer any more, and what the group said is shown.
pulse-closed-toast = Closed
pulse-share = Let everybody see it
pulse-share-title = Let everybody here see what the group said?
pulse-share-text = They see what you see: nothing that fewer than { $enough } people stand behind.
pulse-shared-toast = Everybody here can see it now
pulse-is-shared = Everybody here can see what the group said.
pulse-cancel-text = Nobody is asked any more, and follow-ups of it do not come either. What was answered is erased.
pulse-cancelled-detail = This was taken back: nobody is asked.
pulse-series = Asked again
pulse-wave = { $wave ->
    [0] At the beginning
   *[other] After { $wave } days
}
pulse-before-open = Until then nobody is asked.
pulse-not-shared = What the group said is with who leads.
pulse-not-shared-detail = They can share it with everybody here.
pulse-open-now = This survey is open.
pulse-open-detail = What the group said is shown when it has closed, without names.
pulse-withheld-detail = Whatever is shown stands for { $enough } people at least. So nobody can be told from the others.
pulse-csv = All of it as a file
pulse-changes = What changed
pulse-changes-lead = From those who answered at the beginning and again.
pulse-when = When
pulse-steps = Steps of the scale
pulse-people = People
pulse-word = Answer
pulse-part = Part
pulse-everybody = Everybody
pulse-others = All others
pulse-unsaid = Did not say
pulse-too-few = Too few people gave any one answer, so none is shown.
pulse-average = Mean, from 1 to 5
pulse-obstacle = What got in the way
pulse-by-part = By part: { $words }
pulse-plot-change = How the answers to “{ $words }” changed
pulse-spread = Answers: { $runs }.
pulse-run = { $count } “{ $from }” to “{ $to }”
pulse-step = { $count } “{ $word }”
pulse-mean = Mean of { $count } answers: { $mean }, on a scale from 1 to { $of }.
pulse-most = { $shown ->
    [some] Most often named, of what is shown: { $names } ({ $count }).
   *[all] Most often named: { $names } ({ $count }).
}
pulse-change = { $when }: { $change } steps, from { $count } people who answered both.
pulse-gate = Nothing here stands for fewer than { $enough } people.
pulse-template = What it is for
pulse-session = Which session
pulse-no-session = No session
pulse-title = What it is called
pulse-about = About { $about }
pulse-options-hint = Five words, one on each line, the least first.
pulse-preview = As people will see it
pulse-no-words = Your question stands here
pulse-opens-at-end = It opens when the session ends.
pulse-session-past = { $kind ->
    [TRANSFER] What came of a session is asked 14 to 28 days after it. Say on which of them it opens, or choose another session or none.
   *[REACTION] This session is too long ago to count from. Say on which day it opens.
}
pulse-asks-as-before = It asks what was asked at the beginning: its questions are changed there, until that has opened.
pulse-follows = It moves with session { $number } until you say another day or time.
pulse-opens-now = Empty: it opens now.
pulse-waves = Ask again
pulse-cut = Divide the answers
pulse-cut-is = { $cut ->
    [SITE] By place of work
    [TEAM] By team
   *[NONE] Not at all
}
pulse-cut-hint = { $kind ->
    [BASELINE] Fixed before anybody is asked. What is divided is not asked again, or people could be told apart.
   *[other] Fixed before anybody is asked.
}
pulse-enough = Show nothing below so many people
pulse-enough-hint = Five or more.
pulse-at-most = Ask at most so many
pulse-at-most-hint = Empty: everybody. Who was asked longest ago comes first.
pulse-too-few-asked = { $count ->
    [0] Nobody here has that role.
    [one] Only one person would be asked.
   *[other] Only { $count } people would be asked.
} Nothing is shown below { $enough }, so nobody would ever see what they say.
pulse-too-few-instead = { $way ->
    [lower] Ask other roles as well, show it from fewer people on, or ask in a check-in, where people answer by name.
   *[ask] Ask other roles as well, or ask in a check-in, where people answer by name.
}
