# prompts and pre-work

day-and-time = { $day }, { $time }
due-by = Fällig { $when }
due-was = War fällig: { $when }
due-never = Ohne Termin
about-minutes = { $count ->
    [one] etwa { $count } Minute
   *[other] etwa { $count } Minuten
}
before-session = Vor Sitzung { $number }
after-session = Nach Sitzung { $number }
session-on = Sitzung { $number }, { $day }
roles-learner = Lernende
roles-moderator = Moderierende
roles-facilitator = Leitende
roles-expert = Fachleute
roles-observer = Beobachtende
and-more = { $count } weitere

prompt-edit = Impuls bearbeiten
prompt-withdraw = Zurückziehen
prompt-ask-again = Wieder fragen
prompt-withdrawn-toast = „{ $title }“ wird nicht mehr gefragt.
prompt-again-toast = „{ $title }“ wird wieder gefragt.
prompt-is-withdrawn = Das wird nicht mehr gefragt. Die Antworten bleiben stehen.
prompt-is-closed = Das wird nicht mehr gefragt. Lesen geht, antworten nicht.
prompt-is-answered = Sie haben geantwortet.
prompt-is-late = Der Tag ist vorbei. Ihre Antwort hilft trotzdem.
prompt-is-missed = Das war fällig, bevor Sie dazukamen. Niemand wartet auf Sie; antworten Sie, wenn es Ihnen hilft.
prompt-is-aside = Gefragt sind: { $roles }.
prompt-is-asked = Gefragt sind alle { $roles }, auch Sie.
prompt-withheld = { $count ->
    [one] Eine andere Antwort ist da. Sie lesen sie nach Ihrer eigenen.
   *[other] { $count } andere Antworten sind da. Sie lesen sie nach Ihrer eigenen.
}
prompt-withheld-none = Was andere antworten, lesen Sie nach Ihrer eigenen Antwort.
prompt-withheld-why = Warum: Alle antworten zuerst aus eigener Erfahrung, bevor sie lesen, was andere gefunden haben.
prompt-answers-first = Wer gefragt ist, liest die anderen nach der eigenen Antwort.
prompt-answered-title = Antworten
prompt-answered-of = { $count } von { $all } haben geantwortet
prompt-waiting-for = Noch nicht ({ $count })
prompt-waiting-nobody = Alle haben geantwortet.
prompt-answered-by = Haben geantwortet
prompt-for-session = Für diese Sitzung
prompt-objectives = Was dabei geübt wird
prompt-answer-placeholder = Aus der eigenen Arbeit: was geschah, was Sie sagten. Zwei Sätze genügen.
prompt-answer-action = Antwort teilen
prompt-be-first = Machen Sie den Anfang. Zwei Sätze genügen.
prompt-no-answers = Noch hat niemand geantwortet.
prompt-open = Öffnen
asked-in = { $name } fragt, in { $community }
given-in = Von { $name }, in { $community }
answered-said = Danke. „{ $title }“ ist beantwortet.
answered-read = Die anderen lesen
pre-work-page = Mehr dazu
pre-work-done = Erledigt
pre-work-open-link = Seite öffnen
pre-work-open-file = Datei öffnen
opens-elsewhere = öffnet einen neuen Tab
pre-work-done-toast = „{ $title }“ ist erledigt.
pre-work-open-toast = „{ $title }“ wartet wieder.
your-sessions = Ihre Sitzungen

prompts-title = Impulse und Vorbereitung
prompts-lead = Was zwischen den Sitzungen gefragt wird, und was es vorher zu lesen gibt.
prompts-asked = Gefragt
prompts-empty = Noch wurde nichts gefragt.
prompts-empty-lead = Ein guter Impuls bittet um etwas aus der eigenen Arbeit und sagt, was die Sitzung damit macht.
prompts-empty-detail = Wenn die Leitung etwas fragt, steht es hier und in Heute.
prompt-new = Etwas fragen
prompt-new-lead = Ein Impuls ist ein Gespräch, in dem alle aus ihrer eigenen Arbeit antworten.
prompt-title = Worum es geht
prompt-title-hint = Wenige Wörter, wie sie in Heute stehen.
prompt-body = Ihre Frage
prompt-body-placeholder = Denken Sie an ein Gespräch bei der Arbeit, das sich im Kreis dreht. Was sagen Sie darin? Was sagt die andere Person?
prompt-channel = In welchem Kanal
prompt-post = Jetzt fragen
prompt-posted = „{ $title }“ ist gefragt.
prompt-save = Speichern
prompt-saved = „{ $title }“ ist gespeichert.
prompt-answer-first = Antworten, bevor man die anderen liest
prompt-answer-first-hint = Alle schreiben zuerst aus eigener Erfahrung. Wer nicht geantwortet hat, liest keine Antwort von anderen, hier nicht und nirgends sonst.
prompt-answers-open = Alle lesen jede Antwort sofort.
prompt-preview = Was sie lesen werden
prompt-preview-title = Worum es geht
prompt-no-channel = Es gibt keinen Kanal, in dem gefragt werden kann.
prompt-no-channel-detail = Öffnen Sie zuerst einen: Was gefragt wird, ist ein Gespräch darin.
asking-session-label = Für welche Sitzung
asking-session-hint = Es steht vor oder nach dieser Sitzung, und sein Tag geht mit, wenn sie verlegt wird.
asking-no-session = Für keine
asking-session = { $number }. { $title }, { $day }
asking-minutes = Wie viele Minuten es dauert
asking-minutes-hint = Ehrliche Minuten helfen, sie zu finden.
asking-audience = Wer gefragt ist
due-label = Wann es fällig ist
due-from-session = Von der Sitzung aus gezählt
due-on-day = An einem Tag
due-none = An keinem Tag
due-days = Wie viele
due-unit = Welche Tage
unit-working = Arbeitstage
unit-calendar = Kalendertage
due-side = Davor oder danach
side-before = davor
side-after = danach
due-at = Um
due-day = Tag
due-yours = { $due } nach Ihrer Uhr. Gerechnet wird nach den Uhren in { $city }.
due-moves = Wird die Sitzung verlegt, geht der Termin mit.

pre-work-title = Zu lesen und zu tun
pre-work-new = Etwas zu lesen geben
pre-work-new-lead = Etwas, das vor einer Sitzung zu lesen oder zu tun ist und keine Frage ist.
pre-work-edit = Bearbeiten
pre-work-menu = Was Sie damit tun können
pre-work-kind = Was es ist
pre-work-link = Eine Seite
pre-work-link-hint = Ein Artikel, ein Video, ein Kurs anderswo.
pre-work-file = Eine Datei
pre-work-file-hint = Ein Kapitel, ein Blatt, eine Aufnahme.
pre-work-reading = Eigene Worte
pre-work-reading-hint = Eine Aufgabe, ein paar Seiten aus einem Buch, das alle haben.
pre-work-title-hint = Ein Verb hilft: „‚Benennen, was verloren geht‘ lesen“.
pre-work-url = Adresse
pre-work-fixed = Sie bleibt, wie sie ist. Für eine andere Seite ziehen Sie dies zurück und geben etwas Neues.
pre-work-choose-file = Datei wählen
pre-work-what = Was zu lesen oder zu tun ist
pre-work-note = Worauf zu achten ist
pre-work-note-hint = Markdown geht.
pre-work-open-it = Weitergeben
pre-work-opened = „{ $title }“ liegt bereit.
pre-work-needs-session = Wählen Sie die Sitzung, die es vorbereitet.
pre-work-put-back = Zurückholen
pre-work-withdrawn-toast = „{ $title }“ ist zurückgezogen.
pre-work-again-toast = „{ $title }“ ist wieder da.
pre-work-is-withdrawn = Das ist zurückgezogen. Nur die Leitung sieht es noch.
pre-work-is-late = Der Tag ist vorbei. Vor der Sitzung hilft es noch.
pre-work-is-done = Erledigt
pre-work-not-done = Doch nicht erledigt
pre-work-about = Dazu
pre-work-who = Erledigt
pre-work-done-of = { $count } von { $all } haben es erledigt
pre-work-all-done = Alle haben es erledigt.
given-by = Von { $name }

brief-title = Überblick: { $title }
brief-session = Sitzung { $number }
brief-print = Drucken
brief-asked = { $count ->
    [0] nichts gefragt
    [one] ein Impuls
   *[other] { $count } Impulse
}
brief-empty = Für diese Sitzung wurde noch nichts gefragt.
brief-empty-detail = Aus dem, was alle vorher antworten, entsteht diese Seite: nach Zielen, mit dem, was sie verschieden sehen und was offen bleibt.
brief-answers = Was geantwortet wurde
brief-no-objective = Für kein Ziel dieser Sitzung
brief-measure = Daran sieht man es: { $measure }
brief-nothing-asked = Dazu wurde nichts gefragt.
brief-disagreements = Was verschieden gesehen wird
brief-disagreements-why = Antworten, auf die andere eingegangen sind, die meistbesprochene zuerst.
brief-questions = Was offen bleibt
brief-open-questions = Fragen ohne Antwort
brief-not-answered = Noch nicht geantwortet
brief-in-place = an ihrer Stelle
