# channels

channels-title = Channels
channels-archived = Archived
channel-new = New channel
channel-new-title = A new channel
channel-new-action = Open the channel
channel-edit = Edit channel
channel-edit-title = Edit channel
channel-archive = Archive channel
channel-restore = Open channel again
channel-menu = This channel
channel-name = Name
channel-purpose = What it is for
channel-purpose-hint = One or two sentences. They stand above its conversations.
channel-kind = What belongs here
channel-archived = archived
channel-is-archived = This channel is archived. It can be read, not written.
channel-archived-toast = The channel is archived.
channel-restored-toast = The channel is open again.
channel-unread = { $count } unread
channel-ask = Ask a question
channel-start = Start a conversation
kind-discussion = Conversations
kind-discussion-hint = What people tried, found, want to talk about.
kind-questions = Questions
kind-questions-hint = Each asks for an answer.
kind-mixed = Both
kind-mixed-hint = Whoever writes chooses.
kind-question = A question
kind-conversation = A conversation

filters = Which conversations
filter-all = All
filter-unread = Unread
filter-following = Following
filter-unanswered = Unanswered
filter-mine = Mine
beside-title = Open “{ $title }” beside the list
pane-close = Close
pane-whole = Open as a page
list-more = Older conversations
line-begun = { $name }, { $when }
line-replies = { $count ->
    [one] { $name }, { $count } reply, { $when }
   *[other] { $name }, { $count } replies, { $when }
}
thread-title-hidden = A moderator withholds this
line-answers = { $count ->
    [one] { $name }, { $count } answer, { $when }
   *[other] { $name }, { $count } answers, { $when }
}
empty-channels = There are no channels yet.
empty-channels-detail = A facilitator opens the first one.
empty-channels-facilitator = Begin with one for questions and one for what people try at work.
empty-channel = Nothing here yet. The first conversation sets the tone.
empty-channel-example = A good start says what you tried and what happened: “I asked my team what they would miss. Nobody spoke for a minute, and then three did.”
empty-questions = No questions yet. Someone else wonders about it too.
empty-questions-example = A good question says what you saw, what you expected, and what you tried.
empty-unread = You have read everything here.
empty-following = You follow nothing here yet. Open a conversation and press F.
empty-unanswered = Every question has an answer.
empty-mine = You have not started a conversation here.

new-page = Start a conversation
new-question-page = Ask a question
new-kind = What is it?
new-title = Title
new-title-hint = So that others see at a glance what it is about.
new-question-title-hint = Your question in one sentence.
new-title-needed = Give it a title first.
new-body = What you want to say
new-question-body = More about it
new-placeholder = What did you try, see or find? Markdown works, and @ mentions people.
new-question-placeholder = What did you see? What did you expect? What did you try?
new-tags = Tags
new-tags-hint = Words to find it by, with commas between. You can leave this empty.
new-action = Share with the community
new-question-action = Ask the community

thread-about = About this conversation
thread-menu = This conversation
thread-edit = Edit title and tags
thread-edit-title = Title and tags
thread-lock = Close conversation
thread-open = Open conversation again
thread-locked-toast = The conversation is closed. Moderators can still write in it.
thread-opened-toast = The conversation is open again.
thread-asked = Asked by { $name } on { $when }
thread-started = Started by { $name } on { $when }
thread-answers-none = Answers
thread-replies-none = Replies
thread-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
thread-replies = { $count ->
    [one] { $count } reply
   *[other] { $count } replies
}
thread-no-answer = No answer yet. A moderator looks within a day.
thread-no-replies = Nobody has replied yet.
thread-new = New since you were here
thread-new-since = New since { $when }
thread-jump = { $count ->
    [one] Go to the new post
   *[other] Go to { $count } new posts
}
thread-more = Show more
thread-people = In this conversation
thread-related = About the same
thread-duplicate = This was asked before:
thread-gone = This conversation is no longer open to you.
thread-is-locked = This conversation is closed. It can be read, not written.
thread-is-archived = This channel is archived. It can be read, not written.
thread-no-reply = You can read here. Ask a facilitator if you should write too.
membership-ended = You are no longer in { $community }. What you wrote there stays. Ask a facilitator if this is a surprise.
mark-question = Question
mark-helped = { $name }: this helped
the-asker = The asker
nobody = Somebody

story-title = How it went
story-asked = Asked
story-answered = First answer after { $span }
story-waits = Waiting { $span }
story-waits-detail = For a first answer
story-helped = Helped { $name }

follow-following = Follow
follow-following-says = You hear about every reply
follow-normal = Normal
follow-normal-says = You hear when somebody mentions or answers you
follow-muted = Mute
follow-muted-says = You hear nothing from here

post-by = { $name }, post { $number }
post-menu = What you can do with this post
post-edited = edited
post-unread = New
post-reply = Reply
post-quote = Quote
post-copy-link = Copy link
post-link-copied = The link is copied.
post-link-not-copied = This browser does not let us copy. The address is in the address bar.
post-unread-from = Mark unread from here
post-unread-toast = Unread from here. It stays so until you come back.
post-history = History
post-edit = Edit
post-delete = Delete
post-restore = Restore
post-deleted-toast = The post is deleted.
post-is-deleted = This post was deleted.
post-what-it-said = What it said
reactions = Reactions
reaction-helpful = Helpful
reaction-used-it = Used it
reaction-thank-you = Thank you
pending-label = Your post, not sent yet
pending-sending = Sending
pending-failed = We could not send it. Your text is kept here.
pending-again = Try again
pending-back = Change it

history-title = History of this post
history-edit = { $name } changed it on { $when }
history-reason = Because: { $reason }
history-written = Written by { $name } on { $when }
remove-title = Delete the post by { $name }?
remove-text = It can be restored. The author sees your reason.
remove-reason = Why?
remove-action = Delete the post
edit-label = Edit this post
edit-action = Save the change
edit-reason = Why do you change it?
edit-reason-hint = This stands in the history, for the author and everyone else.
edit-conflict = Somebody changed this post meanwhile. Which text goes on?
edit-other = As it stands now

answer-label = Your answer
answer-placeholder = What did you see in your own team? Markdown works, and @ mentions people.
answer-action = Post answer
reply-label = Your reply
reply-to = Reply to { $name }
reply-placeholder = What would you add? Markdown works, and @ mentions people.
reply-action = Post reply
composer-hint = Everyone in the community can read it.
composer-hint-pair = Only those who are in this pair can read it.
composer-tools = Format
composer-bold = Bold
composer-italic = Italic
composer-link = Link
composer-quote = Quote
composer-list = List
composer-code = Code
composer-emoji = Emoji
composer-people = People
composer-offered = { $count ->
    [one] { $count } suggestion
   *[other] { $count } suggestions
}
file-unreadable = { $why ->
    [LOCKED] Search does not know what is in it: it is locked with a password.
    [TOO_MUCH] Search does not know what is in it: reading it takes too much.
   *[BROKEN] Search does not know what is in it: the file seems to be broken.
}
composer-attach = Attach files
composer-files = Attached files
composer-file-remove = Remove { $name }
composer-uploading = Sending { $name }
composer-alt = What it shows
composer-alt-example = For those who cannot see it
composer-files-many = { $count } files are the most for one post.
composer-file-large = This file is too large. { $megabytes } MB are the most.
composer-file-empty = This file is empty.
composer-preview = Preview
composer-preview-empty = Nothing to show yet.
composer-left = { $count } characters left
composer-too-long = { $count } characters too many. Shorten it, or attach a file.
draft-on-device = Draft kept on this device, { $time }
draft-kept = Draft kept, { $time }
draft-discard = Discard
composer-discarded = The draft is discarded.
draft-conflict = This draft was changed on another device. Which text goes on?
draft-other = On the other device
two-mine = Here
two-keep-mine = Go on with this
two-take-other = Take this one

keys-move = next and previous post
keys-reply = reply
keys-helpful = helpful
keys-all = all shortcuts
key-next-post = Next post
key-previous-post = Previous post
key-next-line = Next conversation
key-beside = Open beside the list
key-previous-line = Previous conversation
key-reply = Reply
key-quote = Quote
key-helpful = Helpful
key-edit = Edit
key-unread = Mark unread from here
key-follow = Follow, or not
key-history = History
key-new = New conversation
