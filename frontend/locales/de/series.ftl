# Fragen, die in den Wochen nach einer Sitzung eine nach der anderen kommen

series-heading = Fragen, die später kommen
series-new = Eine Reihe planen
series-new-lead = Eine Frage nach der anderen in den Wochen nach einer Sitzung, immer seltener: erst, was man noch weiß, dann, was daraus wurde. Alle antworten zuerst und lesen danach, was erwartet war.
series-none = Noch folgt dieser Sitzung keine Reihe.
series-session = Nach welcher Sitzung
series-title = Wie die Reihe heißt
series-title-of = Was von „{ $session }“ bleibt
series-question = Frage { $number }
series-question-of = Frage { $number } von { $count }
series-kind = Wonach sie fragt
series-kind-is = { $kind ->
    [APPLY] Wo es angewendet wurde
   *[RECALL] Nach dem, was man noch weiß
}
series-body-hint = { $kind ->
    [APPLY] Aus der eigenen Arbeit: Wo kam es vor, und was wurde daraus?
   *[RECALL] Etwas, das man ohne nachzusehen beantwortet. Markdown geht.
}
series-expected = Was man noch wissen soll
series-expected-hint = Alle lesen es nach ihrer eigenen Antwort und sagen, wie viel davon sie wussten.
series-days = Tage nach der Sitzung
series-days-order = Sie kommt an einem späteren Tag als die Frage davor.
series-up = Frage { $number } nach oben
series-down = Frage { $number } nach unten
series-dates = Wann sie kommen
series-dates-lead = Zeitzone: { $zone }. Wird die Sitzung verlegt, gehen sie mit.
series-dates-none = Wählen Sie zuerst eine Sitzung.
series-plan = Die Reihe planen
series-planned = „{ $title }“ ist geplant.
series-no-session = Es gibt keine Sitzung, der sie folgen könnte.
series-no-session-detail = Planen Sie zuerst eine: Die Tage zählen von ihrem Ende an.
series-state = { $state ->
    [RUNNING] Läuft
    [PAUSED] Angehalten
    [CANCELLED] Zurückgenommen
   *[DONE] Alle gefragt
}
series-asked-of = { $asked } von { $count } gefragt
series-next = die nächste { $when }
series-comes = Kommt { $when }
series-waits = { $state ->
    [PAUSED] Wartet, bis die Reihe weitergeht
   *[CANCELLED] Wird nicht mehr gefragt
}
series-given-up = Ließ sich nicht stellen und wird nicht mehr versucht
series-problem = Sie ließ sich nicht stellen: { $problem } Ändern Sie sie, dann kommt sie am nächsten freien Tag.
series-paused-detail = Sie ist angehalten: Nichts wird gefragt, bis sie weitergeht. Was noch kommt, kommt um die Tage der Pause später.
series-cancelled-detail = Sie wurde zurückgenommen. Was gefragt wurde, bleibt.
series-manage = Diese Reihe verwalten
series-pause = Anhalten
series-paused-toast = „{ $title }“ ist angehalten
series-resume = Weitergehen lassen
series-resumed-toast = „{ $title }“ geht weiter
series-cancel = Zurücknehmen
series-cancel-title = „{ $title }“ zurücknehmen?
series-cancel-text = Was noch nicht gefragt wurde, wird nicht mehr gefragt. Was gefragt wurde, bleibt.
series-cancelled-toast = „{ $title }“ ist zurückgenommen
series-change = Frage { $number } ändern
series-changed-toast = Frage { $number } ist geändert
series-ahead = Noch nicht gefragt
series-results = Wie viel geblieben ist
series-figure = Wie gut jede Frage gewusst war
series-results-empty = Danach steht hier in Zahlen, was gewusst wurde.
series-answer = { $count ->
    [0] Noch hat niemand gesagt, wie viel gewusst wurde.
   *[other] { $knew } von { $count } Mal hieß es: gewusst.
}
series-answered = Geantwortet
series-answered-only = Geantwortet, nichts gesagt
recall-title = Was man noch wissen sollte
recall-how = Wie gut haben Sie es gewusst?
recall-is = { $mark ->
    [KNEW] Gewusst
    [PARTLY] Einen Teil
   *[NOT_YET] Noch nicht
}
recall-private = Ihre Angabe gehört Ihnen. Die Leitung sieht, wie viele es sind, ohne Namen.
recall-count = { $mark ->
    [KNEW] { $count } gewusst
    [PARTLY] { $count } zum Teil
   *[NOT_YET] { $count } noch nicht
}
recall-so-far = Ihre Reihe bisher: { $list }.
recall-marked = { $mark ->
    [KNEW] Festgehalten: gewusst.
    [PARTLY] Festgehalten: einen Teil gewusst.
   *[NOT_YET] Festgehalten: noch nicht. Die nächste Frage hilft vielleicht.
}
