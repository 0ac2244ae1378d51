# channels

channels-title = Kanäle
channels-archived = Archiviert
channel-new = Neuer Kanal
channel-new-title = Ein neuer Kanal
channel-new-action = Kanal eröffnen
channel-edit = Kanal bearbeiten
channel-edit-title = Kanal bearbeiten
channel-archive = Kanal archivieren
channel-restore = Kanal wieder öffnen
channel-menu = Dieser Kanal
channel-name = Name
channel-purpose = Wofür er da ist
channel-purpose-hint = Ein oder zwei Sätze. Sie stehen über seinen Gesprächen.
channel-kind = Was hierher gehört
channel-archived = archiviert
channel-is-archived = Dieser Kanal ist archiviert. Man kann ihn lesen, aber nicht darin schreiben.
channel-archived-toast = Der Kanal ist archiviert.
channel-restored-toast = Der Kanal ist wieder offen.
channel-unread = { $count } ungelesen
channel-ask = Frage stellen
channel-start = Gespräch beginnen
kind-discussion = Gespräche
kind-discussion-hint = Was jemand versucht, gefunden hat oder besprechen möchte.
kind-questions = Fragen
kind-questions-hint = Jede sucht eine Antwort.
kind-mixed = Beides
kind-mixed-hint = Wer schreibt, wählt.
kind-question = Eine Frage
kind-conversation = Ein Gespräch

filters = Welche Gespräche
filter-all = Alle
filter-unread = Ungelesen
filter-following = Gefolgt
filter-unanswered = Unbeantwortet
filter-mine = Meine
beside-title = „{ $title }“ neben der Liste öffnen
pane-close = Schließen
pane-whole = Als Seite öffnen
list-more = Ältere Gespräche
line-begun = { $name }, { $when }
line-replies = { $count ->
    [one] { $name }, { $count } Beitrag, { $when }
   *[other] { $name }, { $count } Beiträge, { $when }
}
thread-title-hidden = Von der Moderation ausgeblendet
line-answers = { $count ->
    [one] { $name }, { $count } Antwort, { $when }
   *[other] { $name }, { $count } Antworten, { $when }
}
empty-channels = Es gibt noch keine Kanäle.
empty-channels-detail = Die Leitung eröffnet den ersten.
empty-channels-facilitator = Beginnen Sie mit einem für Fragen und einem für das, was man bei der Arbeit versucht.
empty-channel = Hier ist noch nichts. Das erste Gespräch gibt den Ton an.
empty-channel-example = Ein guter Anfang sagt, was Sie versucht haben und was geschah: „Ich fragte mein Team, was ihm fehlen würde. Eine Minute sprach niemand, dann sprachen drei.“
empty-questions = Noch keine Fragen. Jemand anderes fragt sich das auch.
empty-questions-example = Eine gute Frage sagt, was Sie sahen, was Sie erwartet hatten und was Sie versucht haben.
empty-unread = Sie haben hier alles gelesen.
empty-following = Sie folgen hier noch nichts. Öffnen Sie ein Gespräch und drücken Sie F.
empty-unanswered = Jede Frage hat eine Antwort.
empty-mine = Sie haben hier noch kein Gespräch begonnen.

new-page = Gespräch beginnen
new-question-page = Frage stellen
new-kind = Was ist es?
new-title = Titel
new-title-hint = Damit andere auf einen Blick sehen, worum es geht.
new-question-title-hint = Ihre Frage in einem Satz.
new-title-needed = Geben Sie zuerst einen Titel an.
new-body = Was Sie sagen möchten
new-question-body = Mehr dazu
new-placeholder = Was haben Sie versucht, gesehen oder gefunden? Markdown geht, und @ spricht Personen an.
new-question-placeholder = Was sahen Sie? Was hatten Sie erwartet? Was haben Sie versucht?
new-tags = Schlagwörter
new-tags-hint = Wörter zum Wiederfinden, mit Kommas dazwischen. Das Feld darf leer bleiben.
new-action = Mit der Gemeinschaft teilen
new-question-action = Die Gemeinschaft fragen

thread-about = Über dieses Gespräch
thread-menu = Dieses Gespräch
thread-edit = Titel und Schlagwörter bearbeiten
thread-edit-title = Titel und Schlagwörter
thread-lock = Gespräch schließen
thread-open = Gespräch wieder öffnen
thread-locked-toast = Das Gespräch ist geschlossen. Die Moderation kann weiter darin schreiben.
thread-opened-toast = Das Gespräch ist wieder offen.
thread-asked = Gefragt von { $name } am { $when }
thread-started = Begonnen von { $name } am { $when }
thread-answers-none = Antworten
thread-replies-none = Beiträge
thread-answers = { $count ->
    [one] { $count } Antwort
   *[other] { $count } Antworten
}
thread-replies = { $count ->
    [one] { $count } Beitrag
   *[other] { $count } Beiträge
}
thread-no-answer = Noch keine Antwort. Die Moderation schaut innerhalb eines Tages.
thread-no-replies = Noch hat niemand geantwortet.
thread-new = Neu seit Ihrem letzten Besuch
thread-new-since = Neu seit { $when }
thread-jump = { $count ->
    [one] Zum neuen Beitrag
   *[other] Zu { $count } neuen Beiträgen
}
thread-more = Mehr zeigen
thread-people = In diesem Gespräch
thread-related = Über dasselbe
thread-duplicate = Das wurde schon gefragt:
thread-gone = Dieses Gespräch ist für Sie nicht mehr offen.
thread-is-locked = Dieses Gespräch ist geschlossen. Man kann es lesen, aber nicht darin schreiben.
thread-is-archived = Dieser Kanal ist archiviert. Man kann ihn lesen, aber nicht darin schreiben.
thread-no-reply = Sie können hier lesen. Fragen Sie die Leitung, wenn Sie auch schreiben sollten.
membership-ended = Sie gehören nicht mehr zu { $community }. Was Sie dort schrieben, bleibt. Fragen Sie die Leitung, wenn Sie das überrascht.
mark-question = Frage
mark-helped = { $name }: das hat geholfen
the-asker = Wer fragte
nobody = Jemand

story-title = Wie es ging
story-asked = Gefragt
story-answered = Erste Antwort nach { $span }
story-waits = Wartet { $span }
story-waits-detail = Auf eine erste Antwort
story-helped = Half { $name }

follow-following = Folgen
follow-following-says = Sie hören von jeder Antwort
follow-normal = Normal
follow-normal-says = Sie hören, wenn man Sie erwähnt oder Ihnen antwortet
follow-muted = Stumm
follow-muted-says = Sie hören von hier nichts

post-by = { $name }, Beitrag { $number }
post-menu = Was Sie mit diesem Beitrag tun können
post-edited = bearbeitet
post-unread = Neu
post-reply = Antworten
post-quote = Zitieren
post-copy-link = Link kopieren
post-link-copied = Der Link ist kopiert.
post-link-not-copied = Dieser Browser lässt uns nicht kopieren. Die Adresse steht in der Adresszeile.
post-unread-from = Ab hier ungelesen
post-unread-toast = Ab hier ungelesen. Das bleibt so, bis Sie wiederkommen.
post-history = Verlauf
post-edit = Bearbeiten
post-delete = Löschen
post-restore = Wiederherstellen
post-deleted-toast = Der Beitrag ist gelöscht.
post-is-deleted = Dieser Beitrag wurde gelöscht.
post-what-it-said = Was darin stand
reactions = Reaktionen
reaction-helpful = Hilfreich
reaction-used-it = Angewendet
reaction-thank-you = Danke
pending-label = Ihr Beitrag, noch nicht gesendet
pending-sending = Wird gesendet
pending-failed = Wir konnten es nicht senden. Ihr Text bleibt hier erhalten.
pending-again = Noch einmal versuchen
pending-back = Ändern

history-title = Verlauf dieses Beitrags
history-edit = { $name } änderte ihn am { $when }
history-reason = Weil: { $reason }
history-written = Geschrieben von { $name } am { $when }
remove-title = Den Beitrag von { $name } löschen?
remove-text = Er kann wiederhergestellt werden. Die Verfasserin oder der Verfasser sieht Ihren Grund.
remove-reason = Warum?
remove-action = Beitrag löschen
edit-label = Diesen Beitrag bearbeiten
edit-action = Änderung speichern
edit-reason = Warum ändern Sie ihn?
edit-reason-hint = Das steht im Verlauf, für alle sichtbar.
edit-conflict = Jemand hat diesen Beitrag inzwischen geändert. Welcher Text gilt?
edit-other = Wie er jetzt lautet

answer-label = Ihre Antwort
answer-placeholder = Was sahen Sie in Ihrem eigenen Team? Markdown geht, und @ spricht Personen an.
answer-action = Antwort senden
reply-label = Ihr Beitrag
reply-to = Antwort an { $name }
reply-placeholder = Was möchten Sie ergänzen? Markdown geht, und @ spricht Personen an.
reply-action = Beitrag senden
composer-hint = Alle in der Gemeinschaft können es lesen.
composer-hint-pair = Das lesen nur die Menschen dieses Paares.
composer-tools = Gestalten
composer-bold = Fett
composer-italic = Kursiv
composer-link = Link
composer-quote = Zitat
composer-list = Liste
composer-code = Code
composer-emoji = Emoji
composer-people = Personen
composer-offered = { $count ->
    [one] { $count } Vorschlag
   *[other] { $count } Vorschläge
}
file-unreadable = { $why ->
    [LOCKED] Die Suche weiß nicht, was darin steht: Die Datei ist mit einem Passwort geschützt.
    [TOO_MUCH] Die Suche weiß nicht, was darin steht: Sie zu lesen wäre zu aufwendig.
   *[BROKEN] Die Suche weiß nicht, was darin steht: Die Datei scheint beschädigt zu sein.
}
composer-attach = Dateien anhängen
composer-files = Angehängte Dateien
composer-file-remove = { $name } entfernen
composer-uploading = { $name } wird gesendet
composer-alt = Was darauf ist
composer-alt-example = Für alle, die es nicht sehen können
composer-files-many = Höchstens { $count } Dateien je Beitrag.
composer-file-large = Diese Datei ist zu groß. Höchstens { $megabytes } MB.
composer-file-empty = Diese Datei ist leer.
composer-preview = Vorschau
composer-preview-empty = Noch nichts zu zeigen.
composer-left = Noch { $count } Zeichen
composer-too-long = { $count } Zeichen zu viel. Kürzen Sie den Text oder hängen Sie eine Datei an.
draft-on-device = Entwurf auf diesem Gerät, { $time }
draft-kept = Entwurf gesichert, { $time }
draft-discard = Verwerfen
composer-discarded = Der Entwurf ist verworfen.
draft-conflict = Dieser Entwurf wurde auf einem anderen Gerät geändert. Welcher Text gilt?
draft-other = Auf dem anderen Gerät
two-mine = Hier
two-keep-mine = Damit weiter
two-take-other = Diesen nehmen

keys-move = nächster und voriger Beitrag
keys-reply = antworten
keys-helpful = hilfreich
keys-all = alle Kürzel
key-next-post = Nächster Beitrag
key-previous-post = Voriger Beitrag
key-next-line = Nächstes Gespräch
key-beside = Neben der Liste öffnen
key-previous-line = Voriges Gespräch
key-reply = Antworten
key-quote = Zitieren
key-helpful = Hilfreich
key-edit = Bearbeiten
key-unread = Ab hier ungelesen
key-follow = Folgen oder nicht
key-history = Verlauf
key-new = Neues Gespräch
