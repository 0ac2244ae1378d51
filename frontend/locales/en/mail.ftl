### Letters, composed by the server.

mail-greeting = Hello { $name },
mail-greeting-unnamed = Hello,
mail-sign-off = { $organisation }

mail-reset-subject = A new password for { $organisation }
mail-reset-text =
    Somebody, we think you, asked to choose a new password for { $organisation }.

    This link lets you do so. It works once, for one hour:
    { $link }

    If it was not you, leave this letter alone: your password stays as it is.

mail-signin-subject = Your way in to { $organisation }
mail-signin-text =
    Somebody, we think you, asked for a link that signs in to { $organisation }.

    Here it is. It works once, for 15 minutes. Give it to nobody:
    { $link }

    If it was not you, leave this letter alone.

mail-export-subject = { $organisation }: what is held about you is ready
mail-export-text =
    What { $organisation } holds about you was put together, as one file. You can fetch it until { $until }:
    { $link }

    Nobody but you can. If you did not ask for it, an administrator did for you.

mail-invitation-subject = { $community }: an invitation
mail-invitation-text =
    { $inviter } invites you to { $community }, as { $role }.

    This is your way in. It is yours alone and works until { $until }:
    { $link }
mail-invitation-claim-text =
    { $inviter } invites you to { $community }, as { $role }.

    You are known there already: what was brought in from elsewhere under the name { $name } becomes
    yours with this link. Nobody else can use it, and it works until { $until }:
    { $link }
mail-invitation-by-nobody = { $organisation }

mail-consultation-subject = { $asker } would like to ask you something
mail-consultation-lead = { $asker } learns with { $organisation }, and would like your view on this:
mail-consultation-title = A question for you
mail-consultation-until = For you alone, without an account, until { $until }
mail-consultation-text =
    When you have spoken, please say so there with one click, and with a line if you like.
mail-consultation-never = That was not meant for me, or: do not write to me again

### Letters that tell of what happened.

mail-subject-corrected = News from { $community }
mail-subject-many = { $count } things for you in { $organisation }
mail-subject-daily =
    { $count ->
        [one] Your day in { $organisation }: one thing
       *[other] Your day in { $organisation }: { $count } things
    }
mail-subject-sunday =
    { $count ->
        [one] Your week in { $organisation }: one thing
       *[other] Your week in { $organisation }: { $count } things
    }

mail-told-mention = { $author } spoke to you in { $community }
mail-told-reply = { $author } answered you in { $community }
mail-told-followed = { $author } wrote in a conversation you follow, in { $community }
# Who asked or wrote without a name.
mail-somebody = Somebody
mail-told-more = { $count } posts are new to you there. This is the latest.
mail-told-question = A question waits in { $community }
mail-told-news = New in { $community }

mail-notice-session-announced = { $community }: a session
mail-notice-session-moved = { $community }: { $title } has changed
mail-notice-session-cancelled = { $community }: { $title } does not take place
mail-notice-prompt-asked = { $community } asks for your answer
mail-notice-check-in-asked = { $community }: a check-in for you. Answer it here, without signing in
mail-notice-pulse-asked = { $community }: a few questions for you. Nobody is told who answered what. Answer here, without signing in
mail-notice-pulse-reminder = { $community }: these questions are still open for you. Nobody is told who answered what. Answer here, without signing in
mail-notice-check-in-reminder = { $community }: this check-in is still open for you. Answer it here, without signing in
mail-notice-paired = { $community }: you are together with { $title } until { $until }
mail-notice-pair-waits = { $community }: nobody was found for you this time. The facilitators know, and you come first in the next round
mail-notice-gone = { $name } left your pair
mail-notice-pair-left = { $community }: { $title } is no longer in your pair. The rest of you go on together
mail-notice-pair-mended = { $community }: { $title } left a pair. The board shows who is with whom now
mail-notice-pair-nudge = { $community }: { $title } would like to hear from you
mail-notice-pair-asked = { $community }: did you meet { $title }?
mail-notice-pair-paused = { $community }: we have paused pairing for you, as the last two rounds were quiet. Come back when it suits you
mail-notice-pair-silent = { $community }: { $title } is paused after two quiet rounds. A kind word helps
mail-notice-pairs-proposed = { $community }: a proposal of pairs waits for you. Nobody has heard of it
mail-notice-pairs-failed = { $community }: a round that began by itself came to no proposal. The board says which rule stands in the way
mail-notice-consultation-assigned = { $community }: ask a colleague about what you learned. You choose whom, and they need no account
mail-notice-consultation-asked = { $community }: { $title } would like to ask you something
mail-notice-consultation-confirmed = { $community }: { $title } confirmed that you spoke. What changes for you?
mail-notice-consultation-unanswered = { $community }: { $title } cannot, or did not find the time. Ask somebody else
mail-notice-feedback-round-opened = { $community }: hand in what you applied. Colleagues look at it, and you look at what they did
mail-notice-feedback-asked = { $community }: { $title } handed something in. Please look at it
mail-notice-feedback-reminder = { $community }: what { $title } handed in still waits for you
mail-notice-feedback-received = { $community }: { $title } gave you feedback
mail-notice-feedback-with-nobody = { $community }: { $count ->
    [one] nobody can look at one thing that was handed in. Ask somebody, or look at it yourself
   *[other] nobody can look at { $count } things that were handed in. Ask somebody, or look at them yourself
}
mail-notice-search-found = New for a search of yours: { $title }
mail-notice-pre-work-opened = { $community }: something to do before the session
mail-notice-answer-invited = { $community }: your answer would help here
mail-notice-reminder-open = { $community }: { $title } is still open
mail-notice-reminder = { $community }: a reminder
mail-notice-correction-offered = { $community }: a passage of yours is corrected
mail-notice-correction-told = { $community }: something you may have read was corrected
mail-notice-correction-reminder = { $community }: please confirm that you read a correction
mail-notice-correction-thanks = { $community }: thank you for revising your post
mail-notice-correction-doubted = { $community }: somebody is not convinced by your correction
mail-notice-agreement-asked = { $community }: a colleague asks you to agree to a correction
mail-correction-until = You can revise it yourself until { $moment }. It then stands as revised, with thanks.
mail-correction-revise = You can revise it yourself at any time. It then stands as revised, with thanks.
mail-correction-required = Please confirm there that you have read it.
mail-correction-beside = A passage of this was corrected.
mail-correction-title = What its title says was corrected.
mail-correction-claim = It is easy to think: { $claim }
mail-correction-misses = What that misses: { $misses }
mail-correction-holds = What holds instead: { $holds }
mail-notice-to-check = { $count ->
        [one] { $community }: one thing waits for a moderator
       *[other] { $community }: { $count } things wait for a moderator
    }
mail-notice-promise-broken = { $community }: { $title } waits for longer than you promised
mail-notice-moderation = { $message ->
        [verified] Your answer in { $title } was verified
        [approved] Your post in { $title } can be read by everybody now
        [edited] A moderator changed your post in { $title }
        [moved] { $title } is in another channel now
        [hidden] A moderator hid your post in { $title }
        [asked] A moderator asks you about your post in { $title }
        [acted-on] Thank you: a moderator acted on what you flagged in { $title }
        [declined] A moderator looked at what you flagged in { $title }, and it stays as it is
        [muted] { $community }: you read, and do not write, until { $until }
        [unmuted] { $community }: you can write again
        [upheld] { $title }: you were right, and what you appealed against is taken back
       *[appeal-declined] { $title }: your appeal was looked at, and the decision stands
    }
mail-notice-begins = Begins { $moment }
mail-notice-before = It was to begin { $moment }
mail-notice-due = Due { $moment }
mail-notice-minutes =
    { $minutes ->
        [one] Takes about a minute
       *[other] Takes about { $minutes } minutes
    }

mail-invite-subject-new = { $title }: in your calendar
mail-invite-subject-changed = { $title }: changed
mail-invite-subject-cancelled = { $title }: does not take place
mail-invite-subject-withdrawn = { $title }: you are no longer on the list
mail-invite-new = A session for you. Your calendar program can take it in.
mail-invite-changed = This session is otherwise now. Your calendar program can take it over.
mail-invite-cancelled = This session does not take place.
mail-invite-withdrawn = This session takes place without you: you are no longer on the list.

mail-day = { $weekday-name }, { $day } { $month-name } { $year }
mail-moment = { $weekday-name }, { $day } { $month-name } { $year }, { $time } ({ $zone })
mail-weekday =
    { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
mail-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }

mail-foot-stop = Stop letters like this one
mail-foot-choose = Choose when letters come
