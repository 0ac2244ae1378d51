way-continue = Weiter mit { $name }
way-passkey = Mit einem Passkey anmelden
way-or-password = oder mit einem Passwort, das Sie hier haben
way-or-email = oder über Ihre E-Mail-Adresse
way-go-on = Weiter
way-known = Wer eine Adresse wie { $email } hat, meldet sich anderswo an.
way-choose = Für Sie gibt es mehr als einen Weg.
way-none = Für { $email } ist kein Weg bekannt. Sehen Sie nach, ob sie so geschrieben ist wie bei der Arbeit, oder fragen Sie, wer Sie eingeladen hat.
way-signed-out = Sie sind abgemeldet. Wer dieses Gerät sonst benutzt, kommt nur mit eigenem Konto herein.
way-refused =
    { $code ->
        [EXPIRED] Das hat zu lange gedauert oder wurde in einem anderen Fenster begonnen. Bitte fangen Sie noch einmal an.
        [DECLINED] Sie haben dort Nein gesagt, also ist hier nichts geschehen. Sie können jederzeit neu beginnen.
        [PROVIDER_DOWN] Die Stelle, bei der Sie sich anmelden, antwortet nicht, wie sie soll. Versuchen Sie es in ein paar Minuten wieder; bleibt es so, dann sagen Sie es denen, die sie betreuen.
        [NOT_TRUSTED] Was zurückkam, ließ sich nicht überprüfen, deshalb lassen wir damit niemanden herein. Fangen Sie noch einmal an; geschieht es wieder, dann sagen Sie es denen, die die Plattform betreuen.
        [UNKNOWN] Dort kennt man Sie, hier haben Sie aber noch kein Konto. Bitten Sie um eine Einladung, wer Ihren Kurs leitet.
        [EMAIL_TAKEN] Hier gibt es schon ein Konto mit Ihrer Adresse. Melden Sie sich damit an und verbinden Sie dann beide unter Einstellungen, Sicherheit.
        [EMAIL_UNVERIFIED] Ihre Adresse ist dort nicht bestätigt. Bestätigen Sie sie dort und fangen Sie dann neu an.
        [SUSPENDED] Ihr Konto hier ist gesperrt. Fragen Sie, wer Ihre Community leitet oder die Plattform betreut.
        [ALREADY_LINKED] Dieses Konto gehört hier zu jemand anderem. Melden Sie sich dort mit Ihrem eigenen an und versuchen Sie es noch einmal.
        [SOMEBODY_ELSE] Das war das Konto von jemand anderem. Melden Sie sich dort mit Ihrem eigenen an und versuchen Sie es noch einmal.
        [NOT_ANEW] Die Stelle, bei der Sie sich anmelden, sagt nicht, dass sie Sie neu gefragt hat; deshalb zählt es nicht. Melden Sie sich hier mit einem Passwort an – ein Brief bringt Ihnen eines – und fügen Sie unter Einstellungen, Sicherheit einen Passkey hinzu.
        [SIGN_IN_FIRST] Bitte melden Sie sich zuerst an; danach noch einmal, was Sie wollten.
        [OFF] Auf diesem Weg meldet sich niemand mehr an. Wählen Sie einen anderen.
       *[OTHER] Die Anmeldung anderswo hat nicht geklappt. Bitte fangen Sie noch einmal an.
    }

linked-title = Konten anderswo
linked-lead = Mit einem davon melden Sie sich hier ohne Passwort an.
linked-as = Verbunden mit { $name } als { $email }
linked-with = Verbunden mit { $name }
linked-on = Verbunden am { $date }
linked-last = Zuletzt angemeldet
linked-never = Noch nicht benutzt
linked-unlink = Trennen
linked-unlink-title = { $name } trennen?
linked-unlink-text = Sie melden sich dann nicht mehr damit an. Sie können es jederzeit wieder verbinden.
linked-unlinked = { $name } ist getrennt.
linked-link = { $name } verbinden
linked-now = { $name } ist verbunden. Ab jetzt melden Sie sich damit an.
