# das Brett der Leitung: die Runden der Paare

board-counts = { $count ->
    [one] Eine Person nimmt teil
   *[other] { $count } Menschen nehmen teil
}{ $others ->
    [0] {""}
   *[other] , { $others } nicht
}
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
plan-pairing-change = Ändern
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
rules-cooldown-hint = Früher nur, wenn sonst jemand leer ausginge.
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
solving-failed = Aus Runde { $number } kam kein Vorschlag heraus
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
round-fit = { $rest ->
    [0] besser geht es nicht
   *[other] höchstens { $rest } % unter dem Besten, was möglich wäre
}
round-repeats = { $count ->
    [0] lauter neue Paare
    [one] eines von { $of } trifft sich wieder
   *[other] { $count } von { $of } treffen sich wieder
}
round-proposed = Vorgeschlagen, noch weiß es niemand
round-runs = Läuft
round-ahead = Beginnt am { $day }
round-state = { $state ->
    [SOLVING] wird berechnet
    [PROPOSED] vorgeschlagen
    [AHEAD] bekannt gegeben, beginnt noch
    [PUBLISHED] läuft
    [ENDED] vorbei
    [CANCELLED] zurückgenommen
   *[FAILED] ohne Vorschlag
}
round-stands = Es kam kein anderer Vorschlag heraus. Dieser steht noch, mit dem, was Sie festgehalten haben.
round-groups = Paare und Gruppen
round-publishes-at = Am { $day } um { $time } wird er von selbst bekannt gegeben, wenn Sie das nicht vorher tun oder ihn zurücknehmen.
round-publishes-solved = Alle erfahren von selbst davon, sobald es berechnet ist.
round-goes-on = Wie geplant von selbst bekannt geben
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
    [LEFT_OVER] Von Hand übrig geblieben. Jemand anderes ohne Paar passt: Bringen Sie die beiden zusammen, oder lassen Sie den Rest neu berechnen.
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
move-in = Wieder einbeziehen
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
publish-ends = { $when ->
    [now] Runde { $number } endet damit: Die Paare und ihre Gespräche schließen jetzt.
   *[then] Runde { $number } läuft weiter, bis diese beginnt: Die Paare und ihre Gespräche schließen am { $day }.
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
rounds-running = Läuft bis dahin weiter
rounds-title = Frühere Runden
rounds-health = { $count ->
    [one] ein Paar
   *[other] { $count } Paare
}, { $met } getroffen, { $silent } still
