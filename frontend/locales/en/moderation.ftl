nav-moderation = Moderation
key-moderation = Go to Moderation
moderation-title = Moderation
moderation-lead = What waits for a moderator, in every community where you are one.
moderation-tabs = What waits
moderation-tab = { $tab ->
    [UNANSWERED] Unanswered { $count }
    [TO_CHECK] To check { $count }
   *[REPORTED] Reported { $count }
  }
moderation-where = In which community
moderation-everywhere = All of them
moderation-list = What waits
moderation-empty = { $tab ->
    [UNANSWERED] All questions have an answer.
    [TO_CHECK] Nothing is waiting to be read first.
   *[REPORTED] Nobody has reported anything that is still open.
  }
moderation-empty-detail = { $tab ->
    [UNANSWERED] A new question comes here until somebody answers it.
    [TO_CHECK] Posts that wait for a moderator, first posts of new members and new answers come here.
   *[REPORTED] When somebody reports a post, it comes here with their reason.
  }
moderation-reason = { $reason ->
    [UNANSWERED] Nobody has answered
    [HELD] Waits for a moderator before others see it
    [FIRST_POST] First post of a new member
    [NEW_ANSWER] A new answer
    [ANSWER_NEAR_MISCONCEPTION] An answer where a misconception is known
    [RESEMBLES_MISCONCEPTION] Resembles a known misconception
    [FLAGGED] Somebody reported it
    [REVIEW_DUE] To be looked at again
   *[APPEAL] Somebody asks to look at it again
  }
moderation-waiting = Waiting { $span }
moderation-overdue = Waiting { $span }, longer than promised
waited-less = less than an hour
waited-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
  }
waited-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
moderation-has-this = { $name } has this
moderation-take-over = Take it over
moderation-choose = Choose one from the list, or press
moderation-back = What waits
moderation-place = { $place } of { $count }
moderation-context = The conversation
moderation-folded = { $count ->
    [one] { $count } other post
   *[other] { $count } other posts
  }
moderation-choices = What you can do
moderation-decision = { $decision ->
    [APPROVE] Let it appear
    [VERIFY] Stand behind it
    [CORRECT] Correct it
    [EDIT] Edit it
    [MOVE] Move it
    [ASK_AUTHOR] Ask the author
    [HIDE] Hide it
   *[NOTHING] Nothing to do
  }
decide-do = { $decision ->
    [APPROVE] Let it appear
    [VERIFY] Stand behind this answer
    [CORRECT] Take it up for correction
    [EDIT] Save the edit
    [MOVE] Move the conversation
    [ASK_AUTHOR] Send the question
    [HIDE] Hide this post
   *[NOTHING] Leave it as it is
  }
decide-undoable = You can take it back for 30 minutes, with Z.
decide-reason = Why you hide it
decide-reason-hint = The author reads it, and so does everybody in place of the post.
decide-edit = The post
decide-edit-reason = Why you edit it
decide-question = What you ask
decide-channel = Into which channel
decide-same-channel = The channel where it is
decide-review = Look at it again on
decide-review-hint = Without a day it stays as it is.
decide-why-nothing = What those who reported it read
readers-title = What people will read
readers-nobody = Nobody is told.
reader = { $who ->
    [AUTHOR] { $name }, who wrote it
    [FLAGGER] { $name }, who reported it
    [ASKER] { $name }, who asked
    [EVERYBODY] Everybody in the conversation
   *[NOBODY] Nobody
  }
reader-nameless = { $who ->
    [AUTHOR] Whoever wrote it
    [FLAGGER] Whoever reported it
    [ASKER] Whoever asked
    [EVERYBODY] Everybody in the conversation
   *[NOBODY] Nobody
  }
decided-toast = { $decision }: done.
undone-toast = “{ $title }” waits again, as before.
decided-meanwhile = { $name } decided first. Nothing of yours was done; this stands:
decided-undo = Take it back
decided-until = Possible until { $time }.
decided-final = The time to take it back is over.
key-next-item = Next in the queue
key-previous-item = Previous in the queue
key-undo-decision = Take back what you decided last

match-title = { $score } % like a known misconception
match-claim = It is easy to think: { $claim }
match-passage = In this post
match-same = It is the same
match-other = It is something else
match-same-toast = Noted as another place where it stands.
match-other-toast = Noted: it is something else.

flag = Report
flag-title = Report what { $name } wrote
flag-title-nameless = Report this post
flag-lead = The moderators look at it, and you hear what became of it.
flag-why = What is not right?
flag-reason = { $reason ->
    [FACTUALLY_WRONG] Factually wrong
    [OUT_OF_DATE] Out of date
    [UNSAFE_PRACTICE] Unsafe practice
    [OFF_TOPIC] Off topic
    [UNKIND] Unkind
    [SPAM] Advertising
   *[OTHER] Something else
  }
flag-note = What the moderators should know
flag-note-hint = You need not write anything.
flag-note-needed = A few words, so that they know what you mean.
flag-proposal = What holds instead
flag-proposal-hint = If you know it, in your own words. A moderator can build on it.
flag-action = Report to the moderators
flag-who-sees = Only moderators see that it was you.
flag-sent = The moderators have your report.
flags-title = Reports
flag-proposes = They say this holds instead:
flags-mine = What you reported
flags-mine-lead = Only you and the moderators see it.
flags-empty = You have not reported anything.
flags-empty-detail = “Report” is in the menu of every post.
flag-state = { $state ->
    [OPEN] Open
    [ACTED_ON] Something was done
    [DECLINED] It stays as it is
   *[WITHDRAWN] Taken back
  }
flag-waits = A moderator has not decided yet.
flag-withdraw = Take it back
flag-withdrawn-toast = Your report is taken back.
flag-you-proposed = You wrote that this holds instead: { $words }
flag-post-gone = A post that you cannot see any more.

post-nameless = asked without a name
post-held = Waits for a moderator. Until then only you and the moderators see it.
post-held-moderator = Waits for a moderator. Only its author and moderators see it.
post-hidden = A moderator hid this post.
post-hidden-because = Hidden by a moderator: { $reason }
post-hidden-own = Others read only this line in its place.
post-hidden-show = Show what it said

mute = Stop writing for a time
mute-title = Stop { $name } from writing in { $community }
mute-lead = { $name } goes on reading there, and does not write, react or report until then.
mute-until = Until when
mute-a-day = For a day
mute-a-week = For a week
mute-a-month = For 30 days
mute-a-date = Until a day that you choose
mute-last-day = The last day
mute-reason = Why
mute-reason-hint = { $name } reads it.
mute-reads = You can read in { $community } and do not write there until { $until }. Why: { $reason }
mute-action = Stop { $name } from writing
muted-toast = { $name } does not write until { $until }.
unmuted-toast = { $name } writes again.
unmute = Let { $name } write again
unmute-short = Let them write
muted-until = You do not write here until { $until }.
muted-may = You can read everything. If you think this is wrong, ask for another look.
mutes-title = Who does not write for a time
mute-line = Until { $until }

suspend = Suspend the account
suspend-title = Suspend the account of { $name }?
suspend-lead = { $name } is signed out everywhere and cannot sign in until you restore the account. What they wrote stays.
suspend-reason-hint = Kept with the decision, for administrators.
suspend-action = Suspend { $name }
suspended-toast = { $name } cannot sign in any more.
suspended-since = Suspended since { $day }
suspend-restore = Restore the account
restored-toast = { $name } can sign in again.

appeal-title = Ask for another look
appeal-lead = Another moderator than the one who decided reads your words and answers you.
appeal-words = Why it should be decided otherwise
appeal-action = Ask for another look
appeal-sent = Somebody else will look at it and answer you.
appeal-by = { $name } asks to look at it again
appeal-verdict = What you decide
appeal-uphold = They are right
appeal-uphold-hint = What was decided is taken back.
appeal-stands = It stands
appeal-stands-hint = What was decided stays.
appeal-answer = Your answer
appeal-answer-hint = { $name } reads it.
appeal-answer-action = Answer { $name }
appeal-answered-toast = { $name } has your answer.

promise-days = { $count ->
    [one] within a day
   *[other] within { $count } days
  }
promise-hours = { $count ->
    [one] within an hour
   *[other] within { $count } hours
  }
promise-here = Whoever asks here is told: a moderator looks { $span }.
promise-none = Nobody who asks here is promised when a moderator looks. You can promise it where you edit the community.
promise-title = Waiting promise, in hours
promise-hint = Shown to everybody who asks: “A moderator looks within a day.” 0 promises nothing.
nameless-allow = People may ask without their name
nameless-hint = Others never see who asked. Moderators can look it up with a reason, and that is recorded.
breach-line = A question has waited { $span }, longer than promised

moderation-here = How it is moderated
moderation-open = What waits here
log-title = What moderators did
log-empty = No moderator has done anything here yet.
log-empty-detail = Every decision is written down here: who, what, about what, and why.
log-kind = { $kind ->
    [VERIFIED] stood behind an answer
    [CORRECTED] found a misconception
    [EDITED] edited a post
    [MOVED] moved a conversation
    [ASKED_AUTHOR] asked the author something
    [HID] hid a post
    [APPROVED] let a post appear
    [LEFT] left something as it is
    [MUTED] stopped from writing for a time:
    [UNMUTED] let write again:
    [SUSPENDED] suspended:
    [RESTORED] restored:
    [APPEAL_UPHELD] took a decision back after an appeal
    [APPEAL_DECLINED] declined an appeal
    [REVEALED_ASKER] looked up who asked
    [LOCKED] locked a conversation
    [UNLOCKED] opened a conversation again
    [RETITLED] gave a conversation another title or other tags
    [CONVERTED] turned it into another kind of post
    [SPLIT] began a conversation of its own with some posts
    [MERGED] put a conversation into another
    [CLOSED_AS_DUPLICATE] closed a question that was asked before
    [REOPENED] opened a question again
    [UNVERIFIED] stands behind an answer no longer
    [FOUND_STILL_TRUE] looked again: it still holds
    [MARKED_OBSOLETE] said whether something still holds
    [AUDITED_READERS] looked up who read what was corrected
   *[DELETED_POST] deleted a post
  }
log-undone = Taken back

premoderation = What a moderator reads first
premoderation-off = Nothing
premoderation-off-hint = Everything appears at once.
premoderation-new = First posts of new members
premoderation-new-hint = Until a moderator has let one appear.
premoderation-answers = All answers to questions
premoderation-answers-hint = Questions themselves appear at once.
premoderation-stakes = What has a high-stakes tag
premoderation-stakes-hint = Answers where a wrong word can do harm.
premoderation-tags = High-stakes tags

move = Move to another channel
move-title = Move “{ $title }”
move-lead = Links to it go on working. Everybody who follows it finds it there.
move-action = Move it
moved-toast = It is in { $channel } now.
merge = Put into another conversation
merge-title = Put “{ $title }” into another conversation
merge-lead = Its posts stand there then, in order of time. Links to it lead there. This cannot be taken back.
merge-find = Find it by its title
merge-none = No conversation of this community has that in its title.
merge-into = Into which conversation
merge-action = Put them together
merged-toast = It is part of “{ $title }” now.
split = Make a conversation of its own
split-title = Make a conversation of its own
split-lead = The posts that you choose move there with their authors and dates. Arrows walk along them, the space bar takes one.
split-posts = { $count ->
    [0] Choose posts
    [one] { $count } post chosen
   *[other] { $count } posts chosen
  }
split-kind = What it will be
split-action = { $count ->
    [one] Move { $count } post
   *[other] Move { $count } posts
  }
split-toast = “{ $title }” is a conversation of its own.
convert = { $kind ->
    [QUESTION] Make it a question
   *[DISCUSSION] Make it a discussion
  }
convert-title = { $kind ->
    [QUESTION] Make this a question?
   *[DISCUSSION] Make this a discussion?
  }
convert-lead = { $kind ->
    [QUESTION] Replies become answers. The one who asked can say which one helped, and it waits for an answer like any question.
   *[DISCUSSION] Answers become replies. What was marked as helpful or verified keeps its mark.
  }
convert-action = { $kind ->
    [QUESTION] Make it a question
   *[DISCUSSION] Make it a discussion
  }
converted-toast = { $kind ->
    [QUESTION] It is a question now.
   *[DISCUSSION] It is a discussion now.
  }
post-to-answer = Make it an answer
post-to-answer-lead = It stands by itself then, beside the other answers.
post-to-comment = Make it a comment
post-to-comment-lead = It stands under the answer that it is about, with what was said to it.
post-to-comment-under = Under which answer
post-to-comment-none = There is no other answer that it could stand under.
says-you = { $message ->
    [ANSWER_VERIFIED] A moderator stands behind your answer.
    [POST_APPROVED] Your post can be read by everybody now.
    [POST_EDITED] A moderator changed your post.
    [POST_MOVED] The conversation is in another channel now.
    [POST_HIDDEN] A moderator hid your post. You can ask for another look.
    [AUTHOR_ASKED] A moderator asks you something about your post.
    [FLAG_ACTED_ON] Thank you: a moderator acted on what you reported.
    [FLAG_DECLINED] A moderator looked at what you reported, and it stays as it is.
    [MUTED] You read, and do not write, for a time.
    [UNMUTED] You can write again.
    [APPEAL_UPHELD] You were right: what was decided is taken back.
   *[APPEAL_DECLINED] Somebody looked at it again, and the decision stands.
  }
says-all = { $message ->
    [ANSWER_VERIFIED] The mark that you stand behind it, with your name and the date.
    [POST_EDITED] That it was edited, by whom and why.
   *[POST_HIDDEN] In its place: hidden by a moderator, and why.
  }
flag-became = { $decision ->
    [VERIFY] A moderator stands behind it.
    [CORRECT] It is being corrected.
    [EDIT] A moderator edited it.
    [MOVE] The conversation was moved.
    [ASK_AUTHOR] A moderator asked the author.
    [HIDE] A moderator hid it.
    [APPROVE] It was looked at and stays.
   *[NOTHING] It was looked at and stays as it is.
  }
notice-message = { $message ->
    [ANSWER_VERIFIED] A moderator stands behind your answer in { $title }
    [POST_APPROVED] Your post in { $title } can be read by everybody now
    [POST_EDITED] A moderator changed your post in { $title }
    [POST_MOVED] { $title } is in another channel now
    [POST_HIDDEN] A moderator hid your post in { $title }
    [AUTHOR_ASKED] A moderator asks you about your post in { $title }
    [FLAG_ACTED_ON] A moderator acted on what you reported in { $title }
    [FLAG_DECLINED] What you reported in { $title } stays as it is
    [MUTED] You read in { $title }, and do not write for a time
    [UNMUTED] You can write in { $title } again
    [APPEAL_UPHELD] You were right about { $title }: the decision is taken back
   *[APPEAL_DECLINED] Looked at again: in { $title } the decision stands
  }
appeal-against = What was decided: { $kind ->
    [HID] hidden.
    [EDITED] edited.
   *[MOVED] moved.
  }
appeal-against-mute = Does not write until { $until }.
notice-waiting = { $count ->
    [one] One thing waits for a moderator in { $title }
   *[other] { $count } things wait for a moderator in { $title }
  }
notice-late = { $title } waits for longer than you promised
notice-until = until { $until }
decide-correct-text = You mark the words that are wrong and write what holds instead. Nothing is deleted.
decide-correct-mark = Mark the words
matches-title = Does it say this?
matches-text = A suggestion. Nothing is hidden by it.
match-like = Looks like M-{ $number }, { $score }
match-confirm = It says this
match-dismiss = It says something else
match-decided = { $is ->
    [confirmed] It says this: the correction stands here, too.
   *[dismissed] It says something else.
}

suspensions-title = Suspensions
suspensions-lead = Who was kept out of the organisation, by whom and why, and who was let in again.
suspensions-none = Nobody was ever kept out.
suspensions-none-detail = Somebody is suspended on their page.
suspensions-restore = Let { $name } in again

audit-log-title = Audit log
audit-title = Audit
audit-lead = What moderators and administrators did, everywhere. Conversations are named only where you belong.
audit-log = What was done
audit-readers = Who read what was corrected
audit-readers-lead = Names are told one correction at a time, for a reason. That you asked, and why, stands in the log of its community.
audit-who = Who
audit-everybody = Everybody
audit-what = What
audit-everything = Everything
audit-about = { $about ->
    [reveals] Looked up who asked or who read
    [words] Hid, deleted or changed words
    [people] Muted or suspended somebody
    [appeals] Answered an appeal
    [truth] Said what holds and what does not
    [order] Put conversations in order
   *[queue] Let something appear, or stay as it is
}
audit-from = From
audit-until = Through
audit-everywhere = The whole organisation
audit-none = Nothing was done yet.
audit-none-detail = Whatever a moderator or an administrator does stands here from then on.
audit-none-such = Nothing like that was done.
audit-all = Show everything
audit-correction = Correction { $number }
audit-claim = It is easy to think: { $claim }
audit-corrected-on = corrected on { $day }
audit-exposed = { $count ->
    [0] nobody had read it
    [one] one person had read it
   *[other] { $count } people had read it
}
audit-who-read = Who read it
audit-readers-none = Nothing was corrected yet.
audit-readers-none-detail = Once a correction is published, it stands here.
audit-ask-title = Who read correction { $number }
audit-ask-text = You learn who was told of it, and what they answered. Everybody who moderates there can read that you asked, and why.
audit-reason-hint = For example: an accident is looked into, and we must know who worked by it.
audit-ask-action = Tell me who read it
audit-answered = { $answer ->
    [GOT_IT] has read the correction
    [SAW_IT_ALREADY] saw it this way already
   *[NOT_CONVINCED] is not convinced yet
}
audit-not-answered = { $count ->
    [0] has not answered
    [one] has not answered, reminded once
   *[other] has not answered, reminded { $count } times
}
audit-nobody-told = Nobody was told of it: nobody had read it, or it is longer ago than is kept.
