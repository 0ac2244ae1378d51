# Paare: mein Paar, das Brett der Leitung

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
pairing-ready = Zurzeit läuft keine Runde.
pairing-ready-detail = Sie nehmen teil. Was Sie über sich sagen, hilft, die richtige Person zu finden.
pairing-say = Etwas über sich sagen
pairing-out = Sie nehmen nicht an den Paaren teil.
pairing-out-detail = Niemand erfährt, warum. Sie können jederzeit zurückkommen.
pairing-take-part = Teilnehmen
pairing-take-part-now = Wieder teilnehmen
pairing-snoozed = Vor { $day } werden Sie nicht eingeteilt.
pairing-snoozed-detail = Danach nehmen Sie von selbst wieder teil.
pairing-paused = Wir haben die Paare für Sie ausgesetzt.
pairing-paused-detail = Die letzten zwei Runden waren still, und das ist in Ordnung. Kommen Sie zurück, wann es Ihnen passt.
pairing-back-toast = Sie nehmen wieder teil

pair-of = Sie und { $names }
pair-now = { $count ->
    [one] Sie und { $names }
   *[other] Sie, { $names }
}
pair-ahead = Ab { $day } bilden Sie ein Paar mit { $names }
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
nudge-later = Sie können { $when } wieder erinnern.
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
past-commitments = { $count ->
    [one] Ein Vorhaben
   *[other] { $count } Vorhaben
}

part-title = Teilnahme
part-take = Ich nehme an den Paaren teil
part-take-hint = Ohne das bleiben Sie für sich, und niemand erfährt, warum.
part-out-toast = Sie nehmen nicht mehr teil
part-snooze = Nicht vor dem
part-snooze-hint = Urlaub, viel zu tun: Sie kommen von selbst zurück.
part-snooze-action = Bis dahin aussetzen
part-snoozed-toast = Vor { $day } werden Sie nicht eingeteilt
about-title = Über Ihre Arbeit
about-lead = Danach werden Menschen zusammengebracht. Sonst liest es niemand.
about-from = Sie arbeiten von
about-to = bis
about-zone = Nach der Uhr in { $city }.
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
ratings-lead = Zu Ihnen kommt, wer dort stark ist, wo Sie es nicht sind, und umgekehrt. Sonst liest es niemand.
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

board-counts = { $count ->
    [one] Eine Person nimmt teil
   *[other] { $count } Menschen nehmen teil
}, { $others } nicht
board-paused = { $count ->
    [one] { $names } setzt nach zwei stillen Runden aus. Ein freundliches Wort hilft.
   *[other] { $names } setzen nach zwei stillen Runden aus. Ein freundliches Wort hilft.
}
board-empty = Es läuft keine Runde.
board-empty-detail = Beginnen Sie eine: Sie sehen jedes Paar und warum, und ändern, was Sie möchten, bevor jemand davon hört.
round-begin = Eine Runde beginnen
key-round = Eine Runde beginnen
plan-pairing = Von selbst wiederholen
plan-pairing-over = Die letzte geplante Runde hat begonnen.
plan-pairing-is = { $count ->
    [0] Sie beginnen von selbst, das nächste Mal am { $day }.
    [one] Jede Woche, das nächste Mal am { $day }.
   *[other] Alle { $count } Wochen, das nächste Mal am { $day }.
}
plan-pairing-publishes = Wird ohne Durchsicht bekannt gegeben.
plan-pairing-proposes = Sie sehen jeden Vorschlag zuerst.
plan-pairing-stop = Nicht mehr wiederholen
plan-pairing-toast = Runden beginnen jetzt von selbst
plan-pairing-stopped = Es beginnen keine Runden mehr von selbst
round-task = { $task ->
    [propose] Eine Runde beginnen
    [again] Andere Regeln
   *[plan] Runden, die von selbst beginnen
}
round-task-lead = { $task ->
    [propose] Ein Vorschlag wird im Hintergrund berechnet. Niemand hört davon, bevor Sie ihn bekannt geben.
    [again] Was Sie festgehalten haben, bleibt. Der Rest wird neu berechnet.
   *[plan] Jede Runde beginnt nach diesen Regeln.
}
round-task-action = { $task ->
    [propose] Paare vorschlagen
    [again] Neu berechnen
   *[plan] Wiederholen
}
round-weeks = Wie viele Wochen sie dauert
round-every = Alle wie viele Wochen
round-starts = Beginnt am
round-starts-hint = Leer: sobald sie bekannt gegeben ist.
round-publishes = Jede Runde ohne Durchsicht bekannt geben
round-publishes-hint = Sonst finden Sie hier einen Vorschlag und hören davon.
rules-format = Wozu
rules-format-is = { $format ->
    [PAIRS] Paare
    [GROUPS] Gruppen
   *[MENTORING] Begleitung
}
rules-format-hint = { $format ->
    [PAIRS] Je zwei, drei bei ungerader Zahl
    [GROUPS] Kleine Gruppen bis zu fünf
   *[MENTORING] Wer es kann, mit denen, die lernen
}
rules-size = Menschen in einer Gruppe
rules-overlap = Gemeinsame Arbeitszeit, mindestens
rules-overlap-none = Keine nötig
rules-cooldown = So viele Runden lang nicht wieder
rules-cooldown-hint = Solange es anders geht.
rules-must = Was gelten muss
rules-language = Sie haben eine gemeinsame Sprache
rules-manager = Niemand kommt mit der eigenen Führungskraft zusammen
rules-team = Sie sind aus verschiedenen Teams
rules-trio = Drei bei ungerader Zahl
rules-weights = Was wie viel zählt
rules-weights-hint = Von 0 (gar nicht) bis 10. Neue Paare und wer leer ausging gehen allem anderen vor, außer bei 0.
rules-weight = { $weight ->
    [complement] Sie ergänzen sich bei den Zielen
    [goal] Sie haben dasselbe vor
    [site] Sie arbeiten an verschiedenen Orten
    [level] Sie haben verschieden viel Erfahrung
    [novelty] Sie waren noch kein Paar
   *[fairness] Wer leer ausging, kommt zuerst
}
solving-title = Runde { $number } wird berechnet
solving-failed = Es kam kein Vorschlag heraus
solving-stage = { $stage ->
    [WAITING] Wartet, bis sie an der Reihe ist.
    [WEIGHING] Wägt ab, wer zu wem passt.
    [MATCHING] Sucht die besten Paare.
    [IMPROVING] Verbessert die Gruppen.
   *[EXPLAINING] Schreibt auf, warum.
}
solving-cancel = Zurücknehmen
round-number = Runde { $number }
round-span = { $from } bis { $to }
round-fit = { $percent ->
    [100] besser ginge es nicht auf
   *[other] passt mindestens zu { $percent } % so gut wie das Beste, was möglich wäre
}
round-repeats = { $count ->
    [0] niemand trifft sich wieder
    [one] eines von { $of } trifft sich wieder
   *[other] { $count } von { $of } treffen sich wieder
}
round-proposed = Vorgeschlagen, noch weiß es niemand
round-runs = Läuft
round-state = { $state ->
    [SOLVING] wird berechnet
    [PROPOSED] vorgeschlagen
    [PUBLISHED] läuft
    [ENDED] vorbei
    [CANCELLED] zurückgenommen
   *[FAILED] ohne Vorschlag
}
round-groups = Paare und Gruppen
round-publishes-at = Am { $day } um { $time } wird er von selbst bekannt gegeben, wenn Sie das nicht vorher tun oder ihn zurücknehmen.
round-hint = Ziehen Sie jemanden zu jemand anderem, oder wählen Sie die Person und tippen Sie einen Namen (m). Halten Sie fest, was bleiben soll (l).
round-solve-again = Den Rest neu berechnen
round-other-rules = Andere Regeln
round-cancel = Zurücknehmen
round-cancelled = Der Vorschlag ist zurückgenommen. Niemand hat davon gehört.
round-publish = Bekannt geben
round-end = Jetzt beenden
round-end-title = Runde { $number } jetzt beenden?
round-end-text = Die Paare sind ab jetzt vorbei. Ihre Gespräche bleiben für sie lesbar. Das lässt sich nicht zurücknehmen.
round-ended = Die Runde ist vorbei
key-move-person = Die Person verschieben
key-lock = Das Paar festhalten oder lösen
person-move = Verschieben
pair-lock = { $names } festhalten
pair-locked = Festgehalten
pair-silent = Bisher still
role-mentor = begleitet
role-mentee = wird begleitet
rule-broken = { $rule ->
    [OVERLAP] Zu wenig gemeinsame Arbeitszeit
    [TEAM] Dasselbe Team
    [MANAGER] Führungskraft und Mitarbeitende
    [LANGUAGE] Keine gemeinsame Sprache
    [COOLDOWN] Vor Kurzem schon ein Paar
    [SIZE] Nicht so groß wie gewünscht
   *[CAPACITY] Mehr, als die Person begleitet
}
unpaired-title = { $count ->
    [0] Niemand geht leer aus
    [one] Eine Person ohne Gegenüber
   *[other] { $count } Menschen ohne Gegenüber
}
unpaired-none = Ziehen Sie jemanden hierher, um die Person herauszunehmen.
unpaired-reason = { $reason ->
    [NOBODY_FITS] Nach den Regeln passt niemand.
    [NOBODY_LEFT] Alle, die passen, sind mit jemand anderem zusammen.
   *[BY_HAND] Sie haben die Person herausgenommen.
}
relax-overlap = Mit { $span } gemeinsam: { $names }
relax-cooldown = { $count ->
    [0] Wenn man sich gleich wiedertreffen darf: { $names }
    [one] Wenn man sich nach einer Runde wiedertreffen darf: { $names }
   *[other] Wenn man sich nach { $count } Runden wiedertreffen darf: { $names }
}
relax = { $rule ->
    [TEAM] Wenn sie aus einem Team sein dürfen: { $names }
    [MANAGER] Wenn Führungskräfte mit Mitarbeitenden dürfen: { $names }
    [LANGUAGE] Ohne gemeinsame Sprache: { $names }
    [SIZE] In einer Gruppe anderer Größe: { $names }
   *[CAPACITY] Wenn jemand eine Person mehr begleitet: { $names }
}
person-moved-toast = { $name } ist verschoben
move-person = { $name } verschieben
move-find = Wohin
move-find-hint = Tippen Sie einen Namen und drücken Sie die Eingabetaste.
move-with = Ein neues Paar mit { $name }
move-out = Aus dieser Runde herausnehmen
move-nowhere = In keinem Paar heißt jemand so.
publish-title = Runde { $number } bekannt geben
publish-lead = { $count ->
    [one] Ein Paar bekommt eine Nachricht.
   *[other] { $count } Paare bekommen je eine Nachricht.
}
publish-message = Ihre Worte an alle
publish-message-hint = Bleibt es leer, wird eine freundliche Nachricht geschrieben: wer, bis wann und warum.
publish-read = Was jedes Paar lesen wird
publish-until = Bis { $day }.
publish-unpaired = { $count ->
    [one] { $names } hat kein Gegenüber und liest, dass Sie es wissen.
   *[other] { $names } haben kein Gegenüber und lesen, dass Sie es wissen.
}
publish-action = { $count ->
    [one] Ein Paar bekannt geben
   *[other] { $count } Paare bekannt geben
}
published-toast = { $count ->
    [one] Ein Paar weiß es jetzt
   *[other] { $count } Paare wissen es jetzt
}
health-title = Wie es läuft
health-part = { $part ->
    [met] Getroffen: { $count }
    [planned] Tag vereinbart: { $count }
    [notMet] Nicht getroffen: { $count }
    [unclear] Antworten verschieden: { $count }
   *[unknown] Nichts gesagt: { $count }
}
health-silent = { $count ->
    [0] Kein Paar ist still
    [one] Ein Paar ist still
   *[other] { $count } Paare sind still
}
health-commitments = { $count ->
    [one] Ein Vorhaben
   *[other] { $count } Vorhaben
}: { $done } getan, { $changed } anders überlegt
health-private = Nur Zahlen: Was sie einander sagen, gehört ihnen.
rounds-running = Läuft derweil weiter
rounds-title = Frühere Runden
rounds-health = { $count ->
    [one] ein Paar
   *[other] { $count } Paare
}, { $met } getroffen, { $silent } still
