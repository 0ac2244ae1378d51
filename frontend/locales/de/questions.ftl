# questions

questions-title = Fragen
questions-ask = Frage stellen
questions-promise = Die Moderation sieht neue Fragen { $within } an.
questions-filter = Welche Fragen
questions-show = { $filter ->
    [interlude] Dieses Zwischenspiel
    [unanswered] Unbeantwortet
    [mine] Meine
    [following] Gefolgt
    [corrected] Richtiggestellt
   *[all] Alle
}
key-questions-show = { $filter ->
    [interlude] Aus diesem Zwischenspiel
    [unanswered] Unbeantwortete
    [mine] Meine
    [following] Gefolgte
    [corrected] Richtiggestellte
   *[all] Alle Fragen
}
questions-empty = { $filter ->
    [interlude] Seit der letzten Sitzung hat niemand gefragt.
    [unanswered] Jede Frage hat eine Antwort.
    [mine] Sie haben hier noch nichts gefragt.
    [following] Sie folgen hier keiner Frage.
    [corrected] Zu keiner Frage hier wurde etwas richtiggestellt.
   *[all] Noch keine Fragen. Andere wundern sich über dasselbe.
}
key-questions = Zu den Fragen
key-ask = Frage stellen
key-next-row = Nächste Frage
key-previous-row = Vorige Frage

ask-field = Eine Frage suchen oder stellen
ask-field-placeholder = Was möchten Sie wissen?
ask-field-found = Schon gefragt:
ask-field-action = „{ $title }“ fragen
similar-title = Schon gefragt
similar-lead = Vielleicht ist Ihre dabei. Sie öffnen sich neben dem, was Sie schreiben.
similar-found = { $count ->
    [one] Eine ähnliche Frage
   *[other] { $count } ähnliche Fragen
}
opens-aside = (öffnet sich neben dieser Seite)
asked-here = Diese Gemeinschaft
stands-verified = bestätigt
stands-helped = beantwortet
stands-open = noch keine Antwort
stands-answers = { $count ->
    [0] keine Antwort
    [one] { $count } Antwort
   *[other] { $count } Antworten
}
row-too = { $count ->
    [one] { $count } Person fragt mit
   *[other] { $count } Personen fragen mit
}
row-parked = am { $day }

ask-title = Frage stellen
ask-hint-saw = Was haben Sie gesehen?
ask-hint-expected = Was haben Sie erwartet?
ask-hint-tried = Was haben Sie versucht?
ask-placeholder = Markdown geht, und mit @ erwähnen Sie jemanden.
ask-channel = Wo
ask-objectives = Um welche Ziele es geht
ask-session = Auf welche Sitzung sie folgt
ask-session-hint = Damit andere sie finden, wenn sie auf diese Sitzung zurückblicken.
ask-no-session = Keine
ask-promise = Alle in der Gemeinschaft können sie lesen. Die Moderation sieht sie { $within } an.
ask-nameless = Ohne meinen Namen fragen
nameless-others = Niemand in der Gemeinschaft sieht Ihren Namen: nicht hier, nicht in Mails, nicht in der Suche, nicht in einem Export.
nameless-moderators = Auch die Moderation sieht ihn nicht. Sie kann ihn mit einer Begründung, die festgehalten wird, aufdecken, wenn jemand zu Schaden kommen könnte.
nameless-yourself = Sie sehen, dass die Frage Ihre ist. Wer Ihre Art zu schreiben kennt, könnte es ahnen: Lassen Sie weg, was nur Sie so sagen würden.
nameless = Jemand, ohne Namen
nameless-own = Sie, ohne Ihren Namen

mark-has-answers = Hat Antworten
row-corrected = Richtiggestellt
mark-withdrawn = Zurückgezogen
mark-duplicate = Schon gefragt
mark-verified = Bestätigt
mark-verified-by = Bestätigt von { $name }
mark-stands-behind = { $name } steht dahinter
mark-stands-behind-since = { $name } hat dies am { $when } bestätigt
mark-review-due = Soll noch einmal geprüft werden
mark-obsolete = Nicht mehr aktuell
mark-obsolete-why = Nicht mehr aktuell: { $reason }
too-action = Das frage ich mich auch
too-people = { $count ->
    [one] Person fragt sich das
   *[other] Personen fragen sich das
}
too-others = { $count ->
    [one] Noch eine Person fragt sich das
   *[other] Noch { $count } Personen fragen sich das
}
way-withdrawn = Diese Frage wurde zurückgezogen. Die Antworten bleiben.
way-parked = Wird am { $day } behandelt
way-session = Sitzung { $number }, { $title }
way-invited = Um Antwort gebeten: { $names }
parked-title = Fragen für diese Sitzung
parked-lead = Sie kamen zwischen den Sitzungen auf die Agenda.
unpark = Nicht mehr
answers-sort = Reihenfolge
sort-helpful = Hilfreichste zuerst
sort-oldest = Älteste zuerst
answer-helped = Das hat mir geholfen
answer-verify = Dahinter stehe ich
verified-toast = Alle sehen jetzt, dass Sie hinter dieser Antwort stehen.
key-helped = Das hat mir geholfen
key-verify = Dahinterstehen
keys-helped = hat mir geholfen
keys-verify = dahinterstehen
answer-promise = Die Moderation sieht neue Antworten { $within } an.
answer-none = Noch keine Antwort.
answer-none-promise = Noch keine Antwort. Die Moderation sieht { $within } nach.
story-verified = Bestätigt
side-session = Aus Sitzung { $number }
side-open-session = Sitzung öffnen
side-asked-before = Schon gefragt

question-invite = Jemanden um Antwort bitten
question-park = In einer Sitzung behandeln
question-duplicate = Wurde schon gefragt
question-reopen = Wieder öffnen
question-reveal = Wer das gefragt hat
question-hide-name = Meinen Namen entfernen
question-withdraw = Zurückziehen
withdrawn-toast = Die Frage ist zurückgezogen.
made-nameless-toast = Ihr Name steht nicht mehr an dieser Frage.
reason = Warum
unverify-title = Nicht mehr dahinterstehen
unverify-text = { $name } steht hinter dieser Antwort. Beide lesen die Begründung: diese Person und wer die Antwort geschrieben hat.
unverify-action = Bestätigung entfernen
reveal-title = Wer das gefragt hat
reveal-text = Die Frage wurde ohne Namen gestellt. Sie können erfahren, von wem sie ist, wenn jemand zu Schaden kommen könnte. Dass und warum Sie es getan haben, wird festgehalten.
reveal-reason-hint = Die Begründung steht im Protokoll dieser Gemeinschaft.
reveal-action = Namen zeigen
reveal-only-you = Das sehen nur Sie, hier und jetzt. Niemand erfährt davon.
park-title = In einer Sitzung behandeln
park-text = Die Frage steht auf der Agenda dieser Sitzung, und alle hier lesen, wann.
park-none = Es ist keine Sitzung geplant. Planen Sie zuerst eine.
park-session = In welcher Sitzung
park-action = Auf die Agenda setzen
duplicate-title = Wurde schon gefragt
duplicate-text = Diese Frage führt dann zu der anderen, und wer hier wartet, erfährt davon.
duplicate-find = Die andere Frage suchen
duplicate-which = Welche ist es
duplicate-none = Nichts Ähnliches gefunden. Versuchen Sie andere Worte.
duplicate-action = Dorthin führen
question-invite-title = Jemanden um Antwort bitten
invite-text = Die Person erfährt, dass Sie an sie gedacht haben. Alle sehen, wer gefragt wurde.
invite-find = Name
invite-whom = Wen
invite-on-duty = Wer gerade Auskunft gibt
invite-on-duty-hint = Wer von ihnen zuletzt am seltensten gefragt wurde.
invite-action = Um Antwort bitten
invited-toast = Die Person erfährt davon.
