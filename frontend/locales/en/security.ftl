# the second factor, and showing once more who one is

code = Code
code-hint = Six digits from your authenticator app, or one of the codes you wrote down. A passkey needs no code.
code-hint-app = Six digits that the app shows now.
factor-title = Second factor
factor-lead = A code from an app on your phone, or a passkey, asked for after your password. Whoever learns your password does not get in with it.
factor-begin = Set up a second factor
factor-scan = Scan this with an authenticator app, and type the code it shows.
factor-qr = QR code for your authenticator app
factor-key = Or type this key
factor-key-hint = The app calls it a time-based key.
factor-confirm = Switch it on
factor-by-passkey = Your passkeys have been the second factor since { $date }.
factor-since = On since { $date }.
factor-codes-left =
    { $count ->
        [0] No recovery code is left. Make new ones.
        [one] One recovery code is left.
       *[other] { $count } recovery codes are left.
    }
factor-renew = New recovery codes
factor-remove = Take it off
factor-removed = Your second factor is off.
factor-codes = Write these codes down
factor-codes-once = Each opens once when your phone is not at hand. We show them only now, and codes from before no longer work.
factor-codes-kept = I have them
factor-not-copied = Your browser does not let us copy. Select the codes and copy them by hand.
passkeys-title = Passkeys
passkeys-lead = Sign in with your finger, your face or the code of your device. Nobody can learn it from you or take it from us.
passkey-name = Name
passkey-name-hint = As you call the device or the program that keeps it.
passkey-add = Add a passkey
passkey-added = “{ $name }” is a passkey of yours now.
passkey-made = Made on { $date }
passkey-last = Last used
passkey-never = Never used yet
passkey-rename = Rename
passkey-save = Save
passkey-remove = Remove
passkey-removed = “{ $name }” opens nothing any more.
passkey-remove-title = Remove “{ $name }”?
passkey-remove-text = You cannot sign in with it any more. Delete it on the device as well.
passkey-unknown = This browser does not know passkeys yet.
passkey-show = Use a passkey
rule-lead = Whoever it is required of and has none sets one up right after signing in, and comes no further before that.
rule-of-whom = Of whom
rule-nobody = Nobody: who wants to
rule-administrators = Administrators
rule-everybody = Everybody
rule-grace = Days to set one up
rule-grace-hint = So long they come in without, from now on, or from when they come later.
rule-saved = Saved.
rule-without =
    { $count ->
        [0] All of these have one.
        [one] One of these has none yet.
       *[other] { $count } of these have none yet.
    }
required-title = One more step
required-lead = Your organisation requires a second factor: a passkey, or codes of an app. Set one of them up, and go on.
required-app = An app on your phone
required-app-lead = It shows a code, which we ask for after your password.
required-done = That is all. Next time we ask for it.
required-go-on = Go on
required-leave = Sign out
confirm-title = Is it still you?
confirm-lead = What you are about to do matters, and you signed in a while ago.
confirm-go-on = Go on
confirm-again = Sign in again

enter-send = Only sign me in
enter-title = Sign in
enter-lead = The link from your letter signs you in on this device, once.
enter-here = Sign in here
enter-again = Ask for a new link
