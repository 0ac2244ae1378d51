# Umfragen: Formulare, Links, Planung, Ergebnisse

pulse-name = Umfrage
pulses-lead = Wenige Fragen, ohne Namen beantwortet: was die Sitzung bei der Arbeit bewirkt hat, und was im Weg stand.
pulses-empty = { $view ->
    [closed] Noch ist keine Umfrage geschlossen.
   *[now] Zurzeit ist keine Umfrage offen.
}
pulses-empty-detail = Sie kommen am Ende einer Sitzung, und zwei bis vier Wochen danach.
pulse-kind = { $kind ->
    [REACTION] Am Ende einer Sitzung
    [TRANSFER] Zwei bis vier Wochen danach
    [BASELINE] Bevor etwas gelernt wurde
   *[FOLLOW_UP] Nach { $wave } Tagen
}
pulse-kind-hint = { $kind ->
    [REACTION] Wie sie war, jedes Ziel und wer sie geleitet hat. Mit einem Code für die Wand des Raums.
    [TRANSFER] Ob Gespräche mit anderen halfen, das Gelernte anzuwenden, mit einem Beispiel, und was im Weg stand.
   *[BASELINE] Dieselben Fragen kommen nach 30, 60 und 90 Tagen wieder, damit Veränderung zu sehen ist.
}
pulse-question-kind = { $kind ->
    [SCALE] Eine Skala aus fünf Wörtern
    [BARRIERS] Was im Weg stand
   *[TEXT] Ein Beispiel, in wenigen Worten
}
pulse-barrier = { $barrier ->
    [TIME] Es fehlte die Zeit
    [NO_CHANCE] Es gab keine Gelegenheit
    [MANAGER] Meine Führungskraft trug es nicht mit
    [TOOLS] Die Werkzeuge oder die Umgebung
    [UNCLEAR] Es war nicht klar, wie
    [NOT_FITTING] Es passt nicht zu meiner Arbeit
   *[OTHER] Etwas anderes
}
pulse-viewer-state = { $state ->
    [ANSWERED] Beantwortet
    [SKIPPED] Ausgelassen
    [AWAY] Abwesend
    [SPARED] Nicht gefragt
   *[WAITING] Nicht beantwortet
}
pulse-asked-nobody = Niemand wurde gefragt
pulse-asked = { $count ->
    [one] Eine Person ist gefragt
   *[other] { $count } Personen sind gefragt
}
pulse-answered-few = Zu wenige von { $of } haben geantwortet, um eine Zahl zu nennen
pulse-spared = { $why ->
    [ASKED_RECENTLY] { $count ->
        [one] Eine Person wurde nicht gefragt: Sie wurde in der Woche davor schon etwas gefragt.
       *[other] { $count } Personen wurden nicht gefragt: Sie wurden in der Woche davor schon etwas gefragt.
    }
    [ASKED_MUCH] { $count ->
        [one] Eine Person wurde nicht gefragt: Sie wurde in den letzten 30 Tagen viel gefragt.
       *[other] { $count } Personen wurden nicht gefragt: Sie wurden in den letzten 30 Tagen viel gefragt.
    }
   *[NOT_CHOSEN] { $count ->
        [one] Eine Person wurde nicht gefragt: Andere wurden länger nicht gefragt.
       *[other] { $count } Personen wurden nicht gefragt: Andere wurden länger nicht gefragt.
    }
}
pulse-several = Wählen Sie alles, was zutrifft, oder nichts.
pulse-sees = { $kind ->
    [TEXT] Wird ohne Ihren Namen gelesen, sobald { $enough } Personen etwas geschrieben haben. Lassen Sie weg, woran man Sie erkennt.
   *[other] Niemand sieht Ihren Namen: nur Zahlen, ab { $enough } Personen
}
pulse-kept = Auf diesem Gerät gesichert
pulse-skip = Umfrage auslassen
pulse-thanks = { $how ->
    [skipped] Sie haben diese ausgelassen. Das ist in Ordnung.
   *[sent] Danke. Es zählt ohne Ihren Namen.
}
pulse-thanks-detail = Ist sie geschlossen, sieht die Leitung, was die Gruppe gesagt hat.
pulse-see = Zu dieser Umfrage
pulse-answer-after-all = Doch antworten
pulse-not-asked = Diese Umfrage richtet sich nicht an Sie.
pulse-link-thanks = { $whose ->
    [room] Es zählt ohne Ihren Namen. Sie können diese Seite schließen.
   *[person] Ihre Antworten sind angekommen, ohne Ihren Namen. Dieser Link öffnet nichts mehr.
}
pulse-link-lead = { $whose ->
    [room] Wenige Fragen, ohne Namen und ohne Anmeldung.
   *[person] { $name }, Ihre Antworten bis { $when }. Sie müssen sich nicht anmelden, und Ihr Name wird nicht dabei gespeichert.
}
pulse-link-state = { $state ->
    [USED] Sie haben schon geantwortet
    [EXPIRED] Dieser Link ist abgelaufen
    [CLOSED] Diese Umfrage ist geschlossen
    [EARLY] Dieses Formular ist noch nicht offen
   *[UNKNOWN] Dieser Link führt nirgendwohin
}
pulse-link-state-text = { $whose ->
    [room] { $state ->
        [USED] Jeder Browser zählt einmal. Danke.
        [CLOSED] Danke, dass Sie nachgesehen haben.
        [EARLY] Es öffnet am Ende der Sitzung. Lesen Sie den Code dann noch einmal ein.
       *[UNKNOWN] Lesen Sie den Code an der Wand noch einmal ein.
    }
   *[person] { $state ->
        [USED] Ein Link gilt einmal. Danke.
        [EXPIRED] Die Umfrage ist seither geschlossen. Niemand wartet auf Sie.
        [CLOSED] Danke, dass Sie nachgesehen haben. Niemand wartet auf Sie.
       *[UNKNOWN] Vielleicht hat der Brief ihn abgeschnitten. Kopieren Sie ihn ganz, oder melden Sie sich an.
    }
}
pulse-wall = Den Code zeigen
pulse-wall-how = Richten Sie die Kamera auf den Code. Es dauert { $count ->
    [one] eine Minute.
   *[other] { $count } Minuten.
}
pulse-wall-qr = Der Code, der zum Formular führt
pulse-wall-once = Ohne Anmeldung, ohne Namen. Jeder Browser zählt einmal.
pulse-manage = Diese Umfrage verwalten
pulse-close-title = Diese Umfrage jetzt schließen?
pulse-close-text = Niemand kann mehr antworten, und es ist zu sehen, was die Gruppe gesagt hat.
pulse-closed-toast = Geschlossen
pulse-share = Alle sehen lassen
pulse-share-title = Alle hier sehen lassen, was die Gruppe gesagt hat?
pulse-share-text = Sie sehen, was Sie sehen: nichts, wohinter weniger als { $enough } Personen stehen.
pulse-shared-toast = Jetzt können es alle hier sehen
pulse-is-shared = Alle hier können sehen, was die Gruppe gesagt hat.
pulse-cancel-text = Niemand wird mehr gefragt, und auch die Wiederholungen kommen nicht. Was geantwortet wurde, wird gelöscht.
pulse-cancelled-detail = Das wurde zurückgenommen: Niemand wird gefragt.
pulse-series = Noch einmal gefragt
pulse-wave = { $wave ->
    [0] Am Anfang
   *[other] Nach { $wave } Tagen
}
pulse-before-open = Bis dahin wird niemand gefragt.
pulse-not-shared = Was die Gruppe gesagt hat, liegt bei der Leitung.
pulse-not-shared-detail = Sie kann es alle hier sehen lassen.
pulse-open-now = Diese Umfrage ist offen.
pulse-open-detail = Was die Gruppe gesagt hat, ist nach dem Schließen zu sehen, ohne Namen.
pulse-withheld-detail = Was zu sehen ist, steht immer für mindestens { $enough } Personen. So ist niemand von den anderen zu unterscheiden.
pulse-csv = Alles als Datei
pulse-changes = Was sich verändert hat
pulse-changes-lead = Von denen, die am Anfang und wieder geantwortet haben.
pulse-when = Wann
pulse-steps = Stufen der Skala
pulse-people = Personen
pulse-word = Antwort
pulse-part = Teil
pulse-everybody = Alle
pulse-others = Alle anderen
pulse-unsaid = Ohne Angabe
pulse-too-few = Keine Antwort gaben genug Personen, deshalb wird keine gezeigt.
pulse-average = Mittelwert, von 1 bis 5
pulse-obstacle = Was im Weg stand
pulse-by-part = Nach Teilen: { $words }
pulse-plot-change = Wie sich die Antworten auf „{ $words }“ verändert haben
pulse-spread = Antworten: { $runs }.
pulse-run = { $count } „{ $from }“ bis „{ $to }“
pulse-step = { $count } „{ $word }“
pulse-mean = Mittelwert aus { $count } Antworten: { $mean }, auf einer Skala von 1 bis { $of }.
pulse-most = { $shown ->
    [some] Am häufigsten genannt, von dem, was gezeigt wird: { $names } ({ $count }).
   *[all] Am häufigsten genannt: { $names } ({ $count }).
}
pulse-change = { $when }: { $change } Stufen, von { $count } Personen, die beide Male geantwortet haben.
pulse-gate = Nichts hier steht für weniger als { $enough } Personen.
pulse-template = Wozu sie dient
pulse-session = Welche Sitzung
pulse-no-session = Keine Sitzung
pulse-title = Wie sie heißt
pulse-about = Über { $about }
pulse-options-hint = Fünf Wörter, eines je Zeile, das geringste zuerst.
pulse-preview = So sehen es die Gefragten
pulse-no-words = Hier steht Ihre Frage
pulse-opens-at-end = Sie öffnet, wenn die Sitzung endet.
pulse-session-past = { $kind ->
    [TRANSFER] Was aus einer Sitzung wurde, wird 14 bis 28 Tage danach gefragt. Sagen Sie, an welchem davon die Umfrage öffnet, oder wählen Sie eine andere Sitzung oder keine.
   *[REACTION] Diese Sitzung ist zu lange her, um von ihr an zu zählen. Sagen Sie, an welchem Tag die Umfrage öffnet.
}
pulse-asks-as-before = Sie fragt, was am Anfang gefragt wurde: Ihre Fragen werden dort geändert, bis jene geöffnet hat.
pulse-follows = Sie zieht mit Sitzung { $number } um, bis Sie einen anderen Tag oder eine andere Zeit nennen.
pulse-opens-now = Leer: Sie öffnet jetzt.
pulse-waves = Noch einmal fragen
pulse-cut = Die Antworten teilen
pulse-cut-is = { $cut ->
    [SITE] Nach Arbeitsort
    [TEAM] Nach Team
   *[NONE] Gar nicht
}
pulse-cut-hint = { $kind ->
    [BASELINE] Steht fest, bevor jemand gefragt wird. Was geteilt ist, wird nicht noch einmal gefragt; sonst ließen sich Personen unterscheiden.
   *[other] Steht fest, bevor jemand gefragt wird.
}
pulse-enough = Nichts zeigen unter so vielen Personen
pulse-enough-hint = Fünf oder mehr.
pulse-at-most = Höchstens so viele fragen
pulse-at-most-hint = Leer: alle. Wer am längsten nicht gefragt wurde, kommt zuerst.
pulse-too-few-asked = { $count ->
    [0] Diese Rolle hat hier niemand.
    [one] Es würde nur eine Person gefragt.
   *[other] Es würden nur { $count } Personen gefragt.
} Unter { $enough } wird nichts gezeigt: Was sie sagen, sähe nie jemand.
pulse-too-few-instead = { $way ->
    [lower] Fragen Sie auch andere Rollen, zeigen Sie es schon ab weniger Personen, oder fragen Sie in einem Check-in, bei dem man mit Namen antwortet.
   *[ask] Fragen Sie auch andere Rollen, oder fragen Sie in einem Check-in, bei dem man mit Namen antwortet.
}
