# Menschen sehen an, was andere angewendet haben: Runden, Kriterien, Rückmeldungen

feedback-lead = Reichen Sie eine Sache ein, die Sie angewendet haben, sehen Sie an, was andere versucht haben, und lesen Sie, was sie in Ihrer sehen.
feedback-empty = Noch ist keine Runde eröffnet.
feedback-empty-lead = Bitten Sie um eine Sache, die alle versucht haben. Wer einreicht, sieht an, was andere eingereicht haben, nach wenigen Kriterien, die Sie schreiben.
feedback-empty-detail = Wenn die Leitung eine eröffnet, steht sie hier.
feedback-none-after = Noch folgt dieser Sitzung keine Runde.
feedback-over = Vorbei
feedback-waits = Wartet auf Sie
feedback-round-state = { $state ->
    [OPEN] Offen
    [CLOSED] Geschlossen
   *[CANCELLED] Zurückgenommen
}
feedback-evidence-state = { $state ->
    [WAITING] Jemand wird gesucht
    [ASKED] Jemand sieht es sich an
    [PARTLY] Ein Teil der Rückmeldungen ist da
    [COMPLETE] Alle Rückmeldungen sind da
   *[WITHDRAWN] Zurückgenommen
}
feedback-to-give = { $count ->
    [one] eine Sache zum Ansehen für Sie
   *[other] { $count } Sachen zum Ansehen für Sie
}
feedback-not-handed-in = noch nicht eingereicht
feedback-handed-in = { $count } eingereicht
feedback-until = Bis { $when }
feedback-with-nobody = { $count } ohne jemanden
feedback-due = Anzusehen bis { $when }
feedback-late = War fällig: { $when }. Auch jemand anderes ist gefragt, Ihre zählt noch
feedback-each = { $each ->
    [one] Alle geben und bekommen eine Rückmeldung
   *[other] Alle geben und bekommen { $each } Rückmeldungen
} · { $days ->
    [one] ein Arbeitstag dafür
   *[other] { $days } Arbeitstage dafür
}
feedback-cancelled-detail = Diese Runde wurde zurückgenommen: Niemand wird um etwas gebeten. Was gesagt wurde, bleibt, wo es steht.

rubric-title = Worauf zu achten ist
rubric-lead = Zwei bis sechs Kriterien, jedes mit drei bis fünf Stufen in Worten, die geringste zuerst.
rubric-fixed = Die Kriterien stehen fest: Es wurde schon danach geurteilt.
rubric-usual = { $about ->
    [did] Man sieht, was getan wurde
    [seen] Es ist gesagt, was daraus wurde
   *[next] Es ist gesagt, was als Nächstes kommt
}
rubric-usual-did = { $level ->
    [0] Es bleibt allgemein: Man sieht nicht, wer was getan hat
    [1] Man sieht, was getan wurde
   *[2] Man könnte es nach dem Lesen selbst tun
}
rubric-usual-seen = { $level ->
    [0] Nichts ist darüber gesagt, was daraus wurde
    [1] Es ist gesagt, was daraus wurde
   *[2] Es ist gesagt, was daraus wurde und woran man es sieht
}
rubric-usual-next = { $level ->
    [0] Es endet mit dem, was geschah
    [1] Es ist gesagt, was offen bleibt
   *[2] Es ist gesagt, was als Nächstes versucht wird, und wann
}
criterion-number = Kriterium { $number }
criterion-title = Worauf zu achten ist
criterion-up = Kriterium { $number } nach oben
criterion-down = Kriterium { $number } nach unten
criterion-remove = Kriterium { $number } entfernen
criterion-add = Ein Kriterium hinzufügen
level-number = Stufe { $number } von { $of }
level-add = Eine Stufe hinzufügen
level-remove = Die letzte Stufe entfernen

feedback-new = Eine Runde eröffnen
feedback-new-lead = Alle reichen eine Sache ein, die sie angewendet haben. Wer eingereicht hat, wird sofort gebeten, anzusehen, was andere eingereicht haben; so wartet niemand.
feedback-edit = Bearbeiten
feedback-round-title = Wie die Runde heißt
feedback-round-body = Was einzureichen ist
feedback-round-body-hint = Eine Sache aus der eigenen Arbeit, und wie viel davon. Markdown geht.
feedback-channel = Wo es steht
feedback-session = Nach welcher Sitzung
feedback-each-label = Wie viele Rückmeldungen jede Person bekommt
feedback-each-hint = Und gibt: 1 bis 4.
feedback-days-label = Arbeitstage dafür
feedback-days-hint = Danach wird auch jemand anderes gefragt.
feedback-closes = Letzter Tag zum Einreichen
feedback-closes-hint = Leer: bis Sie schließen.
feedback-open = Eröffnen
feedback-opened = „{ $title }“ ist eröffnet
feedback-saved = „{ $title }“ ist gespeichert
feedback-manage = Diese Runde verwalten
feedback-close = Nichts mehr annehmen
feedback-closed-toast = „{ $title }“ nimmt nichts mehr an. Die Rückmeldungen gehen weiter.
feedback-reopen = Wieder öffnen
feedback-reopened-toast = „{ $title }“ ist wieder offen
feedback-cancel = Zurücknehmen
feedback-cancel-title = „{ $title }“ zurücknehmen?
feedback-cancel-text = Niemand wird mehr um etwas gebeten. Was eingereicht und gesagt wurde, bleibt in seinen Gesprächen.
feedback-cancelled-toast = „{ $title }“ ist zurückgenommen

evidence-new = Etwas einreichen
evidence-title = Worum es geht
evidence-body = Was Sie getan haben, und was daraus wurde
evidence-placeholder = Eine Situation aus Ihrer Arbeit: was Sie taten, was Sie sagten, was dann geschah.
evidence-hand-in = Einreichen
evidence-hint = Es steht in { $channel }, für alle dort. Die Stufen lesen Sie, wer sie gibt, und die Leitung.
evidence-handed-in = Eingereicht. Andere sind gebeten, es sich anzusehen.
evidence-own = Was Sie eingereicht haben
evidence-talk = Das Gespräch lesen
evidence-from = { $name }, { $when }
evidence-withdraw = Zurücknehmen
evidence-withdraw-title = Zurücknehmen, was Sie eingereicht haben?
evidence-withdraw-text = Niemand wird mehr gebeten, es sich anzusehen. Das Gespräch bleibt, wo es steht, und Sie können etwas anderes einreichen.
evidence-withdrawn = Zurückgenommen
feedback-got = Rückmeldungen für Sie ({ $count } von { $of })
feedback-got-none = { $state ->
    [WAITING] Noch hat niemand anderes eingereicht. Wer es zuerst tut, wird gebeten, Ihres anzusehen; auch die Leitung weiß davon.
   *[ASKED] Andere sind gebeten, es sich anzusehen. Sie bekommen Nachricht, sobald sie es getan haben.
}
feedback-asked = Worum Sie gebeten sind
feedback-asked-none = Noch nichts. Sie bekommen Nachricht, wenn etwas für Sie da ist.
feedback-asked-later = Zurzeit nichts.
feedback-you-gave = Sie haben eine Rückmeldung gegeben
feedback-look = Ansehen
feedback-of = Rückmeldung von { $name }
feedback-thank = Danke sagen
feedback-thanked = Sie haben Danke gesagt
feedback-reply = Im Gespräch antworten
feedback-no-words = Die Worte dazu sind nicht mehr zu lesen.

feedback-for = Rückmeldung für { $name }
feedback-asked-for = Was einzureichen war
feedback-yours = Ihre Rückmeldung
feedback-how = Wählen Sie jeweils, was Sie darin sehen, und schreiben Sie, was Ihnen half und was mehr sein könnte.
feedback-words = Was Sie schreiben
feedback-placeholder = Was nehmen Sie daraus mit? Was würden Sie als Nächstes versuchen?
feedback-give = Rückmeldung geben
feedback-who-reads = Ihre Worte sind eine Antwort, die alle dort lesen. Was Sie gewählt haben, lesen { $name } und die Leitung.
feedback-given = { $name } hat Ihre Rückmeldung. Danke.
feedback-decline = Das kann ich nicht ansehen
feedback-decline-title = Jemand anderem überlassen?
feedback-decline-text = Sofort wird jemand anderes gefragt. Außer der Leitung erfährt niemand, dass Sie nicht konnten.
feedback-declined = Jemand anderes ist gefragt
feedback-state-own = { $state ->
    [DECLINED] Sie haben das jemand anderem überlassen.
   *[RELEASED] Darauf wartet niemand mehr.
}
mark-cannot = Das kann ich nicht sagen
mark-none = Dazu ist nichts gesagt
mark-missing = Wählen Sie, was Sie sehen, oder dass Sie es nicht sagen können.
marks-change = Andere Stufen wählen
marks-save = Speichern
marks-saved = Gespeichert

feedback-board = Was eingereicht wurde
feedback-counts = { $handedIn } eingereicht, { $complete } mit allen Rückmeldungen, { $waiting } warten; { $given } Rückmeldungen gegeben, { $late ->
    [0] nichts ist verspätet
   *[other] { $late } verspätet
}.
feedback-board-empty = Noch wurde nichts eingereicht.
feedback-board-empty-detail = Es steht hier, sobald es kommt, was am längsten wartet zuerst.
feedback-nobody = Niemand kann gefragt werden
feedback-line = { $state ->
    [ASKED] { $name } sieht es an, bis { $when }
    [GIVEN] { $name } hat eine Rückmeldung gegeben, { $when }
    [PASSED_ON] { $name } ist verspätet, seit { $when }; jemand anderes ist gefragt
    [DECLINED] { $name } konnte nicht
   *[RELEASED] Auf { $name } wartet niemand mehr
}
feedback-self = Selbst ansehen
feedback-ask = Jemanden fragen
feedback-ask-text = „{ $title }“ anzusehen, neben denen, die schon gefragt sind.
feedback-find = Nach dem Namen suchen
feedback-asked-toast = { $name } ist gefragt
feedback-thing = { $name } hat etwas eingereicht: Sehen Sie es sich an
