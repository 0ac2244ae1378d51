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

mail-signin-subject = Ihr Weg zu { $organisation }
mail-signin-text =
    Jemand, vermutlich Sie, möchte sich bei { $organisation } mit einem Link anmelden.

    Hier ist er. Er gilt einmal und 15 Minuten lang. Geben Sie ihn niemandem:
    { $link }

    Wenn Sie das nicht waren, tun Sie nichts.

mail-export-subject = { $organisation }: Ihre Daten liegen bereit
mail-export-text =
    Was { $organisation } über Sie speichert, wurde in einer Datei zusammengestellt. Sie können sie bis { $until } abholen:
    { $link }

    Niemand außer Ihnen kann das. Wenn Sie nicht darum gebeten haben, hat es jemand aus der Verwaltung für Sie getan.

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

mail-consultation-subject = { $asker } möchte Sie etwas fragen
mail-consultation-lead = { $asker } lernt bei { $organisation } und möchte hierzu Ihre Sicht hören:
mail-consultation-title = Eine Frage an Sie
mail-consultation-until = Nur für Sie, ohne Konto, bis { $until }
mail-consultation-text =
    Wenn Sie miteinander gesprochen haben, bestätigen Sie es dort bitte mit einem Klick, gern auch mit
    einer Zeile.
mail-consultation-never = Ich war nicht gemeint, oder: keine solchen Briefe mehr

### Briefe über das, was geschehen ist.

mail-subject-corrected = Neues aus { $community }
mail-subject-many = { $count } Dinge für Sie in { $organisation }
mail-subject-daily =
    { $count ->
        [one] Ihr Tag in { $organisation }: eine Sache
       *[other] Ihr Tag in { $organisation }: { $count } Dinge
    }
mail-subject-sunday =
    { $count ->
        [one] Ihre Woche in { $organisation }: eine Sache
       *[other] Ihre Woche in { $organisation }: { $count } Dinge
    }

mail-told-mention = { $author } hat Sie in { $community } angesprochen
mail-told-reply = { $author } hat Ihnen in { $community } geantwortet
mail-told-followed = { $author } hat in { $community } ein Gespräch fortgesetzt, dem Sie folgen
# Who asked or wrote without a name.
mail-somebody = Jemand
mail-told-more = Dort sind { $count } Beiträge für Sie neu. Dies ist der letzte.
mail-told-question = In { $community } wartet eine Frage
mail-told-news = Neu in { $community }

mail-notice-session-announced = { $community }: eine Sitzung
mail-notice-session-moved = { $community }: { $title } hat sich geändert
mail-notice-session-cancelled = { $community }: { $title } findet nicht statt
mail-notice-prompt-asked = { $community } bittet um Ihre Antwort
mail-notice-check-in-asked = { $community }: ein Check-in für Sie. Hier antworten Sie ohne Anmeldung
mail-notice-pulse-asked = { $community }: ein paar Fragen an Sie. Niemand erfährt, wer was geantwortet hat. Hier antworten Sie ohne Anmeldung
mail-notice-pulse-reminder = { $community }: Diese Fragen sind noch für Sie offen. Niemand erfährt, wer was geantwortet hat. Hier antworten Sie ohne Anmeldung
mail-notice-check-in-reminder = { $community }: Dieser Check-in ist noch für Sie offen. Hier antworten Sie ohne Anmeldung
mail-notice-paired = { $community }: Bis { $until } bilden Sie ein Paar mit { $title }
mail-notice-pair-waits = { $community }: Für Sie fand sich diesmal niemand. Die Leitung weiß Bescheid, und in der nächsten Runde kommen Sie zuerst
mail-notice-gone = { $name } ist nicht mehr in Ihrem Paar
mail-notice-pair-left = { $community }: { $title } gehört nicht mehr zu Ihrem Paar. Sie anderen machen zusammen weiter
mail-notice-pair-mended = { $community }: { $title } hat ein Paar verlassen. Dort steht, wer jetzt mit wem zusammen ist
mail-notice-pair-nudge = { $community }: { $title } würde gern von Ihnen hören
mail-notice-pair-asked = { $community }: Haben Sie sich mit { $title } getroffen?
mail-notice-pair-paused = { $community }: Wir haben die Paare für Sie ausgesetzt, denn die letzten zwei Runden waren still. Kommen Sie zurück, wann es Ihnen passt
mail-notice-pair-silent = { $community }: { $title } setzt nach zwei stillen Runden aus. Ein freundliches Wort hilft
mail-notice-pairs-proposed = { $community }: Ein Vorschlag für Paare wartet auf Sie. Noch weiß niemand davon
mail-notice-pairs-failed = { $community }: Bei einer Runde, die von selbst begann, kam kein Vorschlag heraus. Dort steht, welche Regel im Weg ist
mail-notice-consultation-assigned = { $community }: Fragen Sie jemanden aus Ihrem Umfeld nach dem Gelernten. Wen, bestimmen Sie; ein Konto ist nicht nötig
mail-notice-consultation-asked = { $community }: { $title } möchte Sie etwas fragen
mail-notice-consultation-confirmed = { $community }: { $title } hat Ihr Gespräch bestätigt. Was ändert sich für Sie?
mail-notice-consultation-unanswered = { $community }: { $title } kann nicht oder fand keine Zeit. Fragen Sie jemand anderen
mail-notice-feedback-round-opened = { $community }: Reichen Sie ein, was Sie angewendet haben. Andere sehen es an, und Sie sehen an, was andere taten
mail-notice-feedback-asked = { $community }: { $title } hat etwas eingereicht. Bitte sehen Sie es an
mail-notice-feedback-reminder = { $community }: Was { $title } eingereicht hat, wartet noch auf Sie
mail-notice-feedback-received = { $community }: { $title } hat Ihnen Rückmeldung gegeben
mail-notice-feedback-with-nobody = { $community }: { $count ->
    [one] Eine Einreichung kann niemand ansehen. Fragen Sie jemanden, oder sehen Sie sie selbst an
   *[other] { $count } Einreichungen kann niemand ansehen. Fragen Sie jemanden, oder sehen Sie sie selbst an
}
mail-notice-search-found = Neu zu Ihrer Suche: { $title }
mail-notice-pre-work-opened = { $community }: etwas vor der Sitzung
mail-notice-answer-invited = { $community }: Ihre Antwort wäre hier hilfreich
mail-notice-reminder-open = { $community }: { $title } ist noch offen
mail-notice-reminder = { $community }: eine Erinnerung
mail-notice-correction-offered = { $community }: Eine Stelle in Ihrem Beitrag wird richtiggestellt
mail-notice-correction-told = { $community }: Etwas, das Sie gelesen haben könnten, wurde richtiggestellt
mail-notice-correction-reminder = { $community }: Bitte bestätigen Sie, dass Sie eine Richtigstellung gelesen haben
mail-notice-correction-thanks = { $community }: Danke, dass Sie Ihren Beitrag überarbeitet haben
mail-notice-correction-doubted = { $community }: Jemanden überzeugt Ihre Richtigstellung noch nicht
mail-notice-agreement-asked = { $community }: Sie werden gebeten, einer Richtigstellung zuzustimmen
mail-correction-until = Sie können die Stelle bis { $moment } selbst überarbeiten. Dann steht dort mit Dank, dass sie überarbeitet ist.
mail-correction-revise = Sie können die Stelle jederzeit selbst überarbeiten. Dann steht dort mit Dank, dass sie überarbeitet ist.
mail-correction-required = Bitte bestätigen Sie dort, dass Sie sie gelesen haben.
mail-correction-beside = Eine Stelle daraus wurde richtiggestellt.
mail-correction-title = Was im Titel steht, wurde richtiggestellt.
mail-correction-claim = Naheliegend ist: { $claim }
mail-correction-misses = Was das übersieht: { $misses }
mail-correction-holds = Was stattdessen gilt: { $holds }
mail-notice-to-check = { $count ->
        [one] { $community }: Ein Beitrag wartet auf die Moderation
       *[other] { $community }: { $count } Beiträge warten auf die Moderation
    }
mail-notice-promise-broken = { $community }: „{ $title }“ wartet länger, als zugesagt ist
mail-notice-moderation = { $message ->
        [verified] Ihre Antwort in „{ $title }“ wurde bestätigt
        [approved] Ihr Beitrag in „{ $title }“ ist jetzt für alle zu lesen
        [edited] Die Moderation hat Ihren Beitrag in „{ $title }“ geändert
        [moved] „{ $title }“ steht jetzt in einem anderen Kanal
        [hidden] Die Moderation hat Ihren Beitrag in „{ $title }“ verborgen
        [asked] Die Moderation hat eine Frage zu Ihrem Beitrag in „{ $title }“
        [acted-on] Danke: Ihre Meldung zu „{ $title }“ hat etwas bewirkt
        [declined] Die Moderation hat Ihre Meldung zu „{ $title }“ geprüft; der Beitrag bleibt, wie er ist
        [muted] { $community }: Sie lesen mit und schreiben nicht, bis { $until }
        [unmuted] { $community }: Sie können wieder schreiben
        [upheld] „{ $title }“: Sie hatten recht, die Entscheidung ist zurückgenommen
       *[appeal-declined] „{ $title }“: Ihr Einspruch wurde geprüft, die Entscheidung bleibt
    }
mail-notice-begins = Beginn: { $moment }
mail-notice-before = Vorgesehen war: { $moment }
mail-notice-due = Bis { $moment }
mail-notice-minutes =
    { $minutes ->
        [one] Dauert etwa eine Minute
       *[other] Dauert etwa { $minutes } Minuten
    }

mail-invite-subject-new = { $title }: in Ihrem Kalender
mail-invite-subject-changed = { $title }: geändert
mail-invite-subject-cancelled = { $title }: findet nicht statt
mail-invite-subject-withdrawn = { $title }: Sie stehen nicht mehr auf der Liste
mail-invite-new = Eine Sitzung für Sie. Ihr Kalender kann sie aufnehmen.
mail-invite-changed = Diese Sitzung ist jetzt anders. Ihr Kalender kann das übernehmen.
mail-invite-cancelled = Diese Sitzung findet nicht statt.
mail-invite-withdrawn = Diese Sitzung findet ohne Sie statt: Sie stehen nicht mehr auf der Liste.

mail-day = { $weekday-name }, { $day }. { $month-name } { $year }
mail-moment = { $weekday-name }, { $day }. { $month-name } { $year }, { $time } Uhr ({ $zone })
mail-weekday =
    { $weekday ->
        [1] Montag
        [2] Dienstag
        [3] Mittwoch
        [4] Donnerstag
        [5] Freitag
        [6] Samstag
       *[7] Sonntag
    }
mail-month =
    { $month ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
    }

mail-foot-stop = Keine Briefe wie diesen mehr
mail-foot-choose = Wählen, wann Briefe kommen
