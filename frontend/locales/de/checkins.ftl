# Check-ins: Formular, Brett, Tagebuch, Links in Briefen

check-in-name = Check-in
check-ins-title = Check-ins
check-ins-filter = Was zu sehen ist
check-ins-view = { $view ->
    [closed] Geschlossen
    [diary] Ihr Tagebuch
   *[now] Jetzt
}
check-ins-empty = { $view ->
    [closed] Noch ist kein Check-in geschlossen.
   *[now] Zurzeit ist kein Check-in offen.
}
check-ins-empty-detail = Etwa zwei Wochen nach einer Sitzung werden Sie gefragt, wie es geht.
check-in-waits = Wartet auf Sie
check-in-sent = { $count } von { $of } haben geantwortet
check-in-opens = Öffnet { $when }
check-in-until = Bis { $when }
check-in-closed = Geschlossen { $when }
check-in-cancelled = Zurückgenommen
check-in-takes = Dauert { $span }
check-in-after = Nach Sitzung { $number }
check-in-summary = Zur Zusammenfassung
check-in-sees = { $visibility ->
    [PAIR] Das sehen Sie und Ihr Gegenüber
    [FACILITATORS] Das sehen Sie und die Leitung
    [COHORT] Das sehen alle hier
   *[ANONYMOUS] Niemand sieht Ihren Namen: nur Zahlen, ab fünf Antworten
}
check-in-response = { $state ->
    [SAVED] Noch nicht gesendet
    [SENT] Gesendet
    [LATE] Verspätet gesendet
    [SKIPPED] Ausgelassen
    [AWAY] Abwesend
   *[WAITING] Nicht beantwortet
}
check-in-outcome = { $outcome ->
    [DONE] Getan
    [CHANGED] Es mir anders überlegt
   *[OPEN] Noch offen
}
check-in-zone = Nach der Uhr in { $city }.
check-in-number = Frage { $number }
check-in-optional = Sie können sie auslassen
check-in-said = Das sagten Sie am { $day }
check-in-commit = Was Sie als Nächstes tun möchten
check-in-your-words = Ihre Worte
check-in-remark = In wenigen Worten, wenn Sie möchten
check-in-step = Frage { $number } von { $count }
check-in-back = Zurück
check-in-next = Weiter
check-in-send = Senden
check-in-missing = Wählen oder schreiben Sie zuerst etwas.
check-in-kept = Gesichert um { $time }
check-in-not-kept = Noch nicht gesichert: Ihre Antworten stehen weiter hier
check-in-thanks = { $count ->
    [0] Danke. Sie haben als Erste geantwortet.
    [one] Danke. Eine weitere Person hat geantwortet.
   *[other] Danke. { $count } andere haben geantwortet.
}
check-in-late = Der Check-in war schon geschlossen; Ihre Antworten sind als verspätet vermerkt.
check-in-nameless-over = Was ohne Namen gefragt ist, war bis zum Ende zu beantworten; was Sie dort gespeichert hatten, wird nicht gesendet.
check-in-skipped = Sie haben ihn ausgelassen. Das ist in Ordnung.
check-in-change = Meine Antworten ändern
check-in-others = Zum Brett
check-in-skip = Diesen auslassen
check-in-skip-title = Diesen Check-in auslassen?
check-in-skip-text = Dann wartet niemand auf Sie. Sie und die Leitung lesen, warum.
check-in-skip-because = Warum
check-in-not-open = Das lässt sich jetzt nicht beantworten.
check-in-not-asked = Dieser Check-in richtet sich nicht an Sie.
check-in-mine = Meine Antwort
check-in-close = Jetzt schließen
check-in-close-title = Diesen Check-in jetzt schließen?
check-in-close-text = Die Zusammenfassung wird veröffentlicht. Wer später antwortet, wird als verspätet vermerkt.
check-in-closed-toast = Geschlossen: Die Zusammenfassung folgt
check-in-before-open = Bis dahin wird niemand gefragt.
diary-private = Das lesen nur Sie: alles, was Sie geantwortet haben, über alle Gemeinschaften hinweg.
diary-empty = Ihr Tagebuch ist leer.
diary-empty-detail = Was Sie in Check-ins antworten, steht hier, nur für Sie.
link-lead = { $name }, Sie können bis { $when } antworten. Anmelden müssen Sie sich nicht.
link-thanks = Danke
link-thanks-text = Ihre Antworten sind angekommen. Dieser Link öffnet jetzt nichts mehr.
link-sign-in = Zu Interlude
link-state = { $state ->
    [USED] Sie haben schon geantwortet
    [EXPIRED] Dieser Link ist abgelaufen
    [CLOSED] Dieser Check-in ist geschlossen
   *[UNKNOWN] Dieser Link führt nirgendwohin
}
link-state-text = { $state ->
    [USED] Ein Link gilt einmal. Melden Sie sich an, um zu lesen oder zu ändern, was Sie gesagt haben.
    [EXPIRED] Melden Sie sich an, um zu antworten; ein neuerer Brief hat einen neueren Link.
    [CLOSED] Melden Sie sich an, um zu sehen, was daraus wurde.
   *[UNKNOWN] Vielleicht hat der Brief ihn abgeschnitten. Kopieren Sie ihn ganz, oder melden Sie sich an.
}
board-no-answers = Noch hat niemand geantwortet.
board-answers = Antworten
board-shape = Wie sie angeordnet sind
board-shape-is = { $shape ->
    [columns] Spalten
   *[stream] Nacheinander
}
board-no-word = Ohne ein Wort
board-withheld = Zahlen stehen hier, sobald sie geschlossen ist, ab fünf Antworten.
board-hidden = { $count ->
    [one] Eine Antwort ist nicht für Sie bestimmt.
   *[other] { $count } Antworten sind nicht für Sie bestimmt.
}
board-aside = Leitung
tally-few = wenige
percent = { $percent } %
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
    [one] Eine Person hat sie ausgelassen
   *[other] { $count } haben sie ausgelassen
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
check-in-after-session = Nach Sitzung { $number }: { $title }
check-in-days-after = Tage nach der Sitzung
check-in-rhythm = Wie oft
check-in-rhythm-is = { $rhythm ->
    [weekly] Jede Woche, sechsmal
    [fortnightly] Alle zwei Wochen, sechsmal
    [monthly] Jeden Monat, sechsmal
    [kept] Wie geplant
   *[once] Einmal
}
check-in-days-open = Wie viele Tage lang offen
check-in-would-open = Öffnet: { $when }. Alle werden in ihrer eigenen Arbeitszeit gefragt.
check-in-plan = Planen
check-in-defined = „{ $title }“ ist geplant
check-in-scale =
    Gar nicht
    Ein wenig
    Recht gut
    Sehr gut
question-add = Eine Frage hinzufügen
question-remove = Frage { $number } entfernen
question-words = Was Sie fragen
question-kind = Art der Antwort
question-kind-is = { $kind ->
    [SCALE] Eine Skala in Worten
    [CHOICE] Eine Auswahl
    [COMMITMENT] Was aus dem Vorhaben wurde
    [MISCONCEPTION] Nach welcher von zwei Aussagen man handelt
   *[SHORT_TEXT] Ein paar Worte
}
question-sees = Wer die Antworten liest
question-options = Die Worte zur Auswahl
question-options-hint = { $kind ->
    [SCALE] Eines je Zeile, drei bis fünf, das Geringste zuerst.
    [MISCONCEPTION] Zwei Aussagen, eine je Zeile.
   *[CHOICE] Eines je Zeile, zwei bis zwölf.
}
question-optional = Sie kann ausgelassen werden
check-in-page = Eigene Seite öffnen
check-in-manage = Diesen Check-in verwalten
check-in-edit = Ändern
check-in-edit-open = Die Menschen sind schon gefragt: Was, wen und ab wann gefragt wird, bleibt, wie es ist.
check-in-changed = „{ $title }“ ist geändert
check-in-cancel = Zurücknehmen
check-in-cancel-title = „{ $title }“ zurücknehmen?
check-in-cancel-text = { $count ->
    [0] Niemand wird mehr gefragt.
    [one] Niemand wird mehr gefragt. Die eine Antwort bleibt im Tagebuch der Person, die sie gab; das Brett liest nur noch die Leitung.
   *[other] Niemand wird mehr gefragt. Die { $count } Antworten bleiben in den Tagebüchern derer, die sie gaben; das Brett liest nur noch die Leitung.
} { $again ->
    [yes] Er kommt auch nicht wieder.
   *[no] { "" }
}
check-in-cancelled-toast = „{ $title }“ ist zurückgenommen
check-in-cancelled-detail = Dieser Check-in wurde zurückgenommen: Niemand wird gefragt, und nur die Leitung liest, was geantwortet wurde.
taken-in-title = Aus Check-ins mitgenommen
taken-in-lead = Was zwischen den Sitzungen gesagt wurde und hier aufgegriffen wird.
away-heading = Abwesend
away-menu = Ich bin abwesend
away-lead = Bis Sie zurück sind, fragt Sie kein neuer Check-in, und einer, der vorher schließt, wartet nicht auf Sie.
away-until = Sie sind bis { $day } abwesend.
away-back-on = Wieder da am
away-say = Bis dahin bin ich abwesend
away-back = Ich bin wieder da
away-said = Sie sind bis { $day } abwesend
away-back-said = Willkommen zurück: Check-ins fragen Sie wieder
