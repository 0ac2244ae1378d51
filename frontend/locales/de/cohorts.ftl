edit-parts = Was es zu pflegen gibt
edit-part-about = Beschreibung
edit-part-calendar = Kalender
edit-part-alumni = Nach dem Ende
edit-part-next = Nächster Durchgang

calendar-from-to = Von { $from } bis { $to }.
calendar-zone = Die Zeitzone ihrer Tage: { $zone }.
calendar-change = Ändern
workdays-title = Arbeitstage
workdays-lead = Fristen in Arbeitstagen zählen nur diese.
workdays-saved = Die Arbeitstage sind gespeichert.
holidays-title = Feiertage
holidays-lead = Sie sind keine Arbeitstage: Fristen in Arbeitstagen überspringen sie.
holidays-none = Noch ist kein Feiertag eingetragen.
holiday-day = Tag
holiday-name = Wie er heißt
holiday-add = Feiertag eintragen
holiday-added = { $name } am { $date } ist ein Feiertag.
holiday-remove = { $name } entfernen
holiday-removed = { $name } ist kein Feiertag mehr.

alumni-lead = Ist der letzte Tag vorbei, werden aus den Mitgliedern einer Kohorte Ehemalige. Wer sie leitet, macht weiter wie bisher.
alumni-ended = Die Kohorte endete am { $date }: Was hier gewählt wird, gilt sofort.
alumni-no-end = Diese Kohorte hat noch keinen letzten Tag, also wird niemand ehemalig.
alumni-may = Was Ehemalige hier dürfen
alumni-read = Lesen
alumni-read-hint = Alles bleibt für sie da. Sie schreiben nicht mehr.
alumni-none = Gehen
alumni-none-hint = Sie sehen sie nicht mehr. Was sie schrieben, bleibt.
alumni-write = Weitermachen
alumni-write-hint = Sie lesen und schreiben wie bisher.
alumni-moves = Und sie kommen in
alumni-moves-hint = Eine Praxisgemeinschaft, damit das Gespräch weitergeht.
alumni-moves-none = Noch ist keine Praxisgemeinschaft da, die sie aufnehmen könnte. Ist eine gegründet, steht sie hier zur Wahl.
alumni-nowhere = Keine andere Gemeinschaft
alumni-on = Am { $date } geschieht von selbst:
alumni-what = { $access ->
    [READ] Mitglieder bleiben und lesen.
    [NONE] Mitglieder verlassen die Kohorte.
   *[WRITE] Mitglieder machen weiter wie bisher.
}
alumni-whither = Sie sind dann Mitglieder von { $community }.
alumni-save = Speichern, was geschieht
alumni-saved = Gespeichert.

next-run-name = { $name }, noch einmal
next-run-lead = „{ $name }“ noch einmal gründen, an anderen Tagen und mit anderen Menschen.
next-run-as-long = So lang wie dieser Durchgang, wenn nichts anderes gewählt ist.
next-run-found = Nächsten Durchgang gründen
next-run-founded = { $name } ist gegründet. Außer der Leitung ist noch niemand darin.
next-run-along = Was mitkommt
next-run-words = Zweck, Umgang miteinander und Zeitzone, { $zone }
next-run-leads = Die Leitung: { $names }
next-run-channels = Die Kanäle: { $names }
next-run-calendar = Der Kalender: { $days }{ $count ->
    [0] {""}
    [one] {" "}und ein Feiertag
   *[other] {" "}und { $count } Feiertage
}
next-run-alumni = Was aus Ehemaligen wird: { $access ->
    [READ] sie lesen
    [NONE] sie gehen
   *[WRITE] sie machen weiter
}
next-run-not = Mitglieder und Gespräche bleiben, wo sie sind.
next-run-others = Andere Durchgänge
