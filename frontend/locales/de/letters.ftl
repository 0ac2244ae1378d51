settings-notifications = Benachrichtigungen
settings-notifications-lead = In Interlude wartet alles. Hier steht, was außerdem an { $email } geht, und wann.
letters-presets = Wie viel als Brief kommt
letters-preset = { $preset ->
    [CALM] Ruhig
    [CLOSE] Nah dran
   *[ONLY_DUE] Nur was ansteht
}
letters-preset-hint = { $preset ->
    [CALM] Sofort: Sitzungen und Bitten. Erwähnungen und Antworten einmal am Tag, gefolgte Gespräche am Sonntag.
    [CLOSE] Sofort: auch Erwähnungen, Antworten und gefolgte Gespräche. Offene Fragen einmal am Tag, der Rest am Sonntag.
   *[ONLY_DUE] Sofort: Sitzungen und Bitten. Sonst nichts als Brief.
}
letters-preset-own = Unten ist eine eigene Mischung gewählt.
letters-held = { $count ->
    [0] Nichts wartet auf den nächsten Brief.
    [one] Eine Sache wartet auf den nächsten Brief.
   *[other] { $count } Dinge warten auf den nächsten Brief.
}
letters-saved = Gespeichert. So kommen Briefe von jetzt an.
letters-what = Was wann kommt
letters-what-lead = Einzeln, wo die Wahl oben nicht passt.
letters-in-app = Steht in
letters-kind = { $kind ->
    [SESSION] Sitzungen
    [ASKED] Bitten
    [MENTION] Erwähnungen
    [REPLY] Antworten
    [FOLLOWED] Gefolgte Gespräche
    [QUESTION] Offene Fragen
    [MODERATION] Moderation
   *[SUMMARY] Was sonst neu ist
}
letters-kind-hint = { $kind ->
    [SESSION] Angekündigt, verlegt oder abgesagt
    [ASKED] Impulse, Vorarbeit, Erinnerungen
    [MENTION] Jemand spricht mich mit Namen an
    [REPLY] In Gesprächen mit eigenen Beiträgen
    [FOLLOWED] Etwas Neues in einem Gespräch
    [QUESTION] Sie warten auf jemanden, der helfen kann
    [MODERATION] Was zu prüfen ist und was gemeldet wurde
   *[SUMMARY] Zusammengefasst aus allen Gemeinschaften
}
when-at-once = Sofort
when-daily = Täglich
when-sunday = Sonntags
when-not = Kein Brief
letters-hours = Wann Briefe kommen dürfen
quiet-hours = Ruhezeit
quiet-hours-hint = Dann geht nichts hinaus. Es kommt, wenn sie endet.
quiet-from = Von
quiet-until = Bis
digest-at = Brief des Tages
digest-at-hint = Sonntags auch der Brief der Woche. In der Ruhezeit wartet er auf ihr Ende.
letters-a-day = Höchstens so viele Briefe am Tag
letters-a-day-hint = Sitzungen kommen immer. Der Rest steht im nächsten Brief des Tages.
hours-zone = Zeitzone: { $zone }.
hours-zone-change = Zeitzone ändern
pause-title = Eine Pause
pause-lead = Für Ferien oder für Ruhe. Nichts geht verloren: Es wartet im Eingang.
pause-until = Keine Briefe bis
pause-begin = Briefe pausieren
paused-until = Keine Briefe bis { $date }
pause-end = Jetzt weiter
letters-conversations = Einzelne Gespräche
letters-conversations-lead = An jedem Gespräch steht, was davon zu hören ist: ihm folgen, nur Angesprochenes hören oder es stummschalten. Das sind die gefolgten.
followed-leave = „{ $title }“ nicht mehr folgen
followed-no-more = „{ $title }“ wird nicht mehr gefolgt. Angesprochenes kommt weiterhin an.

settings-calendar = Kalender
settings-calendar-lead = Ein Kalenderprogramm kann die eigenen Sitzungen zeigen und mitgehen, wenn eine verlegt wird. Es braucht dafür eine Adresse.
feed-of = Sitzungen von
feed-all = Alle meine Gemeinschaften
feed-make = Adresse anlegen
feed-once = Die Adresse wird nur jetzt gezeigt. Wer sie kennt, kann die Sitzungen lesen: am besten für sich behalten.
feed-address = Adresse für das Kalenderprogramm
feed-not-copied = Dieser Browser erlaubt kein Kopieren. Die Adresse ist markiert und lässt sich aus dem Feld kopieren.
feed-how = So wird sie abonniert
feed-how-google = Google Kalender: Weitere Kalender, Per URL.
feed-how-outlook = Outlook: Kalender hinzufügen, Aus dem Internet abonnieren.
feed-how-apple = Kalender auf dem Mac: Ablage, Neues Kalenderabonnement.
feed-open = Im Kalender dieses Geräts öffnen
feeds-title = Angelegte Adressen
feeds-none = Noch ist keine Adresse angelegt.
feed-read = Zuletzt gelesen
feed-made = Angelegt
feed-made-on = Angelegt am { $date }
feed-never-read = noch nicht gelesen
feed-revoke = Widerrufen
feed-revoke-title = Adresse für „{ $name }“ widerrufen?
feed-revoke-text = Sie führt dann nirgends mehr hin. Kalenderprogramme, die sie lesen, erfahren keine Änderungen mehr. Eine neue lässt sich jederzeit anlegen.
feed-revoke-action = Adresse widerrufen
feed-revoked = Die Adresse für „{ $name }“ führt nirgends mehr hin.

notice-title = { $kind ->
    [SESSION_ANNOUNCED] Eine Sitzung: { $title }
    [SESSION_MOVED] Geändert: { $title }
    [SESSION_CANCELLED] Findet nicht statt: { $title }
    [PROMPT_ASKED] Eine Antwort ist gefragt: { $title }
    [PRE_WORK_OPENED] Vor der Sitzung: { $title }
    [ANSWER_INVITED] Ihre Antwort ist gefragt: { $title }
    [CORRECTION_OFFERED] Eine Stelle von Ihnen wird richtiggestellt: { $title }
    [CORRECTION_TOLD] Etwas, das Sie gelesen haben könnten, wurde richtiggestellt: { $title }
    [CORRECTION_REMINDER] Bitte bestätigen Sie, dass Sie die Richtigstellung gelesen haben: { $title }
    [CORRECTION_THANKS] Danke, dass Sie Ihren Beitrag überarbeitet haben: { $title }
    [CORRECTION_DOUBTED] Jemanden überzeugt Ihre Richtigstellung noch nicht: { $title }
    [AGREEMENT_ASKED] Sie werden gebeten, einer Richtigstellung zuzustimmen: { $title }
    [MODERATION] Die Moderation hat entschieden: { $title }
    [CHECK_IN_ASKED] Ein Check-in für Sie: { $title }
    [CHECK_IN_REMINDER] Ein Check-in ist noch offen: { $title }
    [PULSE_ASKED] Ein paar Fragen an Sie: { $title }
    [PULSE_REMINDER] Diese Fragen sind noch offen: { $title }
    [CONSULTATION_ASSIGNED] Holen Sie Rat ein: { $title }
    [CONSULTATION_ASKED] { $title } möchte Sie etwas fragen
    [CONSULTATION_CONFIRMED] { $title } bestätigt Ihr Gespräch. Was ändert sich?
    [CONSULTATION_UNANSWERED] Ohne Antwort von { $title }, bitte fragen Sie jemand anderen
    [FEEDBACK_ROUND_OPENED] Reichen Sie ein, was Sie angewendet haben: { $title }
    [FEEDBACK_ASKED] { $title } hat etwas eingereicht, bitte sehen Sie es an
    [FEEDBACK_REMINDER] Wartet noch auf Ihren Blick, von { $title }
    [FEEDBACK_RECEIVED] { $title } hat Ihnen Rückmeldung gegeben
    [FEEDBACK_WITH_NOBODY] Niemand kann ansehen, was eingereicht wurde: { $title }
    [SEARCH_FOUND] Neu zu Ihrer Suche „{ $title }“
    [PAIRED] Sie bilden ein Paar mit { $title }
    [PAIR_WAITS] Für Sie fand sich diesmal niemand: { $title }
    [PAIR_LEFT] { $title } gehört nicht mehr zu Ihrem Paar; Sie anderen machen weiter
    [PAIR_MENDED] { $title } hat ein Paar verlassen; sehen Sie, wer jetzt zusammen ist
    [PAIR_NUDGE] { $title } würde gern von Ihnen hören
    [PAIR_ASKED] Haben Sie sich mit { $title } getroffen?
    [PAIR_PAUSED] Die Paare setzen für Sie aus: { $title }
    [PAIR_SILENT] Setzt nach zwei stillen Runden aus: { $title }
    [PAIRS_PROPOSED] Ein Vorschlag für Paare wartet auf Sie: { $title }
    [PAIRS_FAILED] Bei einer Runde kam kein Vorschlag heraus: { $title }
    [PROMISE_BROKEN] Wartet länger als zugesagt: { $title }
    [TO_CHECK] Wartet auf die Moderation: { $title }
   *[REMINDER] Noch offen: { $title }
}
notice-gone = { $name } ist nicht mehr in Ihrem Paar
notice-from = ab { $from }
notice-due = Bis { $when }
notice-instead = { $when }, statt { $before }
notice-minutes = { $minutes ->
    [one] etwa eine Minute
   *[other] etwa { $minutes } Minuten
}

outbox-title = Postausgang
outbox-lead = Jeder Brief, den Interlude schrieb, der neueste zuerst. Was Mitglieder sagen und gefragt werden, gehört nur ihnen und steht hier nicht.
outbox-look = Neu ansehen
outbox-all = Alle
outbox-none = Noch ist kein Brief geschrieben.
outbox-none-such = Kein Brief ist so weit.
letter-state = { $state ->
    [REFUSED] Abgewiesen
    [WAITING] Wartet
    [KEPT] Aufbewahrt
   *[SENT] Verschickt
}
letter-kind = { $kind ->
    [DIGEST] Eine Zusammenfassung
    [INVITATION] Ein Kalendereintrag
   *[NEWS] Neues
}
letter-to = An { $to }
letter-written = Geschrieben
letter-tried = Versucht
letter-attempts = { $count ->
    [one] Einmal
    [2] Zweimal
   *[other] { $count }-mal
}
letter-why = Was schiefging
letter-next = Nächster Versuch
letter-settled = { $state ->
    [REFUSED] Aufgegeben
    [KEPT] Aufbewahrt
   *[SENT] Verschickt
}
letter-text = Was darin steht
letter-sealed = Was darin steht, gehört nur den Mitgliedern.
letter-again = Noch einmal verschicken
letter-waits = Der Brief an { $to } geht noch einmal hinaus.
