settings-profile = Profile
settings-profile-lead = What the people in your communities see of you.
settings-appearance = Appearance
settings-appearance-lead = It applies at once, on every device where you sign in.
settings-keyboard = Keyboard
settings-keyboard-lead = Everything here can be done with keys, and everything with buttons.
settings-security = Security
settings-tokens = Tokens
password-title = Password
settings-security-lead = You stay signed in here; everywhere else you are signed out.

handle = Your handle
handle-hint = Others mention you as @{ $handle }. Letters a to z, digits and hyphens.
save-profile = Save profile
profile-saved = Your profile is saved.

text-size = Text size
text-small = Small
text-normal = Normal
text-large = Large
text-larger = Larger
appearance-sample = What was said in the session is tried in between.
reading-font = Reading font
font-interlude = Interlude
font-interlude-hint = A serif for what people ask
font-system = Of the system
font-system-hint = The font that your device knows best
less-motion = Less motion
less-motion-hint = Nothing slides or draws itself.
language = Language

single-keys = Single-letter keys
single-keys-hint = Switch them off if you speak to your device or press keys by accident. Combinations such as Ctrl K go on working.
keyboard-more = Some screens have a few keys more. Press ? there to see them.

current-password = Your password now
change-password = Change password
password-changed = Your password is changed. You are signed out everywhere else.
signins-title = Where you are signed in
signins-lead = End what you do not know, and change your password then.
last-seen = Last seen
signed-in-on = Signed in on { $date }
this-device = This device
signin-end = Sign out
signin-ended = { $device } is signed out.
sign-out-everywhere = Sign out everywhere
sign-out-everywhere-title = Sign out on every device?
sign-out-everywhere-text = This one too. Drafts that are on a device stay there.
