### Letters, composed by the server.

mail-greeting = Hello { $name },
mail-greeting-unnamed = Hello,
mail-sign-off = { $organisation }

mail-reset-subject = A new password for { $organisation }
mail-reset-text =
    Somebody, we think you, asked to choose a new password for { $organisation }.

    This link lets you do so. It works once, for one hour:
    { $link }

    If it was not you, leave this letter alone: your password stays as it is.

mail-invitation-subject = { $community }: an invitation
mail-invitation-text =
    { $inviter } invites you to { $community }, as { $role }.

    This is your way in. It is yours alone and works until { $until }:
    { $link }
mail-invitation-claim-text =
    { $inviter } invites you to { $community }, as { $role }.

    You are known there already: what was brought in from elsewhere under the name { $name } becomes
    yours with this link. Nobody else can use it, and it works until { $until }:
    { $link }
mail-invitation-by-nobody = { $organisation }
