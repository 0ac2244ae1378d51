role-title-learner = Learner
role-title-moderator = Moderator
role-title-facilitator = Facilitator
role-title-expert = Expert
role-title-observer = Observer
role-title-administrator = Administrator
role-may-learner = Asks, answers and shares.
role-may-moderator = Also keeps the conversations in order.
role-may-facilitator = Leads: invites people, opens channels, gives roles.
role-may-expert = Answers from experience.
role-may-observer = Reads, and does not write.

local-time = { $time } in { $zone }
ask-me-about = Ask me about
working-on = Working on
in-common = Communities you share
nothing-in-common = None that you share.
profile-edit = Edit your profile
profile-empty = { $name } has not said anything here yet.
profile-empty-own = Say what others can ask you about, and what you are working on.
person-not-here = Not here yet
person-placeholder = An archive or a roster that was brought in names this person. They have not come themself yet.

people-lead = { $count ->
    [one] One person in { $community }
   *[other] { $count } people in { $community }
}
people-find = Find somebody
people-find-placeholder = Name or handle
people-role = Role
people-everyone = Everyone
people-none = Nobody here by that name.
people-none-role = Nobody has this role here.
people-more-about = What you can do with { $name }

invite-people = Invite people
invite-dialog = Invite somebody to { $community }
invite-dialog-lead = They get a letter with a link. You get another one, in case the letter does not arrive.
invite-email = Their e-mail
invite-as = As
invite-send = Send the invitation
invite-sent = { $email } is invited
invite-sent-lead = The letter is on its way, with a link of its own. This is another one, for handing over yourself: it is shown only now, and works until { $date }.
invite-link = A link to hand over
invite-link-not-copied = This browser does not let us copy. The link is selected: copy it from the field.
invite-another = Invite somebody else
copy = Copy
copied = Copied.
finished = Finished

placeholder-invite = Invite { $name }
placeholder-dialog = Invite somebody to be { $name }
placeholder-dialog-lead = They get a letter with a link. With it, everything that came from an archive under the name { $name } becomes theirs.
placeholder-invited = { $name } is invited. The letter to { $email } is on its way.

add-member = Add a member
add-dialog = Add somebody to { $community }
add-dialog-lead = For people you know from another community. Invite everyone else by e-mail.
add-find = Who
add-nobody = Nobody you know by that name.
add-as = Add { $name }
add-done = { $name } belongs to { $community } now.
role-give = Give { $name } another role
role-changed = { $name } is { $role } now.
member-remove = Remove from { $community }
member-remove-title = Remove { $name } from { $community }?
member-remove-text = { $name } can no longer read or write here. What they wrote stays, under their name. You can invite them again.
member-remove-action = Remove { $name }
member-removed = { $name } no longer belongs to { $community }.
leave = Leave { $community }
leave-title = Leave { $community }?
leave-text = You can no longer read or write here. What you wrote stays, under your name. A facilitator can invite you again.
left = You have left { $community }.
join-as-facilitator = Join as a facilitator

home-people = { $count ->
    [one] one person
   *[other] { $count } people
}
home-led = led by { $names }
home-today = Today, { $date }
home-way = { $standing }, from { $from } to { $to }
home-ask = Ask a question
home-norms-lead = Read this once, and say that you will keep to it.
home-questions = Questions
home-all-questions = All questions
home-conversations = In the channels
home-all-channels = All channels
home-channels = Channels
home-nothing = Nobody has said anything yet. Say hello first.
home-to-channels = Go to the channels
home-leads = Who leads
home-people-title = People
home-all-people = Everyone here
home-about = About
home-norms = How we treat each other
home-zone = Its days go by the clock in { $zone }
community-is-archived = This community is archived. It can be read, not written.
home-not-member = You see this as an administrator. Its conversations are for members.
home-answers = { $count ->
    [0] no answer yet
    [one] one answer
   *[other] { $count } answers
}
home-replies = { $count ->
    [0] no reply yet
    [one] one reply
   *[other] { $count } replies
}
home-in = { $name } in { $channel }
home-manage = Look after it
edit-community = Edit the community
people-manage = Look after members

new-community = Found a community
new-community-lead = You become its first facilitator. Invite the others afterwards.
community-kind = What it is
kind-cohort = A cohort
community-goes-on = Go on by itself after each session
community-goes-on-hint = A place to ask, somebody to go on with, a colleague to consult, and a look back after two weeks. All of it stands in the plan beforehand and can be changed there.
kind-cohort-hint = Has sessions, a beginning and an end.
kind-practice = A community of practice
kind-practice-hint = Goes on as long as people care.
community-name = Name
community-purpose = What it is for
community-purpose-hint = One or two sentences. Everybody who is invited reads them first.
community-slug = Address
community-slug-hint = Leave it empty and it is made of the name.
community-zone = Time zone of its days
community-starts = First day
community-ends = Last day
community-norms = How you treat each other
community-norms-hint = Markdown. Everybody who joins is asked to read it once.
community-norms-preview = As everybody will read it
community-found = Found { $name }
community-found-unnamed = Found the community
community-founded = { $name } is founded.
community-save = Save
community-saved = { $name } is saved.
community-archive = Archive the community
community-restore = Open the community again
community-archived-toast = { $name } is archived. Its members can go on reading.
community-restored-toast = { $name } is open again.
dates-wrong = The last day cannot be before the first.

other-clock = Two clocks
other-clock-words = This device keeps the time of { $here }; letters come to you by the clocks of { $there }.
other-clock-change = Letters by { $here } too
other-clock-keep = Leave it so
other-clock-changed = Letters come by the clocks of { $here } now.
