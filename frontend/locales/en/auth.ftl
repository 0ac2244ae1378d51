threshold-line = What was said in the session is tried in between.
signin-title = Welcome back
signin-lead = Sign in to go on where your cohort left off.
email = E-mail
password = Password
sign-in = Sign in
forgot-password = Forgot your password?
demo-title = Look around as
demo-lead = This is a demonstration. One click signs you in.
forgot-title = A new password
forgot-lead = Tell us your e-mail. If we know it, we send you a link that works for one hour.
forgot-send = Send me a link
forgot-sent = If { $email } belongs to someone here, a link is on its way.
back-to-signin = Back to sign-in
reset-title = Choose a new password
reset-lead = Saving it signs you out everywhere else.
reset-save = Save and sign in
reset-again = Ask for a new link
new-password = New password
password-hint = At least { $count } characters. A short sentence is easy to remember.
password-show = Show the password
invite-title = { $name } invites you
invite-lead = You are invited to { $community } as { $role }.
invite-claims = You are known there already: what came from an archive under the name { $name } becomes yours.
invite-name = Your name
invite-name-hint = As others should see it.
invite-join = Join { $community }
invite-until = The invitation is open until { $date }.
invite-gone-title = This invitation is no longer open
invite-gone-text = It was used, or its time ran out. Ask the person who invited you for a new one.
role-learner = a learner
role-moderator = a moderator
role-facilitator = a facilitator
role-expert = an expert
role-observer = an observer

welcome-step = Step { $step } of { $count }
welcome-skip = Skip
welcome-skip-all = Skip everything
welcome-next = Next
welcome-done = Open Today
welcome-name-title = What should we call you?
welcome-name-lead = Others see your name beside what you write.
welcome-say = How to say it
welcome-say-hint = For example: a-MAH-ra. Leave it empty if it is clear.
welcome-work-title = What do you want to change at work?
welcome-work-lead = It becomes a line on your profile, for the people in your communities. You can change it at any time.
welcome-working-on = What you are working on
welcome-ask = Ask me about
welcome-ask-hint = Something that others could learn from you.
welcome-zone-title = Where is your day?
welcome-zone-lead = Times are shown in your zone. We write to you in your daytime.
welcome-zone = Time zone
welcome-look-title = How should it look?
welcome-look-lead = You can change it at any time in the settings.
theme-label = Appearance
theme-system = As the system
theme-light = Light
theme-dark = Dark

mail-link-title = Letters
mail-link-lead = The letter you come from was about: { $about }. Everything still waits for you in the inbox.
mail-link-choose = From now on
mail-link-stop = No letters like that one
mail-link-stop-hint = All others stay as they are.
mail-link-calm = Calm
mail-link-calm-hint = At once what cannot wait; the rest once a day or on Sunday.
mail-link-due = Only what is due
mail-link-due-hint = Sessions, and what is asked of you.
mail-link-save = Save
mail-link-stopped = Done. No letters like that one come any more.
mail-link-calm-saved = Done. Letters come in the calm way.
mail-link-due-saved = Done. Only what is due comes by letter.
mail-link-more = More choices
mail-link-gone-title = This link is no longer good
mail-link-gone-text = It may have been cut short on its way. In your settings you choose which letters come.
mail-link-gone-way = Choose which letters come
mail-about =
    { $kind ->
        [SESSION] sessions
        [ASKED] what is asked of you
        [MENTION] who mentions you
        [REPLY] answers to you
        [FOLLOWED] what you follow
        [QUESTION] questions that wait
       *[SUMMARY] what is new
    }
