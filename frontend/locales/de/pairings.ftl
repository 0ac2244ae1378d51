# Paare: mein Paar

pairing-title = Paare
pairing-board = Paare einteilen
nav-pairing = Paare
key-pairing = Paare
pairing-views = Was zu sehen ist
pairing-view = { $view ->
    [past] Frühere Paare
    [you] Über Sie
   *[now] Jetzt
}
pairing-not-yours = Paare bilden die, die hier teilnehmen.
pairing-not-yours-detail = Sie lesen hier mit; darum wird Ihnen niemand zugeteilt.
pairing-next = Die nächste Runde beginnt am { $day }.
pairing-waiting = Wir suchen jemanden für Sie; die Leitung weiß Bescheid.
pairing-waiting-detail = In der nächsten Runde kommen Sie zuerst.
pairing-left = Sie haben Ihr Paar verlassen. Die nächste Runde rechnet mit Ihnen.
pairing-ready = Die nächste Runde rechnet mit Ihnen.
pairing-ready-detail = Sie nehmen teil. Was Sie über sich sagen, hilft, die richtige Person zu finden.
pairing-say = Etwas über sich sagen
pairing-not-asked = Die Runden fragen hier die Lernenden.
pairing-not-asked-detail = Sie sind nicht dabei. Wenn Sie möchten, nehmen Sie teil: Dann kommen auch Sie mit jemandem zusammen.
pairing-in-toast = Sie nehmen jetzt teil
pairing-out = Sie nehmen nicht an den Paaren teil.
pairing-out-detail = Niemand erfährt, warum. Sie können jederzeit zurückkommen.
pairing-take-part = Teilnehmen
pairing-take-part-now = Wieder teilnehmen
pairing-snoozed = Vor { $day } werden Sie nicht eingeteilt.
pairing-snoozed-detail = Danach nehmen Sie von selbst wieder teil.
pairing-paused = Wir haben die Paare für Sie ausgesetzt.
pairing-paused-detail = Die letzten zwei Runden waren still, und das ist in Ordnung. Kommen Sie zurück, wann es Ihnen passt.
pairing-back-toast = Sie nehmen wieder teil

pairs-of-session = { $state ->
    [SOLVING] Paare werden gesucht
    [PROPOSED] Ein Vorschlag für Paare wartet auf Sie
    [PUBLISHED] Paare sind beisammen
    [ENDED] Paare waren beisammen
    [CANCELLED] Die Paare sind zurückgenommen
   *[FAILED] Für Paare kam kein Vorschlag zustande
}
pair-now = { $count ->
    [one] Sie und { $names }
   *[other] Sie, { $names }
}
pair-ahead = Ab { $day } bilden Sie ein Paar mit { $names }
pair-left-on = { $name } ging am { $day }
pair-ahead-detail = Überlegen Sie bis dahin, was Sie ausprobieren möchten.
pair-until = Bis { $day }.
home-pair-theirs = Das hat { $name } vor, bis { $day }.
home-pair-mine = { $mine ->
    [OPEN] Ihr Vorhaben ist offen.
    [DONE] Ihr Vorhaben ist getan.
    [CHANGED_MIND] Ihres haben Sie sich anders überlegt.
   *[NONE] Sie haben sich noch nichts vorgenommen.
}
home-pair-open = Zum Paar
pair-you-mentor = Sie begleiten.
pair-you-mentee = Sie werden begleitet.
pair-why = Warum gerade Sie
pair-reason = { $kind ->
    [DIFFERENT_TEAM] Verschiedene Teams
    [DIFFERENT_SITE] Verschiedene Orte
    [DIFFERENT_LEVEL] Verschieden viel Erfahrung
    [NEW] Noch nie zusammen
    [AGAIN] Noch einmal zusammen, damit niemand leer ausgeht
    [BY_HAND] Von der Leitung zusammengebracht
    [TRIO] Zu dritt, weil die Zahl ungerade ist
    [REPAIRED] Jemand ist gegangen, und das war die kleinste Änderung
   *[MENTORING] Eine Person kann es, eine lernt es
}
reason-overlap = { $span } gemeinsame Arbeitszeit
reason-language = Gemeinsame Sprache: { $language }
reason-complements = { $who ->
    [you] Sie sind
   *[them] { $name } ist
} stärker bei Ziel { $number }: { $statement }
reason-goal = Dasselbe Vorhaben: { $goal }
reason-met-before = { $count ->
    [one] Schon einmal ein Paar
   *[other] Schon { $count }-mal ein Paar
}
reason-waited = { $count ->
    [one] Jemand ging schon in einer Runde leer aus
   *[other] Jemand ging schon in { $count } Runden leer aus
}

commitments = Vorhaben
commitments-mine = Was Sie ausprobieren möchten
commitments-left = { $name }, nicht mehr in Ihrem Paar
commitments-none = { $name } hat sich noch nichts vorgenommen.
commit-words = Eine Sache, die Sie tun werden
commit-hint = Klein und greifbar: was, mit wem, in welchem Gespräch.
commit-by = Bis wann
commit-action = Das nehme ich mir vor
commitment-open = Offen
commitment-done = Getan
commitment-changed = Es mir anders überlegt
commitment-changed-theirs = Hat es sich anders überlegt
commitment-by = bis { $day }
commitment-mark-done = Das ist getan
commitment-reopen = Wieder offen
commitment-why = Warum haben Sie es sich anders überlegt?
commitment-toast = { $outcome ->
    [DONE] Als getan vermerkt
    [CHANGED_MIND] Sie haben es sich anders überlegt: auch das ist ein Ergebnis
   *[OPEN] Wieder offen
}
key-commit = Sich eine Sache vornehmen
key-commitment-done = Das Vorhaben als getan vermerken
key-nudge = Ihr Gegenüber erinnern

met-question = Haben Sie sich getroffen?
met-answer = { $answer ->
    [YES] Ja, wir haben uns getroffen
    [PLANNED] Ein Tag ist vereinbart
   *[NO] Noch nicht
}
met-together = { $met ->
    [YES] Getroffen
    [NO] Noch nicht getroffen
    [PLANNED] Ein Tag ist vereinbart
    [UNCLEAR] Die Antworten unterscheiden sich
   *[UNKNOWN] Noch nichts gesagt
}
met-others = Jemand aus Ihrem Paar sagt, dass Sie sich getroffen haben.
met-note = Eine Zeile dazu
met-note-hint = Nur Sie und Ihr Gegenüber können sie lesen.
met-note-keep = Zeile behalten
met-kept = Vermerkt.
met-toast = Schön, dass Sie sich getroffen haben
times-title = Zeiten, die allen passen
times-calendar = Kalenderdatei für { $when }
times-none = Ihre Arbeitszeiten haben diese Woche keine gemeinsame Zeit. Verabreden Sie sich im Gespräch.
nudge = { $names } erinnern
nudge-hint = Eine freundliche Nachricht, höchstens einmal in 48 Stunden.
nudge-later = Sie können ab { $when } erinnern.
nudged-toast = { $names } hört von uns
pair-leave = Dieses Paar verlassen
pair-leave-title = Das Paar mit { $names } verlassen?
pair-leave-text = Ihr Gespräch schließt. Wer bleibt, kommt mit der kleinsten Änderung zu jemand anderem. Das lässt sich nicht zurücknehmen.
pair-left-toast = Sie haben das Paar verlassen
talk-label = Gespräch mit { $names }
talk-begin = Schreiben Sie { $names } zuerst
talk-first = Ihre ersten Worte
talk-first-hint = Sagen Sie guten Tag, und schlagen Sie eine der Zeiten vor. Bis zum Senden bleibt der Text in diesem Fenster.
talk-send = An { $names } senden
pair-answers = Füreinander beantwortet
pair-answers-hint = Was Sie in Check-ins nur einander gesagt haben. Sonst liest es niemand.
talk-private = Das können nur Sie und { $names } lesen, weder Leitung noch Verwaltung.

past-empty = Sie hatten noch kein Paar.
past-empty-detail = Wenn eine Runde endet, steht sie hier, mit dem, was Sie ausprobiert haben.
past-span = Runde { $number }, { $from } bis { $to }
past-commitments = Vorhaben: { $mine } von Ihnen, { $theirs } vom Gegenüber
past-open = { $count ->
    [one] Eines von Ihnen ist noch offen. Was ist daraus geworden?
   *[other] { $count } von Ihnen sind noch offen. Was ist daraus geworden?
}
past-talk = Ihr Gespräch lesen

part-title = Teilnahme
part-take = Ich nehme an den Paaren teil
part-take-hint = Ohne das bleiben Sie für sich, und niemand erfährt, warum.
part-not-asked = Die Runden fragen hier die Lernenden. Hiermit, oder sobald Sie unten etwas über sich sagen, fragen sie auch Sie.
part-out-toast = Sie nehmen nicht mehr teil
part-snooze = Nicht vor dem
part-snooze-hint = Urlaub, viel zu tun: Sie kommen von selbst zurück.
part-snooze-action = Bis dahin aussetzen
part-snoozed-toast = Vor { $day } werden Sie nicht eingeteilt
about-title = Über Ihre Arbeit
about-lead = Danach werden Menschen zusammengebracht. Warum Sie zusammen sind, lesen Ihr Gegenüber und die Leitung, etwa ein gemeinsames Vorhaben; den Rest sonst niemand.
about-from = Sie arbeiten von
about-to = bis
about-next-day = Am nächsten Tag.
about-zone = Zeitzone: { $zone }.
about-languages = Sprachen, in denen Sie arbeiten
about-language-add = Eine Sprache hinzufügen
about-language-remove = { $language } entfernen
about-team = Ihr Team
about-site = Wo Sie arbeiten
about-level = Ihre Stufe
about-level-hint = Zum Beispiel „erstes Jahr in der Leitung“.
about-goal = Was Sie verändern möchten
about-goal-hint = Wer dasselbe vorhat, kommt öfter zusammen.
about-manager = Ihre Führungskraft
about-manager-find = Ihre Führungskraft suchen
about-manager-hint = Nur wenn sie hier ist: Sie beide werden nicht zusammengebracht.
about-manager-none = Meine Führungskraft ist nicht hier
about-role = Sie möchten gern
about-role-is = { $role ->
    [MENTOR] jemanden begleiten
    [MENTEE] begleitet werden
   *[PEER] auf Augenhöhe lernen
}
about-capacity = Wie viele Sie begleiten
about-save = Angaben speichern
about-saved = Gespeichert
picker-nobody = Hier heißt niemand so.
ratings-title = Wie sicher Sie sind
ratings-lead = Zu Ihnen kommt, wer dort stark ist, wo Sie es nicht sind, und umgekehrt. Ihr Gegenüber und die Leitung lesen, wer bei welchem Ziel stärker ist; Ihre Angaben liest sonst niemand.
rating-none = Nichts sagen
rating = { $rating ->
    [1] Das ist mir neu
    [2] Ich habe es versucht
    [3] Mit etwas Hilfe gelingt es mir
    [4] Ich kann es gut
   *[5] Ich könnte es anderen zeigen
}
rating-of = { $number }. { $statement }
apart-title = Bitte nicht mit
apart-secret = Das lesen nur Sie, für immer. Niemand erfährt davon, und keine Begründung verrät es.
apart-find = Jemanden hinzufügen
apart-remove = Entfernen
apart-toast = Sie werden nicht mit { $name } zusammengebracht
apart-no-more-toast = Sie können wieder mit { $name } zusammenkommen
