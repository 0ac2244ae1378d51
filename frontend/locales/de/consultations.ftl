# Rat einholen: das Formular, die eigene Liste, die Seite eines Links

consult-new = Rat einholen
consult-lead = Jemand bei der Arbeit kennt das schon. Stellen Sie eine Frage, sprechen Sie fünf Minuten, und schreiben Sie auf, was sich ändert. Ein Konto braucht die andere Person nicht.
consult-own = Wen Sie gefragt haben
consult-shared = Was andere Sie lesen lassen
consult-empty = Sie haben noch niemanden um Rat gefragt.
consult-empty-detail = Nehmen Sie eine Sache aus einer Sitzung und jemanden, der sie jeden Tag tut.
consult-unasked = Wählen Sie, wen Sie fragen
consult-of = An { $name }
consult-somebody = die gefragte Person
consult-after = Nach Sitzung { $number }
consult-due = Bis { $day }
consult-state = { $state ->
    [ASSIGNED] Noch zu fragen
    [ASKED] Angeschrieben
    [CONFIRMED] Gesprochen
    [CONCLUDED] Erledigt
    [WITHDRAWN] Zurückgenommen
    [EXPIRED] Keine Antwort
   *[DECLINED] Abgesagt
}
consult-sees = { $visibility ->
    [ASKER] Nur Sie
    [FACILITATORS] Sie und die Leitung
   *[COHORT] Alle hier
}
consult-visibility = Wer Ihre Frage liest, und was sich ändert
consult-visibility-hint = Wen Sie fragen und was die Person sagt, bleibt bei Ihnen.
consult-objective = Worum es geht
consult-objective-is = { $number }. { $statement }
consult-no-objective = Nichts gewählt
consult-whom = Wen Sie fragen
consult-by-name = Jemanden von hier
consult-by-mail = Jemanden per E-Mail
consult-find = Nach dem Namen suchen
consult-find-hint = Die Person findet es in ihrem Eingang und in einem Brief.
consult-name = Name
consult-mail = E-Mail-Adresse
consult-mail-hint = Dorthin geht ein Brief mit einem Link. Dreißig Tage nach dem Ende vergessen wir die Adresse.
consult-not-them = Nicht { $name }
consult-whom-missing = Wählen Sie zuerst jemanden.
consult-question = Was Sie fragen
consult-question-hint = Eine echte Frage, so wie Sie sie beim Kaffee stellen würden.
consult-send = Fragen
consult-send-hint = Der Brief geht sofort hinaus.
consult-preview = Was dort zu lesen ist
consult-preview-opens = { $known ->
    [yes] Guten Tag, { $name }. { $asker } fragt nach Ihrer Sicht.
   *[no] { $asker } fragt nach Ihrer Sicht.
}
consult-preview-empty = Hier steht Ihre Frage.
consult-preview-ends = Darunter ist Platz für eine Zeile und ein Knopf dafür, dass Sie gesprochen haben. Der Link öffnet 21 Tage lang diese Seite und sonst nichts.
consult-sent = { $name } ist angeschrieben
consult-asked-what = Was Sie { $name } fragen
consult-asked-on = { $name } wurde { $day } angeschrieben. Der Link gilt bis { $until }.
consult-written-to = Der Brief ging an { $email }.
consult-way = Wie es steht
consult-came-to-nothing = { $state ->
    [DECLINED] { $name } kann dabei nicht helfen. Jemand anderes vielleicht.
   *[EXPIRED] { $name } hat nicht rechtzeitig geantwortet. Fragen Sie jemand anderen, oder nehmen Sie die Frage zurück.
}
consult-somebody-else = Jemand anderen fragen
consult-somebody-else-text = Der Link von { $name } öffnet dann nichts mehr.
consult-resend = Noch einmal senden
consult-resent = { $name } ist noch einmal angeschrieben
consult-resend-from = Noch einmal senden können Sie ab { $when }.
consult-withdraw = Zurücknehmen
consult-withdraw-title = Diese Frage zurücknehmen?
consult-withdraw-text = Der Link von { $name } öffnet dann nichts mehr. Sie können jederzeit neu fragen.
consult-withdrawn = Zurückgenommen
consult-confirmed = { $name } sagt, dass Sie gesprochen haben, { $day }
consult-line-private = Diese Zeile lesen nur Sie.
consult-changes = Was sich ändert
consult-change = Was ändert sich jetzt?
consult-change-hint = Was Sie anders machen oder lassen, wie es ist, und warum.
consult-conclude = Festhalten
consult-concluded = Festgehalten. Dafür war es da.
consult-shared-toast = { $visibility ->
    [ASKER] Jetzt lesen es nur Sie
    [FACILITATORS] Jetzt lesen es Sie und die Leitung
   *[COHORT] Jetzt können es alle hier lesen
}
consult-counts = Wie viele wonach gefragt haben
consult-counts-lead = Nur Zahlen: Wer wen gefragt hat, bleibt bei den Gefragten und Fragenden.
consult-counts-none = Noch hat niemand Rat eingeholt.
consult-count-assigned = Noch zu fragen
consult-count-asked = Gefragt
consult-count-confirmed = Gesprochen
consult-count-concluded = Aufgeschrieben, was sich ändert
consult-asks = { $name } fragt nach Ihrer Sicht
consult-about-words = Darum geht es: { $objective }
consult-talk-first = Sprechen Sie fünf Minuten mit { $name }, wann es Ihnen beiden passt. Sagen Sie danach hier, dass Sie es getan haben.
consult-line = Eine Zeile für { $name }
consult-line-hint = Was Sie mit auf den Weg geben. Sie können sie auslassen.
consult-yes = Ja, wir haben gesprochen
consult-otherwise = Wir haben nicht gesprochen, oder das war nicht für mich
consult-no = Dabei kann ich nicht helfen
consult-never = Schreiben Sie mir nicht mehr
consult-never-hint = Niemand kann Ihnen von hier aus noch einmal einen solchen Brief schicken, wer auch fragt.
consult-thanks = Danke
consult-declined = Das ist in Ordnung. Jemand anderes kann gefragt werden.
consult-colleague-done = { $state ->
    [CONFIRMED] Sie haben gesagt, dass Sie gesprochen haben. Danke.
    [CONCLUDED] Sie haben gesagt, dass Sie gesprochen haben. Danke.
    [DECLINED] Sie haben gesagt, dass Sie dabei nicht helfen können. Das ist in Ordnung.
   *[ASKED] Das wartet nicht mehr auf Sie.
}
consult-your-line = Ihre Zeile: „{ $line }“
consult-link-facts = Diese Seite steht bis { $when } offen, nur für Sie. Ihre Zeile liest nur { $name }.
consult-link-title = { $standing ->
    [thanks] Danke
    [declined] Das ist in Ordnung
    [never] Wir schreiben Ihnen nicht mehr
   *[gone] Dieser Link öffnet nichts mehr
}
consult-change-again = Anders sagen, oder andere lesen lassen
consult-link-text = { $standing ->
    [thanks] { $name } erfährt es und schreibt auf, was sich ändert. Sie brauchen nichts weiter zu tun.
    [declined] { $name } kann jemand anderen fragen. Sie brauchen nichts weiter zu tun.
    [never] Niemand kann Ihnen von hier aus noch einmal einen solchen Brief schicken. { $name } liest nur, dass Sie nicht helfen können.
   *[gone] Er wurde benutzt, zurückgenommen oder ist abgelaufen, oder der Brief hat ihn abgeschnitten. Wartet jemand auf Sie, kann der Brief noch einmal kommen.
}
consult-thing = { $state ->
    [CONFIRMED] Sie haben mit { $name } gesprochen: Was ändert sich?
    [EXPIRED] { $name } hat nicht geantwortet: Fragen Sie jemand anderen
    [DECLINED] { $name } kann nicht: Fragen Sie jemand anderen
    [ASKED] { $name } fragt nach Ihrer Sicht
   *[ASSIGNED] Holen Sie zu einer Sache Rat ein
}
consult-thing-act = { $state ->
    [CONFIRMED] Aufschreiben
    [ASKED] Lesen
   *[ASSIGNED] Wählen, wen Sie fragen
}
consult-chip = Rat einholen
