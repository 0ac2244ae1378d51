### Briefe, die der Server schreibt.

mail-greeting = Guten Tag { $name },
mail-greeting-unnamed = Guten Tag,
mail-sign-off = { $organisation }

mail-reset-subject = Ein neues Passwort für { $organisation }
mail-reset-text =
    Jemand, vermutlich Sie, möchte ein neues Passwort für { $organisation } wählen.

    Mit diesem Link geht es. Er gilt einmal und eine Stunde lang:
    { $link }

    Wenn Sie das nicht waren, tun Sie nichts: Ihr Passwort bleibt, wie es ist.

mail-invitation-subject = { $community }: eine Einladung
mail-invitation-text =
    { $inviter } lädt Sie zu { $community } ein, als { $role }.

    Hier kommen Sie hinein. Der Link gehört nur Ihnen und gilt bis { $until }:
    { $link }
mail-invitation-claim-text =
    { $inviter } lädt Sie zu { $community } ein, als { $role }.

    Dort kennt man Sie schon: Was unter dem Namen { $name } von anderswo übernommen wurde, wird mit
    diesem Link Ihres. Niemand sonst kann ihn benutzen, und er gilt bis { $until }:
    { $link }
mail-invitation-by-nobody = { $organisation }
