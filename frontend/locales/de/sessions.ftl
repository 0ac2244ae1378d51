nav-sessions = Sitzungen
key-sessions = Zu den Sitzungen
session-new = Sitzung planen
sessions-ahead = Geplant
sessions-behind = Gehalten und abgesagt
sessions-empty = Noch keine Sitzung.
sessions-empty-lead = Zeit für die erste. Sie bleibt ein Entwurf, bis sie veröffentlicht wird.
sessions-empty-detail = Sitzungen stehen hier, sobald sie geplant sind.

format-classroom = Im Raum
format-classroom-hint = Alle sitzen zusammen, und jemand leitet.
format-virtual = Per Video
format-virtual-hint = Alle treffen sich über einen Link.
format-workshop = Werkstatt
format-workshop-hint = Im Raum, vor allem arbeitend.
format-skills-lab = Übungslabor
format-skills-lab-hint = Übend, am Gerät oder miteinander.

session-draft = Entwurf
session-planned = Geplant
session-running = Läuft
session-closed = Gehalten
session-cancelled = Abgesagt
session-number = Sitzung { $number }
session-about = Über diese Sitzung
session-leads = Leitung
session-backup = { $name } springt ein, wenn es nötig ist.
session-capacity = { $count ->
    [one] Platz für eine lernende Person
   *[other] Platz für { $count } Lernende
}
session-cancelled-because = Diese Sitzung findet nicht statt: { $reason }
session-moved-because = Diese Sitzung wurde verlegt: { $reason }

session-span = { $day }, { $from } bis { $to }
session-span-days = { $day }, { $from } bis { $endDay }, { $to }
your-zone = Hiesige Zeit, { $zone }
clocks-in = { $from } bis { $to }, { $zone }
minutes = { $count } Min.
hours = { $count } Std.
hours-minutes = { $hours } Std. { $minutes } Min.
when-and-where = Wann und wo
part-number = Teil { $number }
over-video = Per Video
join = Teilnehmen
join-lead = Lernende sehen diesen Link ab { $minutes } Minuten vor Beginn.
join-later = Der Link steht hier ab { $day }, { $time }.

objectives = Was danach alle können
belongs-to = Vor und nach dieser Sitzung
agenda = Ablauf
agenda-empty = Der Ablauf steht noch nicht fest.
agenda-write = Ablauf schreiben
agenda-edit = Ablauf bearbeiten
agenda-zone = Nach hiesiger Uhr, { $zone }
segment-opening = Ankommen
segment-input = Vortrag
segment-demonstration = Vorführung
segment-discussion = Gespräch
segment-exercise = Übung
segment-role-play = Rollenspiel
segment-check = Verständnisfrage
segment-break = Pause
segment-closing = Abschluss
guide-say = Sagen oder fragen
guide-otherwise = Wenn es anders kommt
guide-checks = Was der Plan offen lässt
guide-well = Die Minuten gehen auf, niemand hört lange nur zu, und jedes Ziel wird geübt.
finding-minutes-left = { $amount ->
    [one] Eine Minute ist noch nicht verplant.
   *[other] { $amount } Minuten sind noch nicht verplant.
}
finding-minutes-left-part = { $amount ->
    [one] Eine Minute von Teil { $part } ist noch nicht verplant.
   *[other] { $amount } Minuten von Teil { $part } sind noch nicht verplant.
}
finding-minutes-over = { $amount ->
    [one] Der Ablauf ist eine Minute länger als die Sitzung.
   *[other] Der Ablauf ist { $amount } Minuten länger als die Sitzung.
}
finding-minutes-over-part = { $amount ->
    [one] Der Ablauf von Teil { $part } ist eine Minute zu lang.
   *[other] Der Ablauf von Teil { $part } ist { $amount } Minuten zu lang.
}
finding-no-interaction = Ab „{ $title }“ hören alle { $amount } Minuten lang nur zu.
finding-somewhere = irgendwo
finding-never-practised = Wird nie geübt: { $objective }
finding-seats-missing = { $amount ->
    [one] Ein Platz fehlt, damit alle kommen können.
   *[other] { $amount } Plätze fehlen, damit alle kommen können.
}

materials = Material
materials-none = Noch nichts.
material-add = Link hinzufügen
material-edit = „{ $title }“ bearbeiten
material-remove = „{ $title }“ entfernen
material-removed = „{ $title }“ ist entfernt.
material-title = Was es ist
material-url = Adresse
material-shown = Für Lernende sichtbar
material-always = Ab sofort
material-from-start = Sobald die Sitzung beginnt
material-after-end = Sobald die Sitzung vorbei ist

is-done = Erledigt
is-open = Offen
is-late = Überfällig

session-manage = Diese Sitzung betreuen
session-edit = Sitzung bearbeiten
session-move = Sitzung verlegen
session-publish = Veröffentlichen
session-start = Sitzung beginnen
session-close = Sitzung abschließen
session-cancel = Sitzung absagen
session-keep = Nicht absagen
session-again = Doch stattfinden lassen
session-published-toast = „{ $title }“ ist veröffentlicht. Alle in { $community } sehen es.
session-started-toast = „{ $title }“ läuft.
session-closed-toast = „{ $title }“ ist vorbei. Was danach kommt, beginnt.
session-cancelled-toast = „{ $title }“ ist abgesagt.
session-close-title = Ist „{ $title }“ vorbei?
session-close-text = Was für danach geplant ist, beginnt jetzt. Eine abgeschlossene Sitzung bleibt abgeschlossen.
session-cancel-title = „{ $title }“ absagen?
session-cancel-text = Alle erfahren es, mit dem Grund. Was drumherum geplant war, entfällt.
session-cancel-draft = Noch hat sie niemand gesehen. Sie bleibt als abgesagt in der Liste.
session-cancel-reason = Warum
session-reason-hint = Alle lesen das zusammen mit der Nachricht.

key-objectives = Zu den Zielen
key-agenda = Zum Ablauf
key-before = Zu dem, was dazugehört
key-materials = Zum Material

attendance = Anwesenheit
attendance-present = Anwesend
attendance-late = Später gekommen
attendance-left-early = Früher gegangen
attendance-absent = Abwesend
attendance-excused = Entschuldigt
attendance-none = Nicht erfasst
own-present = Anwesend
own-late = Anwesend, etwas später gekommen
own-left-early = Anwesend, früher gegangen
own-absent = Nicht dabei gewesen
own-excused = Entschuldigt
source-check-in = mit dem Code
source-demo = durch die Demo
source-import = durch eine Liste
source-instructor = durch { $name }
check-in = Einchecken
code-show = Code zeigen


sessions-all = Alle Sitzungen
session-open = Sitzung öffnen
journey-running = Ein Weg von { $count } Sitzungen. Sitzung { $number } läuft gerade.
journey-between = Ein Weg von { $count } Sitzungen. Er steht zwischen Sitzung { $last } und Sitzung { $next }, die am { $day } ist.
journey-ahead = Ein Weg von { $count } Sitzungen. Am { $day } ist die erste.
journey-over = Ein Weg von { $count } Sitzungen, alle gehalten.
journey-here = Hier stehen wir.
journey-all-done = Alles ist erledigt vor der nächsten Sitzung.
journey-left = { $count ->
    [one] Eine Sache bleibt vor der nächsten Sitzung.
   *[other] { $count } Sachen bleiben vor der nächsten Sitzung.
}
interlude-before = Das Zwischenspiel vor Sitzung { $number }
interlude-after = Nach Sitzung { $number }
interlude-until = Die Sitzung ist { $when }
interlude-work = etwa { $time } Arbeit
interlude-done = { $done } von { $count } erledigt
work-read = „{ $title }“ lesen
work-answer = Auf „{ $title }“ antworten
work-open = „{ $title }“ öffnen

parts = Wann
part-day = Tag
part-from = Von
part-to = Bis
part-zone = Zeitzone
part-next-day = Am nächsten Tag
part-add = Teil hinzufügen
part-remove = Teil { $number } entfernen

session-new-lead = Sie bleibt ein Entwurf für die Leitung, bis sie veröffentlicht wird.
session-create = Als Entwurf behalten
session-created-toast = „{ $title }“ ist als Entwurf da.
session-saved-toast = „{ $title }“ ist gespeichert.
session-title = Titel
session-format = Wie alle zusammenkommen
session-place = Ort
session-join-url = Link zum Videogespräch
session-join-before = Für Lernende sichtbar, Minuten davor
session-join-after = Und bis, Minuten danach
session-lead = Leitung
session-backup-field = Vertretung
session-capacity-field = Plätze für Lernende
session-capacity-hint = Leer lassen, wenn alle Platz haben.
session-objectives = Welchen Zielen sie dient
session-about-field = Worum es geht
session-about-hint = Markdown.

segment-title = Abschnitt { $position }
segment-kind = Was alle tun
segment-minutes = Minuten
segment-guide = Leitfaden für Abschnitt { $position }
segment-objectives = Welchen Zielen er dient
segment-up = Abschnitt { $position } nach oben
segment-down = Abschnitt { $position } nach unten
segment-remove = Abschnitt { $position } entfernen
segment-removed = { $title } ist entfernt.
segment-untitled = Ein Abschnitt
segment-add = Abschnitt hinzufügen
agenda-edit-lead = Was hier steht, wird von selbst gespeichert. Was zu sagen ist, und was sonst zu tun ist, sieht nur die Leitung.
agenda-sum = { $planned } von { $length }
agenda-fits = geht auf
agenda-left = { $time } übrig
agenda-over = { $time } zu lang
agenda-keys = Enter fügt darunter einen Abschnitt ein. Alt mit ↑ oder ↓ verschiebt ihn.
agenda-saving = Wird gespeichert
agenda-saved = Gespeichert
agenda-finished = Fertig

session-move-lead = Erst ist zu sehen, was daraus folgt. Vorher wird nichts verlegt.
session-move-now = Geplant ist { $when }.
session-move-by = Alles verschieben
week-earlier = Eine Woche früher
day-earlier = Einen Tag früher
day-later = Einen Tag später
week-later = Eine Woche später
session-move-reason = Warum, in einem Satz
session-move-ask = Zeigen, was daraus folgt
session-move-do = Jetzt verlegen
session-move-same = Das sind die Zeiten, wie sie stehen.
session-moved-toast = „{ $title }“ ist verlegt. Alle erfahren es.
span-in = { $span }, { $zone }
consequence = Was daraus folgt
moment = { $day }, { $time }
item-for = { $what }, für { $name }
clashes = { $count ->
    [0] Niemand hat dann eine andere Sitzung.
    [one] Eine Person hat dann eine andere Sitzung
   *[other] { $count } Personen haben dann eine andere Sitzung
}
clash-with = „{ $title }“ am { $day }
clash-elsewhere = in einer anderen Gemeinschaft
moves = { $count ->
    [0] Drumherum ist nichts geplant, was mitginge.
    [one] Eine Sache geht mit
   *[other] { $count } Sachen gehen mit
}
dues-move = { $count ->
    [one] Was schon gefragt ist, wird zu einer anderen Zeit fällig
   *[other] { $count } Sachen, die schon gefragt sind, werden zu einer anderen Zeit fällig
}
happened = { $count ->
    [one] Eine Sache ist schon geschehen und bleibt
   *[other] { $count } Sachen sind schon geschehen und bleiben
}
prospect-at-once = Geschieht sofort
prospect-never = Geschieht nicht mehr
prospect-too-late = Dann ist es zu spät: es geschieht nicht
prospect-waits = Wartet, bis die Sitzung veröffentlicht oder abgeschlossen ist

session-nobody = Niemand

attendance-said = { $source }, { $time }
attendance-history = Was über { $name } erfasst wurde
attendance-note = Eine Notiz
attendance-note-add = Hinzufügen
attendance-marked = { $name }: { $state }.
attendance-undone = Zurückgenommen: { $name }.
attendance-rest = { $count ->
    [one] Eine Person
   *[other] { $count } Personen
}
attendance-mark-rest = { $count ->
    [one] Die eine nicht erfasste Person ist anwesend
   *[other] Die { $count } nicht Erfassten sind anwesend
}
attendance-counts = Wie viele
attendance-ahead = Bis eine halbe Stunde vor Beginn lassen sich Personen entschuldigen. Wer da ist, wird dann erfasst.
attendance-nobody = Noch keine Lernenden hier.
attendance-nobody-detail = Wer eingeladen wird und kommt, steht in dieser Liste.
attendance-others = { $count ->
    [one] Eine weitere Person
   *[other] { $count } weitere Personen
}
code-how = Scannen zum Einchecken
code-qr = Ein Bild, das zum Einchecken führt
code-or-type = oder das hier auf der Seite der Sitzung eingeben
code-changes = Er wechselt alle { $seconds } Sekunden.
code-later = Der Code steht hier ab { $day }, { $time }.
code-over = Diese Sitzung ist vorbei.
check-in-code = Der Code im Raum
check-in-code-hint = Sechs Buchstaben und Ziffern. Er wechselt jede halbe Minute.
check-in-do = Ich bin da
check-in-later = Das Einchecken öffnet { $day }, { $time }.
check-in-not-here = Zu dieser Sitzung kann gerade niemand einchecken.
checked-in-lead = Es ist für „{ $title }“ erfasst.
interlude-now = Die Sitzung läuft gerade
session-ask = Etwas fragen
session-give = Etwas zu lesen oder zu tun geben
session-brief = Was geantwortet wurde, auf einer Seite
belongs-to-none = Noch nichts.

key-earlier-session = Zur Sitzung davor
key-later-session = Zur Sitzung danach
key-present-session = Zur nächsten Sitzung
