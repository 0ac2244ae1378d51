# accounts and roles of the organisation, for administrators
accounts-lead = Everybody who has an account, how they sign in and what they are where.
accounts-find = A name or an e-mail address
accounts-role = Role in the organisation
accounts-any-role = Any or none
accounts-states = How accounts stand
accounts-all = All
accounts-none = There are no accounts yet.
accounts-none-such = No account is like this.
accounts-show-all = Show all accounts
account-state = { $state ->
    [ACTIVE] Active
    [INVITED] Invited
    [SUSPENDED] Suspended
   *[PLACEHOLDER] Placeholder
}
organisation-role = { $role ->
    [ADMINISTRATOR] Administrator
   *[AUDITOR] Auditor
}
account-last-here = here last
account-never-here = Was never here
account-place = { $community } ({ $role })
account-places-more = { $count } more
account-by-password = Password
account-by-password-and-code = Password with a second factor
account-by-nothing = No way to sign in yet
account-no-address = This account has no e-mail address.
account-profile = Profile
account-log = What the audit log tells
account-coming-in = Coming in
account-ways = Signs in by
account-since = Account since
account-last = Here last
account-signed-in = Signed in
account-sign-ins = { $count ->
    [0] Nowhere
    [one] In one place
   *[other] In { $count } places
}
account-tokens = Tokens
account-token-count = { $count ->
    [0] None
    [one] One
   *[other] { $count }
}
account-own = This is your own account.
account-own-settings = Look after it in your settings
account-by-directory = The directory keeps them out, and may let them in again.
account-end-sign-ins = End all sign-ins
account-sign-ins-ended = { $name } is signed out everywhere.
account-reset = Send a letter to choose a new password
account-reset-sent = { $name } gets a letter to choose a new password.
account-invite = Send an invitation
account-invite-again = Send the invitation to { $community } again
account-invited = An invitation is on its way to { $email }.
account-places = Communities
account-places-none = They belong to no community.
account-place-since = Since { $day },
granted-by = { $how ->
    [INVITATION] invited by { $name }
    [IMPORT] brought in by { $name }
    [SSO] by a group at sign-in, changed by { $name }
    [SCIM] by a group of the directory, changed by { $name }
    [COHORT] after a cohort, by { $name }
   *[PERSON] given by { $name }
}
granted-how = { $how ->
    [INVITATION] by an invitation
    [IMPORT] by an archive or a roster
    [DEMO] as part of the demo
    [COHORT] after a cohort that ended
    [SSO] by a group of the provider they sign in with
    [SCIM] by a group of the directory
   *[PERSON] given by somebody
}
organisation-roles = In the organisation
administrator-since = Administrator since { $day },
administrator-by-platform = by whoever operates the platform.
administrator-not = { $name } does not look after the organisation.
administrator-own = Another administrator can take this from you.
administrator-appoint = Make administrator
administrator-appoint-title = Make { $name } an administrator?
administrator-appoint-text = { $name } sees every account and every community, and changes how people sign in. They sign in anew.
administrator-appointed = { $name } is an administrator now.
administrator-dismiss = Take administration away
administrator-dismiss-title = Take administration from { $name }?
administrator-dismiss-text = { $name } is signed out everywhere and stays what they are in communities.
administrator-dismissed = { $name } looks after the organisation no longer.
auditor-named = Auditor, as named by whoever operates the platform.

# what who may do
roles-lead = What who may do here. The platform itself fills this table in, by the rules that it follows.
permission-act-column = What may be done
permission-yes = yes
permission-no = no
permission-scope = { $scope ->
    [ORGANISATION] In the organisation
    [PROGRAM] In programs
   *[COMMUNITY] In a community
}
permission-scope-lead = { $scope ->
    [ORGANISATION] Administrators look after accounts, communities and ways in. Another administrator makes somebody one, or a group of a provider does. Auditors are named by whoever operates the platform.
    [PROGRAM] Whoever leads a cohort anywhere reads every program. Who takes part in a cohort reads the program that it runs.
   *[COMMUNITY] Each has their role in one community, and may have another one elsewhere. In an archived community nothing is changed, and who is muted does not write for that time.
}
permission-holder = { $holder ->
    [ELSEWHERE] Somebody from elsewhere
    [OBSERVER] Observer
    [LEARNER] Learner
    [EXPERT] Expert
    [MODERATOR] Moderator
    [FACILITATOR] Facilitator
    [ADMINISTRATOR] Administrator who is no member
   *[AUDITOR] Auditor
}
permission-act = { $act ->
    [OVERSEE_PEOPLE] See every account
    [APPOINT] Make somebody administrator, and take that away
    [SUSPEND] Suspend an account
    [RESET_FACTOR] Take a lost second factor off
    [FOUND] Found a community
    [KEEP_PROVIDERS] Say how people sign in from elsewhere
    [OVERSEE_TOKENS] See and revoke every token
    [READ_OUTBOX] See which letters went out
    [READ_AUDIT_LOG] Read the audit log
    [AUDIT_READERS] Look into who read what was corrected
    [READ_PROGRAM] Read a program
    [WRITE_PROGRAM] Write a program
    [SEE] Know that it exists
    [READ] Read what is said, and see who belongs
    [WRITE] Write
    [MODERATE] Keep conversations in order
    [SILENCE] Keep a learner from writing for a time
    [KEEP_CHANNELS] Open and change channels
    [MANAGE] Edit its page, invite people, give roles
    [ASK] Ask something of its members
    [LEAD] Archive it, and remove members
   *[BRING_IN] Bring in a roster
}

# inviting many at once
invites-title = Invite people
invites-lead = Paste addresses or choose a file. You see what each line would do before a letter goes out.
invites-paste = Addresses
invites-paste-hint = An address on each line; or a table that begins with: name,email,community,role
invites-place = Community for lines that name none
invites-place-hint = A line may name another one, by what it is called.
invites-no-place = None
invites-look = See what would happen
invites-file = Choose a file
invites-open = Open invitations
invites-find = Find an address
invites-none = Everybody who was invited has come, or their invitation ran out.
invites-none-such = No open invitation is like this.
invites-by-platform = the platform
invites-until = works until { $day }
invites-again = Send again
invites-withdraw = Withdraw
invites-withdraw-title = Withdraw the invitation to { $email }?
invites-withdraw-text = The links that were sent open nothing any more. This cannot be undone; you can invite them anew.
invites-withdrawn = The invitation to { $email } is withdrawn.
invites-list-title = A list of invitations
invites-list-lead = Nothing has happened yet. This is what each line would do.
invites-list-sent = The letters go out one after the other. You need not wait.
invites-send = { $count ->
    [one] Invite one person
   *[other] Invite { $count } people
}
invites-progress = { $sent } of { $count } invited
invites-correct = { $count ->
    [one] Correct the line that is left out
   *[other] Correct the { $count } lines that are left out
}
invites-lines = Lines
invites-all-lines = All lines
invites-no-lines = There is no such line.
invites-no-address = No address
invites-line-sent = Invited
invite-fate = { $fate ->
    [INVITES] Gets a letter
    [STAYS] Is here already
   *[REFUSED] Left out
}
invite-fate-count = { $fate ->
    [INVITES] Get a letter { $count }
    [STAYS] Are here already { $count }
   *[REFUSED] Left out { $count }
}
