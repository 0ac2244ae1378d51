# misconceptions

correction-title = Ein verbreiteter Irrtum, richtiggestellt
correction-in-quote = Die zitierten Worte sind ein verbreiteter Irrtum, richtiggestellt
correction-claim = Leicht zu denken
correction-misses = Was dabei fehlt
correction-holds = Was stattdessen gilt
correction-holds-line = Was stattdessen gilt: { $holds }
correction-written = Geschrieben von { $name }.
correction-written-agreed = Geschrieben von { $name }, mit Zustimmung von { $other }.
correction-seen = { $here ->
    [one] Hier in einem Beitrag gesehen
   *[other] Hier in { $here } Beiträgen gesehen
}
correction-seen-earlier = { $here ->
    [one] Hier in einem Beitrag gesehen und in { $earlier ->
        [one] einer früheren Kohorte
       *[other] { $earlier } früheren Kohorten
    }
   *[other] Hier in { $here } Beiträgen gesehen und in { $earlier ->
        [one] einer früheren Kohorte
       *[other] { $earlier } früheren Kohorten
    }
}
correction-see = Was stattdessen gilt
correction-revised = Nach einer Richtigstellung überarbeitet, mit Dank.
correction-revised-by = Nach einer Richtigstellung überarbeitet. Danke, { $name }.
correction-ask = Ändert das, wie Sie handeln würden?
correction-required = Jemand könnte zu Schaden kommen, darum ist Ihre Antwort nötig.
correction-answer = { $answer ->
    [GOT_IT] Ja, das tut es
    [SAW_IT_ALREADY] So sah ich es schon
   *[NOT_CONVINCED] Noch nicht überzeugt
}
correction-you = { $answer ->
    [GOT_IT] Sie sagten: Ja, das tut es.
    [SAW_IT_ALREADY] Sie sagten: So sah ich es schon.
   *[NOT_CONVINCED] Sie sagten: Noch nicht überzeugt.
}
correction-you-who = Die Moderation sieht, wie viele das sagten, nicht wer.
correction-answer-again = Etwas anderes sagen
correction-answered-toast = Danke.
correction-doubt = Ich bin noch nicht überzeugt, weil{" "}
correction-doubt-to = { $handle } Ich bin noch nicht überzeugt, weil{" "}
correction-open = M-{ $number }: Werdegang und Verbreitung
correction-somebody = Die Moderation

heads-up-title = Das sehen nur Sie
heads-up-text = { $name } hat sich etwas angesehen, das Sie geschrieben haben. Viele denken so, und es lohnt einen zweiten Blick, bevor andere es übernehmen.
heads-up-in-title = Diese Worte stehen im Titel. Sie ändern ihn im Menü des Gesprächs: Titel und Schlagwörter bearbeiten.
heads-up-until = Sie können es bis { $when } überarbeiten. Dann steht dort „nach einer Richtigstellung überarbeitet“ mit Dank, und nichts wird markiert. Wenn Sie es lassen, bleiben Ihre Worte, wie sie sind, und daneben steht, was gilt.
heads-up-revise = Meine Worte überarbeiten
heads-up-thanks = Sie haben es überarbeitet. Danke: { $name } und alle, die es lesen, haben jetzt etwas Besseres.

today-correction-title = Das haben Sie gelesen, bevor es richtiggestellt wurde
today-correction-chip = Richtiggestellt
today-correction-needed = Ihre Antwort ist nötig
today-correction = Richtiggestellt, seit Sie es lasen, in { $community }
today-correction-required = Ihre Antwort ist nötig, in { $community }

correct-selected = Diese Worte richtigstellen
post-correct = Eine Stelle richtigstellen
key-correct = Eine Stelle richtigstellen
keys-correct = eine Stelle richtigstellen
correcting-title = Eine Stelle richtigstellen
correcting-passage = Es geht um diese Worte
correcting-in-title = Der Titel des Gesprächs
correcting-which = Um welche Worte geht es
correcting-which-hint = Für andere Worte schließen Sie dies, wählen sie im Beitrag aus und drücken X.
correcting-other-words = Andere Worte
correcting-library = In der Sammlung suchen
correcting-known = Welcher Irrtum ist es
correcting-new = Ein neuer
correcting-claim-hint = In neutralen Worten, wie es jemand sagen würde, der es gut meint.
correcting-holds-hint = Was man stattdessen tun oder sagen kann, sodass danach gehandelt werden kann.
correcting-sources = Woher es stammt
correcting-sources-hint = Zwei Quellen, die übereinstimmen, überzeugen mehr als eine Stimme: eine Folie, ein Kapitel, eine Regel.
correcting-source = Quelle { $number }
correcting-source-url = Adresse { $number }
correcting-source-add = Noch eine Quelle
correcting-source-remove = Ohne Quelle { $number }
correcting-severity = Was daraus folgen kann
severity = { $severity ->
    [INFORMATION] Wissen
    [PRACTICE] Praxis
    [SAFETY] Sicherheit
   *[COMPLIANCE] Vorschriften
}
severity-hint = { $severity ->
    [INFORMATION] Jemand weiß etwas, das so nicht stimmt.
    [PRACTICE] Jemand handelt auf eine Weise, die nicht hilft.
    [SAFETY] Jemand könnte zu Schaden kommen. Sofort zu sehen, und alle, die es lasen, antworten.
   *[COMPLIANCE] Eine Vorschrift würde verletzt. Sofort zu sehen, und alle, die es lasen, antworten.
}
correcting-objective = Welchem Lernziel es entgegensteht
correcting-no-objective = Keinem
correcting-next = Wer zuerst davon erfährt
correcting-author = { $name }, vertraulich
correcting-author-nameless = Wer es geschrieben hat, vertraulich
correcting-author-hint = Die Person kann es überarbeiten. Dann steht dort Dank, und nichts wird markiert.
correcting-draft = Noch niemand
correcting-draft-hint = Es bleibt ein Entwurf. Jemand aus der Moderation kann ihn ansehen.
correcting-hours = Wie lange Zeit ist
correcting-grave = Es wartet auf niemanden: Sobald eine zweite Person aus der Moderation zustimmt, kann es allen gezeigt werden.
correcting-add = Die Richtigstellung auch hier zeigen
correcting-offer = Zuerst vertraulich sagen
correcting-keep = Entwurf behalten
correcting-write = Weiterschreiben
correcting-nothing-deleted = Nichts wird gelöscht. 7 Tage lang können Sie es zurücknehmen.
preview-others = Wie alle es lesen
preview-author = Wie es die Person liest, die es schrieb
preview-author-hours = Sie hat { $count } Stunden.
corrected-toast = { $state ->
    [AUTHORS_WINDOW] Wer es geschrieben hat, erfährt davon.
    [PUBLISHED] Die Richtigstellung steht jetzt neben diesen Worten.
   *[other] Der Entwurf ist aufgehoben.
}
corrected-open = Öffnen

library-title = Richtigstellungen
library-lead = Was leicht zu denken ist und was stattdessen gilt: jeder Irrtum, der hier richtiggestellt wurde.
library-parts = Welche Irrtümer
library-part = { $part ->
    [work] In Arbeit
    [resembling] Ähnliche Beiträge
   *[library] Sammlung
}
library-search = Einen Irrtum suchen
library-objective = Lernziel: { $objective }
library-open = M-{ $number }: wo es gesagt wurde
library-nothing = Nichts zu „{ $query }“.
library-empty = Hier wurde noch nichts richtiggestellt.
library-empty-detail = Stellt die Moderation etwas richtig, steht es hier für alle zum Nachschlagen.
work-empty = Hier ist kein Irrtum bekannt.
work-empty-detail = Wählen Sie Worte in einem Beitrag aus und drücken Sie X, um zu beginnen.
resembling-empty = Kein Beitrag ähnelt einem bekannten Irrtum.
resembling-empty-detail = Neue Beiträge werden verglichen. Was einem ähnelt, kommt hierher, und nichts wird dadurch verborgen.
resembling-score = Ähnelt ihm zu { $score }
resembling-claim = Es sagt vielleicht:
resembling-confirm = Es sagt das: hier richtigstellen
resembling-dismiss = Es sagt das nicht

misconception-number = M-{ $number }
misconception-state = { $state ->
    [SUSPECTED] Vermutet
    [CONFIRMED] Bestätigt
    [DRAFTED] Entworfen
    [AUTHORS_WINDOW] Vertraulich gesagt
    [PUBLISHED] Veröffentlicht
    [CLOSED] Abgeschlossen
   *[REJECTED] Verworfen
}
misconception-window = Bis { $when } kann es überarbeitet werden. Danach wird es von selbst veröffentlicht.
misconception-undoable = Kann bis { $when } zurückgenommen werden
misconception-steps = Was als Nächstes kommt
misconception-share = Link für eine Kollegin oder einen Kollegen kopieren
misconception-link-copied = Der Link ist kopiert.
step = { $step ->
    [confirm] Bestätigen
    [agree] Ich stimme der Richtigstellung zu
    [offer] Zuerst vertraulich sagen
    [publish] Richtigstellung veröffentlichen
    [close] Abschließen
   *[undo] Zurücknehmen
}
step-taken = { $step ->
    [confirm] Es ist bestätigt.
    [agree] Sie stimmen dieser Richtigstellung zu.
    [offer] Wer es schrieb, erfährt davon und hat { $hours } Stunden.
    [publish] Alle lesen jetzt die Richtigstellung.
    [close] Es ist abgeschlossen.
   *[undo] Es ist wieder ein Entwurf. Niemand sieht die Richtigstellung.
}
agree-ask = Um Zustimmung bitten
agree-whom = Wer gefragt wird
agree-whom-hint = Wer hier moderiert, leitet oder fachkundig ist. Sie erhalten eine Nachricht und stimmen auf dieser Seite zu.
agree-action = Fragen
agree-asked = { $name } ist um Zustimmung gebeten
agree-asked-toast = { $name } ist gefragt und erfährt davon.
agree-nobody = Niemand sonst moderiert hier oder ist fachkundig. Laden Sie zuerst jemanden ein.
agree-you = Sie sind gebeten, dieser Richtigstellung zuzustimmen. Lesen Sie sie; veröffentlicht wird sie, wenn jemand zustimmt.
step-reject = Es ist keiner
step-reject-text = Es ist kein Irrtum. Der Werdegang hält fest, warum.
step-reopen = Wieder aufnehmen
step-reopen-text = Es gibt etwas Neues dazu zu sagen. Der Werdegang hält fest, warum.
draft-correction = Richtigstellung schreiben
draft-correction-text = Einem Entwurf, der sich ändert, muss neu zugestimmt werden.
occurrences-title = Wo es gesagt wurde
occurrence-state = { $state ->
    [REVISED] Überarbeitet, mit Dank
   *[LOST] Nicht mehr im Beitrag
}
occurrence-remove = Das gehört nicht zu diesem Irrtum
history-of = Werdegang
spread-title = Wie weit es sich verbreitet hat
spread-lead = In Zahlen. Wer es war, erfährt nur, wer mit der Prüfung betraut ist.
spread-before = Lasen es vorher
spread-first = Zuerst am { $when }
spread-time = Vom ersten Lesen bis zur Richtigstellung
spread-time-detail = Je kürzer, desto weniger übernehmen es
spread-acknowledged = Geantwortet
spread-acknowledged-detail = { $count } von { $told }, die davon erfuhren
spread-doubt = Noch nicht überzeugt
spread-after = Lasen es seitdem
spread-after-detail = Mit der Richtigstellung daneben
spread-again = Wieder gesagt
spread-again-detail = Nachdem es richtiggestellt war
watch-line = { $suggested } Beiträge wurden als ähnlich vorgeschlagen: { $confirmed } waren es, { $dismissed } nicht.
watch-precision = Zu { $share } richtig, soweit entschieden wurde.
watch-retired = Es lag zu oft daneben und wird seit dem { $when } nicht mehr verglichen.

brief-misconceptions = Was hier leicht zu denken ist
brief-misconceptions-why = Irrtümer zu den Lernzielen dieser Sitzung.
program-corrections-lead = Was überall, wo dieses Programm lief, leicht zu denken war, und was stattdessen gilt.
