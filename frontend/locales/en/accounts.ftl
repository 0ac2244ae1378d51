way-continue = Continue with { $name }
way-passkey = Sign in with a passkey
way-or-password = or with a password of yours here
way-or-email = or by your e-mail
way-go-on = Continue
way-known = People with an address like { $email } sign in elsewhere.
way-choose = There is more than one way in for you.
way-none = No way in is known for { $email }. Look whether it is written as at work, or ask who invited you.
way-signed-out = You are signed out. Others who use this device come in only with an account of their own.
way-refused =
    { $code ->
        [EXPIRED] That took too long, or was begun in another window. Please begin again.
        [DECLINED] You said no there, so nothing has happened here. Begin again whenever you like.
        [PROVIDER_DOWN] The place where you sign in does not answer as it should. Try again in a few minutes; if it stays like that, tell who looks after it.
        [NOT_TRUSTED] What came back could not be verified, so we let nobody in by it. Begin again; if it happens again, tell who looks after the platform.
        [UNKNOWN] You are known there, but have no account here yet. Ask who leads your course for an invitation.
        [EMAIL_TAKEN] There is an account with your address here already. Sign in with it, then link the two under Settings, Security.
        [EMAIL_UNVERIFIED] Your address is not confirmed there. Confirm it there, then begin again.
        [SUSPENDED] Your account here is suspended. Ask who leads your community, or who looks after the platform.
        [ALREADY_LINKED] That account belongs to somebody else here. Sign in elsewhere with the one that is yours, then try again.
        [SOMEBODY_ELSE] That was an account of somebody else. Sign in there as yourself, then try again.
        [NOT_ANEW] The place where you sign in does not say that it asked you anew, so this cannot count. Sign in with a password of yours here – a letter brings you one – and add a passkey under Settings, Security.
        [SIGN_IN_FIRST] Please sign in first, and then once more what you wanted to do.
        [OFF] Nobody signs in by this way any more. Choose another one.
       *[OTHER] Signing in elsewhere did not work. Please begin again.
    }

linked-title = Accounts elsewhere
linked-lead = With one of these you sign in here without a password.
linked-as = Linked with { $name } as { $email }
linked-with = Linked with { $name }
linked-on = Linked on { $date }
linked-last = Last signed in
linked-never = Not used yet
linked-unlink = Unlink
linked-unlink-title = Unlink { $name }?
linked-unlink-text = You do not sign in with it any more then. Whenever you like, you can link it again.
linked-unlinked = { $name } is unlinked.
linked-link = Link { $name }
linked-now = { $name } is linked. You sign in with it from now on.
