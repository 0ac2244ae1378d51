# Check-ins: Listen, Formular, Links in Briefen

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
check-in-sees = { $visibility ->
    [PAIR] Das sehen Sie und Ihr Gegenüber
    [FACILITATORS] Das sehen Sie und die Leitung
    [COHORT] Das sehen alle hier
   *[ANONYMOUS] Niemand sieht Ihren Namen: nur Zahlen, ab fünf Antworten
}
check-in-sees-words = Wird ohne Ihren Namen gelesen, sobald fünf Personen etwas geschrieben haben. Lassen Sie weg, woran man Sie erkennt.
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
check-in-zone = Zeitzone: { $zone }.
check-in-number = Frage { $number }
check-in-optional = Sie können sie auslassen
check-in-said = Das sagten Sie am { $day }
check-in-of-pair = Ihre Antwort steht dann auch auf der Seite Ihres Paars.
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
    [0] Danke. Vor Ihnen hat noch niemand geantwortet.
    [one] Danke. Eine weitere Person hat geantwortet.
   *[other] Danke. { $count } andere haben geantwortet.
}
check-in-late = Der Check-in war schon geschlossen; Ihre Antworten sind als verspätet vermerkt.
check-in-nameless-over = Was ohne Namen gefragt ist, war bis zum Ende zu beantworten; was Sie dort gespeichert hatten, wird nicht gesendet.
check-in-skipped = Sie haben ihn ausgelassen. Das ist in Ordnung.
check-in-after-all = Doch antworten
check-in-others = Zum Brett
check-in-skip = Check-in auslassen
check-in-skip-title = Diesen Check-in auslassen?
check-in-skip-text = Dann wartet niemand auf Sie. Sie und die Leitung lesen, warum.
check-in-skip-because = Warum
check-in-not-open = Das lässt sich jetzt nicht beantworten.
check-in-not-asked = Dieser Check-in richtet sich nicht an Sie.
check-in-close = Jetzt schließen
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
    [USED] Ein Link gilt einmal. Melden Sie sich an, um zu lesen, was Sie gesagt haben: Es steht in Ihrem Tagebuch.
    [EXPIRED] Melden Sie sich an, um trotzdem zu antworten: Es gilt dann als verspätet.
    [CLOSED] Melden Sie sich an, um zu sehen, was daraus wurde.
   *[UNKNOWN] Vielleicht hat der Brief ihn abgeschnitten. Kopieren Sie ihn ganz, oder melden Sie sich an.
}
board-answers = Antworten
tally-few = wenige
percent = { $percent } %
check-in-after-session = Nach Sitzung { $number }: { $title }
check-in-days-after = Tage nach der Sitzung
check-in-rhythm = Wie oft
check-in-rhythm-is = { $rhythm ->
    [weekly] Jede Woche, sechsmal
    [fortnightly] Alle zwei Wochen, sechsmal
    [monthly] Jeden Monat, sechsmal
    [quarterly] Alle drei Monate, sechsmal
    [kept] Wie geplant
   *[once] Einmal
}
check-in-days-open = Wie viele Tage lang offen
check-in-plan = Planen
check-in-defined = „{ $title }“ ist geplant
question-add = Eine Frage hinzufügen
question-remove = Frage { $number } entfernen
question-words = Was Sie fragen
question-kind = Art der Antwort
question-options = Die Worte zur Auswahl
check-in-page = Eigene Seite öffnen
check-in-edit = Ändern
check-in-edit-open = Die Menschen sind schon gefragt: Was, wen und ab wann gefragt wird, bleibt, wie es ist.
check-in-changed = „{ $title }“ ist geändert
check-in-cancel = Zurücknehmen
check-in-cancel-title = „{ $title }“ zurücknehmen?
check-in-cancelled-toast = „{ $title }“ ist zurückgenommen
away-heading = Abwesend
away-menu = Ich bin abwesend
away-lead = Bis Sie zurück sind, fragt Sie kein neuer Check-in, und einer, der vorher schließt, wartet nicht auf Sie.
away-until = Sie sind bis { $day } abwesend.
away-back-on = Wieder da am
away-say = Bis dahin bin ich abwesend
away-back = Ich bin wieder da
away-said = Sie sind bis { $day } abwesend
away-back-said = Willkommen zurück: Check-ins fragen Sie wieder
