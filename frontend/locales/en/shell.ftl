app-name = Interlude
skip-to-content = Skip to content
close = Close
cancel = Cancel
save = Save
dismiss = Dismiss
undo = Undo
loading = Loading
notices = Notices
breadcrumb = Where you are
back = Back
offline = No connection. You can go on writing, we send it later.
new-version = There is a newer version of Interlude.
reload = Reload
new-count = { $count } new
people-and-more = { $names } and { $count } more

mark-answered = Answered
mark-locked = Closed
mark-no-answer = No answer yet
mark-waiting-hours = { $count ->
    [one] Waiting { $count } hour
   *[other] Waiting { $count } hours
}
mark-waiting-days = Waiting { $count } days

nav-main = Main
nav-community = Community
nav-tabs = Places
nav-today = Today
nav-inbox = Inbox
nav-home = Home
nav-ask = Ask
nav-channels = Channels
nav-questions = Questions
nav-pulses = Pulse surveys
pulse-new = Plan a pulse survey
nav-consult = Ask a colleague
nav-feedback = Peer feedback
nav-people = People
nav-search = Search
nav-drafts = Drafts
nav-settings = Settings
search-or-jump = Search or jump to
switch-community = Switch community
your-communities = Your communities
no-community-yet = No community yet
you-and-settings = Profile, settings, sign out
your-profile = Your profile
sign-out = Sign out
more = More

palette-title = Search or jump to
palette-field = A place, a person, a conversation
palette-places = Places
palette-actions = Actions
palette-people = People
palette-content = What was said
palette-search-for = Search for “{ $query }”
action-theme-light = Light appearance
action-theme-dark = Dark appearance
action-theme-system = Appearance as the system
action-shortcuts = Keyboard shortcuts

shortcuts-title = Keyboard shortcuts
shortcuts-everywhere = Everywhere
shortcuts-here = On this screen
shortcuts-off = Single-letter keys are switched off in your settings.
key-palette = Search or jump to
key-search = Search
key-shortcuts = This sheet
key-today = Go to Today
key-inbox = Go to Inbox
key-home = Go to the community
key-channels = Go to Channels
key-people = Go to People
key-community = Switch community
key-drafts = Go to Drafts

field-required = Please fill this in.
field-choose = Please choose one.
field-email = Please write an e-mail address.
field-address = Please write an address that begins with https://.
field-least = { $least } is the least.
field-most = { $most } is the most.
field-too-early = Please choose a later day.
field-unfit = Please look at this again.
