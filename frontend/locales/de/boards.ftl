# Check-ins für alle, die sie planen und lesen: Dialog, Brett, Tagebuch, und was in eine Sitzung mitgeht

check-in-summary = Zur Zusammenfassung
check-in-mine = Meine Antwort
check-in-close-title = Diesen Check-in jetzt schließen?
check-in-close-text = Die Zusammenfassung wird veröffentlicht. Wer später antwortet, wird als verspätet vermerkt.
check-in-closed-toast = Geschlossen: Die Zusammenfassung folgt
check-in-before-open = Bis dahin wird niemand gefragt.
diary-private = Das lesen nur Sie: alles, was Sie geantwortet haben, über alle Gemeinschaften hinweg.
diary-empty = Ihr Tagebuch ist leer.
diary-empty-detail = Was Sie in Check-ins antworten, steht hier, nur für Sie.
board-no-answers = Noch hat niemand geantwortet.
board-shape = Wie sie angeordnet sind
board-shape-is = { $shape ->
    [columns] Spalten
   *[stream] Nacheinander
}
board-no-word = Ohne ein Wort
board-withheld = { $state ->
    [CLOSED] Weniger als fünf haben geantwortet: Nichts davon wird gezeigt.
   *[OPEN] Zahlen stehen hier, sobald der Check-in geschlossen ist, ab fünf Antworten.
}
board-hidden = { $count ->
    [one] Eine Antwort ist nicht für Sie bestimmt.
   *[other] { $count } Antworten sind nicht für Sie bestimmt.
}
board-aside = Leitung
waiting-title = { $count ->
    [0] Alle haben geantwortet
    [one] Eine Person hat nicht geantwortet
   *[other] { $count } haben nicht geantwortet
}
waiting-nudge = Einmal erinnern
waiting-nudged = Erinnert { $when }
check-in-nudged = { $count ->
    [one] Eine Person wird erinnert
   *[other] { $count } Menschen werden erinnert
}
skipped-title = { $count ->
    [one] Eine Person hat ihn ausgelassen
   *[other] { $count } haben ihn ausgelassen
}
away-title = Abwesend: { $names }
themes = Themen
themes-none = Antworten, die zusammengehören, von Hand geordnet.
theme-new = Ein neues Thema
theme-make = Anlegen
theme-count = { $count ->
    [one] Eine Antwort
   *[other] { $count } Antworten
}
theme-remove = Das Thema { $theme } entfernen
theme-put-toast = In „{ $theme }“ gelegt
theme-taken-toast = Aus „{ $theme }“ genommen
theme-removed-toast = „{ $theme }“ ist entfernt; die Antworten bleiben
take-into = In die nächste Sitzung mitnehmen
taken-toast = Es steht auf der Seite der nächsten Sitzung
taken-into = In Sitzung { $number }
answer-late = Verspätet
answer-menu = Was Sie mit der Antwort von { $name } auf „{ $question }“ tun können
check-in-new = Einen Check-in planen
check-in-new-lead = Bis zu acht Fragen; vier sind reichlich.
check-in-title = Worum es geht
check-in-when = Wann er öffnet
check-in-on-day = An einem Tag
check-in-every = { $rhythm ->
    [weekly] Jede Woche
    [fortnightly] Alle zwei Wochen
    [monthly] Jeden Monat
    [quarterly] Alle drei Monate
    [kept] Wie geplant
   *[once] Einmal
}
check-in-times = Wie viele Male
check-in-would-open = Öffnet: { $when }. Alle werden in ihrer eigenen Arbeitszeit gefragt.
check-in-opens-more = { $count ->
    [one] und noch einmal
   *[other] und noch { $count }-mal
}
check-in-scale =
    Gar nicht
    Ein wenig
    Recht gut
    Sehr gut
question-kind-is = { $kind ->
    [SCALE] Eine Skala in Worten
    [CHOICE] Eine Auswahl
    [COMMITMENT] Was aus dem Vorhaben wurde
    [MISCONCEPTION] Nach welcher von zwei Aussagen man handelt
   *[SHORT_TEXT] Ein paar Worte
}
question-sees = Wer die Antworten liest
question-sees-is = { $visibility ->
    [PAIR] Nur jede Person selbst und ihr Gegenüber
    [FACILITATORS] Nur jede Person selbst und die Leitung
    [COHORT] Alle hier
    [WORDS] Alle hier, ohne Namen, ab fünf Antworten
   *[ANONYMOUS] Alle hier, nur als Zahlen, ab fünf Antworten
}
question-options-hint = { $kind ->
    [SCALE] Eines je Zeile, drei bis fünf, das Geringste zuerst.
    [MISCONCEPTION] Zwei Aussagen, eine je Zeile.
   *[CHOICE] Eines je Zeile, zwei bis zwölf.
}
question-optional = Sie kann ausgelassen werden
check-in-manage = Diesen Check-in verwalten
check-in-cancel-text = { $count ->
    [0] Niemand wird mehr gefragt.
    [one] Niemand wird mehr gefragt. Die eine Antwort bleibt im Tagebuch der Person, die sie gab; das Brett liest nur noch die Leitung.
   *[other] Niemand wird mehr gefragt. Die { $count } Antworten bleiben in den Tagebüchern derer, die sie gaben; das Brett liest nur noch die Leitung.
}
check-in-cancelled-detail = Dieser Check-in wurde zurückgenommen: Niemand wird gefragt, und nur die Leitung liest, was geantwortet wurde.
taken-in-title = Aus Check-ins mitgenommen
taken-in-lead = Was zwischen den Sitzungen gesagt wurde und hier aufgegriffen wird.
check-in-would-have-opened = Das wäre { $when } gewesen und ist vorbei. Wählen Sie einen späteren Zeitpunkt.
check-in-comes-back = { $count ->
    [one] kommt noch einmal wieder, { $when }
   *[other] kommt noch { $count }-mal wieder, als Nächstes { $when }
}
check-in-asks = { $count ->
    [one] fragt eine Person
   *[other] fragt { $count } Personen
}
check-in-edit-again = { $count ->
    [one] Was Sie ändern, gilt für diesen Check-in und den, der noch folgt.
   *[other] Was Sie ändern, gilt für diesen Check-in und die { $count }, die noch folgen.
}
check-in-edit-alone = Was noch folgt, wird für sich geändert.
check-in-cancel-again = { $count ->
    [0] { "" }
    [one] Der eine, der noch folgen würde, ist damit auch zurückgenommen.
   *[other] Die { $count }, die noch folgen würden, sind damit auch zurückgenommen.
}
answer-for = { $visibility ->
    [FACILITATORS] Nur für die Leitung
   *[PAIR] Nur für die beiden
}
