# the plan: journeys, templates, jobs

span-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
span-working-days = { $count ->
    [one] { $count } Arbeitstag
   *[other] { $count } Arbeitstage
}
span-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
span-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
step-before = { $anchor ->
    [SESSION_START] { $span } vor der Sitzung
    [SESSION_END] { $span } vor dem Ende der Sitzung
    [ENROLMENT] { $span } vor dem Beitritt
   *[STEP] { $span } vor „{ $other }“
}
step-after = { $anchor ->
    [SESSION_START] { $span } nach Beginn der Sitzung
    [SESSION_END] { $span } nach der Sitzung
    [ENROLMENT] { $span } nach dem Beitritt
   *[STEP] { $span } nach „{ $other }“
}
step-at-once = { $anchor ->
    [SESSION_START] wenn die Sitzung beginnt
    [SESSION_END] wenn die Sitzung vorbei ist
    [ENROLMENT] wenn jemand dazukommt
   *[STEP] zugleich mit „{ $other }“
}
step-same-day = { $anchor ->
    [SESSION_START] am Tag der Sitzung
    [SESSION_END] am Tag, an dem die Sitzung endet
    [ENROLMENT] am Tag des Beitritts
   *[STEP] am Tag von „{ $other }“
}
step-at = { $when }, um { $time }
action-post-prompt = Etwas fragen
action-open-pre-work = Etwas zu lesen geben
action-remind = Erinnern
action-announce = Etwas in einem Kanal sagen
action-recap-thread = Gemeinsam zurückblicken
action-open-check-in = Einen Check-in öffnen
action-open-pulse = Eine Umfrage ohne Namen öffnen
action-pair-people = Menschen zusammenbringen
action-space-prompts = In einer Reihe fragen
action-consult-colleague = Rat einholen lassen
action-open-feedback = Einander Rückmeldung geben
action-open-questions = Einen Kanal für Fragen öffnen
condition = { $condition ->
    [ATTENDED] nur wer dabei war
    [MISSED] nur wer nicht dabei war
   *[NOT_ANSWERED] nur wer „{ $other }“ nicht beantwortet hat
}
prospect = { $prospect ->
    [WHEN_DUE] zu seiner Zeit
    [AT_ONCE] sofort
    [WAITS] wartet auf die Sitzung
    [TOO_LATE] zu spät: geschieht nicht
   *[NEVER] geschieht nicht
}
item-why = { $why ->
    [BY_HAND] Ausgelassen
    [CANCELLED] Die Sitzung fiel aus
    [LEFT] Die Person ist nicht mehr dabei
    [NOBODY] Es war niemand dafür da
    [TAKEN_BACK] Zurückgenommen
    [TOO_LATE] War zu spät
   *[WITHDRAWN] Herausgenommen
}
item-done = Geschehen
item-done-early = Früher geschehen
item-people = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
item-skipped = Ausgelassen
item-failed = Misslungen
item-tried = { $count ->
    [one] Einmal misslungen
   *[other] { $count }-mal misslungen
}
item-again = Wieder { $when }
item-waits = Wartet auf die Sitzung
item-pending = Geplant
item-paused = Angehalten
item-menu = Was Sie mit „{ $title }“ tun können
item-move = Auf einen anderen Tag verlegen
item-move-title = „{ $title }“ verlegen
item-move-now = Bisher: { $when }. Es zählt weiter von dort und geht mit, wenn sich das verschiebt.
item-move-zone = Zeitzone: { $zone }.
item-move-action = Verlegen
item-drag = Auf einen anderen Tag ziehen, eine Pfeiltaste drücken oder anklicken und ein Datum schreiben
item-shift = „{ $title }“ verlegen: Pfeiltasten um einen Tag, Eingabe für ein Datum
item-made = Öffnen, was daraus wurde
item-run = Jetzt tun
item-skip = Auslassen
item-take-back = Zurücknehmen
item-put-back = Zurückholen
item-skipped-toast = „{ $title }“ ist ausgelassen.
item-run-toast = „{ $title }“ ist geschehen.
step-gone = Ein Schritt, der herausgenommen wurde
step-moved = „{ $title }“: { $when }.

plan-title = Plan
plan-lead = Was rund um die Sitzungen von selbst geschieht, Tag für Tag.
plan-of-session = Was von selbst geschieht
plan-view = Wie man ihn ansieht
plan-as-plan = Als Plan
plan-as-learner = Als lernende Person
plan-apply = Vorlage anwenden
plan-apply-lead = Sehen Sie genau, was sie bringt, wem und wann. Vorher geschieht nichts.
plan-empty = Noch geschieht nichts von selbst.
plan-empty-detail = Eine Vorlage hat Schritte rund um eine Sitzung: fragen, erinnern, zurückblicken. Einmal angewendet, geht sie mit der Sitzung mit.
plan-learner-empty = Für Lernende steht nichts an.
plan-past = { $count ->
    [one] Ein Tag vor heute
   *[other] { $count } Tage vor heute
}
plan-more = Mehr von „{ $name }“ zeigen
plan-free-days = { $count ->
    [one] Ein freier Tag
   *[other] { $count } freie Tage
}
plan-today = Heute
plan-session = Sitzung { $number }: { $title }
plan-session-draft = Entwurf
plan-session-cancelled = Abgesagt
plan-journeys = Abläufe
plan-templates = Vorlagen
plan-no-templates = Noch gibt es keine Vorlagen.
plan-no-templates-detail = Schreiben Sie eine: Ihre Schritte zählen von einer Sitzung aus und passen so zu jeder.
journey-for-all = Für die ganze Gemeinschaft
journey-menu = Was Sie mit { $name } tun können
journey-pause = Anhalten
journey-resume = Weitergehen lassen
journey-edit = Schritte ändern
journey-edit-lead = Das sind seine eigenen Schritte; die Vorlage bleibt, wie sie ist. Was geschehen ist, bleibt geschehen.
journey-save = Schritte speichern
journey-withdraw = Zurücknehmen
journey-withdraw-title = { $name } zurücknehmen?
journey-withdraw-text = Was noch nicht geschehen ist, geschieht nicht mehr. Was geschehen ist, bleibt. Das lässt sich nicht rückgängig machen; die Vorlage lässt sich wieder anwenden.
journey-withdraw-action = Zurücknehmen
journey-is-paused = Angehalten
journey-paused-toast = { $name } ist angehalten. Nichts davon geschieht.
journey-resumed-toast = { $name } geht weiter.
journey-withdrawn-toast = { $name } ist zurückgenommen.
journey-applied = { $name } steht im Plan.

ahead-in-channel = in { $channel }
ahead-each = { $count ->
    [one] an eine Person, in ihren Eingang
   *[other] an { $count } Personen, jede in ihren Eingang
}
ahead-who = { $count ->
    [one] Wer es ist
   *[other] Wer die { $count } sind
}
apply-template = Welche Vorlage
apply-session = Um welche Sitzung
apply-no-session = Diese Vorlage braucht eine Sitzung, die noch bevorsteht. Planen Sie zuerst eine.
apply-name = Wie es heißen soll
apply-name-hint = Das kann leer bleiben.
apply-preview = Was geschehen würde
apply-preview-why = Nichts davon ist geschehen. Das täte der Plan nach dem heutigen Stand.
apply-count = { $count ->
    [0] Nichts würde geschehen
    [one] Eins würde geschehen
   *[other] { $count } Dinge würden geschehen
}
apply-action = In den Plan aufnehmen

template-new = Vorlage schreiben
template-lead = Schritte, die von einer Sitzung aus zählen, vom Beitritt oder voneinander.
template-name = Name
template-purpose = Wozu sie gut ist
template-each-session = Jede Sitzung hat sie von selbst
template-each-session-hint = Sobald die Sitzung veröffentlicht ist. Die bevorstehenden erhalten sie, sobald Sie speichern; bei jeder lässt sie sich zurücknehmen.
template-is-each = für jede Sitzung
template-save = Vorlage speichern
template-steps = { $count ->
    [one] { $count } Schritt
   *[other] { $count } Schritte
}
template-copy = Kopieren
template-copy-of = { $name }, Kopie
template-put-away = Weglegen
template-bring-back = Zurückholen
template-away = { $name } ist weggelegt.
template-back = { $name } ist wieder da.
steps-title = Schritte
step-choose = Wählen
unit-minutes = Minuten

jobs-title = Aufgaben der Plattform
jobs-lead = Was in den Gemeinschaften, die Sie leiten, von selbst hätte geschehen sollen und nicht geschehen ist.
jobs-lead-all = Was irgendwo von selbst hätte geschehen sollen und nicht geschehen ist.
jobs-empty = Alles, was fällig war, ist geschehen.
jobs-empty-detail = Was misslingt, steht hier mit seinem Grund und lässt sich wiederholen.
job-kind = Von der Plattform: { $kind }
job-due = war fällig: { $when }
job-attempts = { $count ->
    [one] einmal versucht
   *[other] { $count }-mal versucht
}
job-given-up = Aufgegeben
job-waits = Wartet
job-again = Noch einmal
job-again-toast = „{ $name }“ wird noch einmal versucht.
nav-plan = Plan
nav-prompts = Impulse
nav-jobs = Aufgaben der Plattform

starter-begin = Vier Wege, nach einer Sitzung weiterzulernen
starter-name = Nach einer Sitzung: vier Wege weiter
starter-purpose = Was weitergeht, ohne dass jemand lehrt: ein Ort zum Fragen, jemand zum Weitergehen, ein Gespräch mit einer Kollegin oder einem Kollegen, und ein Blick zurück nach zwei Wochen.
starter-questions = Wo man fragt
starter-pairs = Jemand zum Weitergehen
starter-colleague = Jemanden im Kollegium fragen
starter-two-weeks = Nach zwei Wochen
starter-check-in = Zwei Wochen nach „{"{session}"}“
starter-how-often = Wie oft haben Sie es versucht? :: noch nicht | einmal | mehrmals
starter-in-the-way = Was stand im Weg?
