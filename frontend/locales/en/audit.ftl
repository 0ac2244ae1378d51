entry-lead = Who did what that may have to be answered for, when and from where. Nothing in it can be changed.
entry-words = Words, an address, an id
entry-topics = About
entry-topics-all = Everything
entry-topic = { $topic ->
    [SIGN_INS] Sign-ins
    [ROLES] People and roles
    [REVEALS] Reveals
    [EXPORTS] Exports
    [MODERATION] Moderation
    [SETTINGS] Settings
   *[RECORDS] Records
  }
entry-without = : look at others too
entry-export = Export
entry-exported = { $count ->
    [one] One entry was exported. That you took it stands in the log.
   *[other] { $count } entries were exported. That you took them stands in the log.
  }
entry-none = Nothing was done yet.
entry-none-such = Nothing like that was done.
entry-platform = The platform
entry-somebody = somebody
entry-somewhere = a community
entry-nothing = –
entry-yes = yes
entry-no = no
entry-what = What
entry-before = Before
entry-after = After
entry-number = Entry
entry-kind = Kind
entry-object = What it was done to
entry-via = Signed in by
entry-hash = Hash
entry-all-of = Everything about { $name }
entry-all-in = Everything in { $place }
entry-role = { $role ->
    [learner] Learner
    [moderator] Moderator
    [facilitator] Facilitator
    [expert] Expert
    [observer] Observer
   *[other] { $role }
  }
entry-field = { $what ->
    [role] Role
    [reason] Why
    [why] Why
    [act] What was decided
    [undone] Taken back
    [until] Until
    [state] Attendance
    [administrator] Looks after the organisation
    [name] Name
    [purpose] What it is for
    [norms] Norms
    [zone] Time zone
    [starts_on] First day
    [ends_on] Last day
    [nameless_questions] Questions without a name
    [answer_promise_hours] Hours promised for an answer
    [alumni_access] What alumni may do
    [alumni_community] Where alumni go
    [work_days] Working days, from Monday
    [words] Words
    [steps] Steps
    [for_each_session] For each session
    [archived] Put away
    [kind] Kind
    [premoderation] Read first by a moderator
    [high_stakes_tags] Tags of what is costly
    [entries] Entries
    [rows] Rows
    [copy] Copy
    [mark] Mark of the address that was typed
    [since] Since
    [left] Codes left
    [left_before] Codes left before
    [asked_of] Of whom
    [grace_days] Days to set one up
    [scopes] What it may do
    [expires_at] Ends
    [code] Why
    [detail] What was wrong
    [way] How
    [roles] Roles
    [secret_changed] The secret changed
    [refused] Why it was refused
    [changed] What was written
    [did] What was done
    [is_active] May come in
    [added] Came into it
    [removed] Left it
   *[other] { $what }
  }
entry-shut-why = { $why ->
    [used] It was used before
    [expired] Its time was over
    [closed] What it leads to was over
    [early] What it leads to had not begun
    [retired] It was taken back, or another took its place
    [unknown] There is no such link: altered, or cut short
   *[other] { $why }
  }
entry-moderated = { $by } { $did }
entry-undid = { $by } took back: { $did }
entry-did = { $kind ->
    [identity-signed_in] { $by } signed in
    [identity-sign_in_refused] A sign-in was refused
    [identity-signed_out] { $by } ended sign-ins of { $person }
    [identity-password_changed] { $by } chose a new password
    [identity-reset_minted] A link to choose a new password was made for { $person }
    [communities-invitation_withdrawn] { $by } took an invitation back
    [imports-invites_sent] { $by } had a list of people invited
    [identity-reset_sent] { $by } had a letter to choose a new password sent to { $person }
    [notifications-calendar_feed_created] { $by } made an address for calendar programs
    [notifications-calendar_feed_revoked] { $by } closed an address for calendar programs
    [identity-person_created] { $by } made an account for { $person }
    [identity-person_forgotten] { $by } took back an account that nobody had claimed
    [identity-person_suspended] { $by } suspended { $person }
    [identity-person_restored] { $by } let { $person } in again
    [communities-person_invited] { $by } invited somebody to { $place }
    [communities-invitation_accepted] { $person } came to { $place } by an invitation
    [communities-member_joined] { $person } joined { $place } as { $role ->
        [moderator] a moderator
        [facilitator] a facilitator
        [expert] an expert
        [observer] an observer
       *[other] a learner
      }
    [communities-member_changed] { $by } made { $person } { $role ->
        [moderator] a moderator
        [facilitator] a facilitator
        [expert] an expert
        [observer] an observer
       *[other] a learner
      } of { $place }
    [communities-member_removed] { $by } ended the membership of { $person } in { $place }
    [questions-asker_revealed] { $by } looked up who asked without a name in { $place }
    [misconceptions-exposures_audited] { $by } looked up who read what was corrected in { $place }
    [audit-log_exported] { $by } exported the audit log
    [audit-copied] { $by } copied everything
    [pulses-results_exported] { $by } exported the results of a pulse in { $place }
    [channels-post_deleted] { $by } deleted a post in { $place }
    [communities-member_muted] { $by } stopped { $person } from writing in { $place } for a time
    [communities-member_unmuted] { $by } let { $person } write in { $place } again
    [communities-community_created] { $by } founded { $place }
    [communities-community_changed] { $by } changed the settings of { $place }
    [communities-community_archived] { $by } archived { $place }
    [communities-community_restored] { $by } brought { $place } back
    [communities-calendar_changed] { $by } changed the calendar of { $place }
    [communities-cohort_ended] { $place } ended
    [channels-channel_changed] { $by } changed a channel of { $place }
    [journeys-template_changed] { $by } changed a template of a journey
    [search-synonyms_changed] { $by } changed which words mean the same
    [identity-factor_rule_changed] { $by } changed of whom a second factor is required
    [sessions-program_version_published] { $by } published a version of a program
    [sessions-program_delivered] { $by } chose the version of the program for { $place }
    [sessions-attendance_recorded] { $by } recorded the attendance of { $person } in { $place }
    [imports-import_finished] { $by } brought an archive into { $place }
    [imports-roster_applied] { $by } brought a roster into { $place }
    [imports-roster_undone] { $by } took a roster of { $place } back
    [notifications-letter_sent_again] { $by } had a letter to { $person } sent again
    [identity-second_factor_set] { $by } set up a second factor
    [identity-second_factor_removed] { $by } took their second factor off
    [identity-second_factor_reset] { $by } took the second factor off { $person }
    [identity-passkey_added] { $by } added a passkey
    [identity-passkey_renamed] { $by } renamed a passkey
    [identity-passkey_removed] { $by } took a passkey off
    [identity-passkey_shown] { $by } showed a passkey
    [identity-recovery_code_used] { $person } used a recovery code
    [identity-recovery_codes_renewed] { $by } made new recovery codes
    [identity-sign_in_confirmed] { $by } showed once more who they are
    [identity-sign_in_link_minted] A link to sign in was made for { $person }
    [identity-api_token_created] { $by } made a token
    [identity-api_token_revoked] { $by } revoked a token
    [identity-administrator_appointed] { $person } looks after the organisation from then on
    [identity-administrator_dismissed] { $person } looks after the organisation no longer
    [checkins-link_refused] A link to a check-in opened nothing
    [consultations-link_refused] A link to a consultation opened nothing
    [pulses-link_refused] A link to a pulse survey opened nothing
    [sso-sign_in_vouched] { $person } came in by an account elsewhere
    [sso-sign_in_refused] A sign-in from elsewhere was refused
    [sso-account_linked] { $person } linked an account elsewhere
    [sso-account_unlinked] { $person } unlinked an account elsewhere
    [sso-signed_out_elsewhere] A provider ended sign-ins of { $person }
    [sso-logout_refused] The end of a sign-in was told by nobody to be believed
    [sso-groups_applied] Groups of a provider changed what { $person } may do
    [scim-person_kept] The directory wrote { $person }
    [scim-person_dropped] The directory let { $person } go
    [scim-group_kept] The directory wrote a group
    [sso-provider_changed] { $by } changed a sign-in provider
    [sso-test_done] { $by } tried a sign-in provider
   *[other] { $by }: { $name }
  }
chain-check = Check the chain
chain-hint = Each entry holds a hash of the one before it: a change shows.
chain-whole = { $count ->
    [one] The chain is whole: one entry, checked
   *[other] The chain is whole: { $count } entries, checked
  }
chain-newest-whole = The newest { $count } of { $all } entries are whole, checked
chain-seal = Seal to note elsewhere: { $seal }
chain-broken = The log is not as it was written: { $flaw }. On the server, “interlude audit verify” tells more.
