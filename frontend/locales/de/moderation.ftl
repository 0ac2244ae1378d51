nav-moderation = Moderation
key-moderation = Zur Moderation
moderation-title = Moderation
moderation-lead = Was auf eine Moderation wartet, in allen Gemeinschaften, in denen Sie moderieren.
moderation-tabs = Was wartet
moderation-tab = { $tab ->
    [UNANSWERED] Unbeantwortet { $count }
    [TO_CHECK] Zu prüfen { $count }
   *[REPORTED] Gemeldet { $count }
  }
moderation-where = In welcher Gemeinschaft
moderation-everywhere = In allen
moderation-list = Was wartet
moderation-empty = { $tab ->
    [UNANSWERED] Alle Fragen haben eine Antwort.
    [TO_CHECK] Nichts muss vorab gelesen werden.
   *[REPORTED] Es ist keine Meldung offen.
  }
moderation-empty-detail = { $tab ->
    [UNANSWERED] Eine neue Frage steht hier, bis jemand sie beantwortet.
    [TO_CHECK] Zurückgehaltene Beiträge, erste Beiträge neuer Mitglieder und neue Antworten stehen hier.
   *[REPORTED] Wenn jemand einen Beitrag meldet, steht er mit der Begründung hier.
  }
moderation-reason = { $reason ->
    [UNANSWERED] Noch ohne Antwort
    [HELD] Wartet auf eine Moderation, bevor andere ihn sehen
    [FIRST_POST] Erster Beitrag eines neuen Mitglieds
    [NEW_ANSWER] Eine neue Antwort
    [ANSWER_NEAR_MISCONCEPTION] Eine Antwort, wo ein Irrtum bekannt ist
    [RESEMBLES_MISCONCEPTION] Ähnelt einem bekannten Irrtum
    [FLAGGED] Gemeldet
    [REVIEW_DUE] Erneut zu prüfen
   *[APPEAL] Jemand bittet um eine neue Prüfung
  }
moderation-waiting = Wartet seit { $span }
moderation-overdue = Wartet seit { $span }, länger als zugesagt
waited-less = weniger als einer Stunde
waited-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
  }
waited-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tagen
  }
moderation-has-this = { $name } kümmert sich darum
moderation-take-over = Übernehmen
moderation-choose = Wählen Sie etwas aus der Liste, oder drücken Sie
moderation-back = Was wartet
moderation-place = { $place } von { $count }
moderation-context = Das Gespräch
moderation-folded = { $count ->
    [one] { $count } weiterer Beitrag
   *[other] { $count } weitere Beiträge
  }
moderation-choices = Was Sie tun können
moderation-decision = { $decision ->
    [APPROVE] Erscheinen lassen
    [VERIFY] Dafür einstehen
    [CORRECT] Richtigstellen
    [EDIT] Bearbeiten
    [MOVE] Verschieben
    [ASK_AUTHOR] Nachfragen
    [HIDE] Ausblenden
   *[NOTHING] Nichts zu tun
  }
decide-do = { $decision ->
    [APPROVE] Erscheinen lassen
    [VERIFY] Für diese Antwort einstehen
    [CORRECT] Zur Richtigstellung aufnehmen
    [EDIT] Die Änderung speichern
    [MOVE] Das Gespräch verschieben
    [ASK_AUTHOR] Die Frage senden
    [HIDE] Diesen Beitrag ausblenden
   *[NOTHING] So lassen, wie es ist
  }
decide-undoable = Sie können es 30 Minuten lang mit Z zurücknehmen.
decide-reason = Warum Sie ihn ausblenden
decide-reason-hint = Das liest, wer ihn geschrieben hat, und alle anderen lesen es anstelle des Beitrags.
decide-edit = Der Beitrag
decide-edit-reason = Warum Sie ihn bearbeiten
decide-question = Was Sie fragen
decide-channel = In welchen Kanal
decide-same-channel = Der Kanal, in dem es steht
decide-review = Erneut prüfen am
decide-review-hint = Ohne Datum bleibt es dabei.
decide-why-nothing = Was die lesen, die es gemeldet haben
readers-title = Was zu lesen sein wird
readers-nobody = Niemand wird benachrichtigt.
reader = { $who ->
    [AUTHOR] { $name }, von wem der Beitrag ist
    [FLAGGER] { $name }, von wem die Meldung ist
    [ASKER] { $name }, von wem die Frage ist
    [EVERYBODY] Alle im Gespräch
   *[NOBODY] Niemand
  }
reader-nameless = { $who ->
    [AUTHOR] Wer den Beitrag geschrieben hat
    [FLAGGER] Wer ihn gemeldet hat
    [ASKER] Wer gefragt hat
    [EVERYBODY] Alle im Gespräch
   *[NOBODY] Niemand
  }
decided-toast = { $decision }: erledigt.
undone-toast = „{ $title }“ wartet wieder wie zuvor.
decided-meanwhile = { $name } hat vorher entschieden. Von Ihnen wurde nichts ausgeführt; es gilt:
decided-undo = Zurücknehmen
decided-until = Möglich bis { $time }.
decided-final = Die Zeit zum Zurücknehmen ist vorbei.
key-next-item = Das Nächste in der Moderation
key-previous-item = Das Vorige in der Moderation
key-undo-decision = Die letzte Entscheidung zurücknehmen

match-title = Zu { $score } % wie ein bekannter Irrtum
match-claim = Leicht denkt man: { $claim }
match-passage = In diesem Beitrag
match-same = Es ist derselbe
match-other = Es ist etwas anderes
match-same-toast = Als weitere Stelle vermerkt.
match-other-toast = Vermerkt: Es ist etwas anderes.

flag = Melden
flag-title = Melden, was { $name } geschrieben hat
flag-title-nameless = Diesen Beitrag melden
flag-lead = Die Moderation sieht ihn sich an, und Sie erfahren, was daraus wurde.
flag-why = Was stimmt nicht?
flag-reason = { $reason ->
    [FACTUALLY_WRONG] Sachlich falsch
    [OUT_OF_DATE] Überholt
    [UNSAFE_PRACTICE] Unsicheres Vorgehen
    [OFF_TOPIC] Gehört nicht hierher
    [UNKIND] Unfreundlich
    [SPAM] Werbung
   *[OTHER] Etwas anderes
  }
flag-note = Was die Moderation wissen sollte
flag-note-hint = Sie müssen nichts schreiben.
flag-note-needed = Einige Worte, damit klar ist, was Sie meinen.
flag-proposal = Was stattdessen gilt
flag-proposal-hint = Wenn Sie es wissen, in Ihren eigenen Worten. Die Moderation kann darauf aufbauen.
flag-action = Der Moderation melden
flag-who-sees = Nur die Moderation sieht, dass die Meldung von Ihnen ist.
flag-sent = Ihre Meldung ist bei der Moderation.
flags-title = Meldungen
flag-proposes = Das gilt laut Meldung stattdessen:
flags-mine = Was Sie gemeldet haben
flags-mine-lead = Nur Sie und die Moderation sehen das.
flags-empty = Sie haben nichts gemeldet.
flags-empty-detail = „Melden“ steht im Menü jedes Beitrags.
flag-state = { $state ->
    [OPEN] Offen
    [ACTED_ON] Es wurde etwas getan
    [DECLINED] Es bleibt, wie es ist
   *[WITHDRAWN] Zurückgenommen
  }
flag-waits = Es ist noch nicht entschieden.
flag-withdraw = Zurücknehmen
flag-withdrawn-toast = Ihre Meldung ist zurückgenommen.
flag-you-proposed = Das gilt nach Ihrer Meldung stattdessen: { $words }
flag-post-gone = Ein Beitrag, den Sie nicht mehr sehen können.

post-nameless = ohne Namen gefragt
post-held = Wartet auf eine Moderation. Bis dahin sehen ihn nur Sie und die Moderation.
post-held-moderator = Wartet auf eine Moderation. Nur wer ihn geschrieben hat und die Moderation sehen ihn.
post-hidden = Die Moderation hat diesen Beitrag ausgeblendet.
post-hidden-because = Von der Moderation ausgeblendet: { $reason }
post-hidden-own = Andere lesen an seiner Stelle nur diese Zeile.
post-hidden-show = Zeigen, was darin stand

mute = Für eine Zeit nicht schreiben lassen
mute-title = { $name } in { $community } nicht schreiben lassen
mute-lead = { $name } liest dort weiter, schreibt, reagiert und meldet bis dahin aber nicht.
mute-until = Bis wann
mute-a-day = Einen Tag lang
mute-a-week = Eine Woche lang
mute-a-month = 30 Tage lang
mute-a-date = Bis zu einem Tag, den Sie wählen
mute-last-day = Der letzte Tag
mute-reason = Warum
mute-reason-hint = { $name } liest das.
mute-reads = Sie können in { $community } lesen und schreiben dort nicht bis { $until }. Warum: { $reason }
mute-action = { $name } nicht schreiben lassen
muted-toast = { $name } schreibt nicht bis { $until }.
unmuted-toast = { $name } schreibt wieder.
unmute = { $name } wieder schreiben lassen
unmute-short = Wieder schreiben lassen
muted-until = Sie schreiben hier nicht bis { $until }.
muted-may = Lesen können Sie alles. Wenn Sie das für falsch halten, bitten Sie um eine neue Prüfung.
mutes-title = Wer für eine Zeit nicht schreibt
mute-line = Bis { $until }

suspend = Konto sperren
suspend-title = Das Konto von { $name } sperren?
suspend-lead = { $name } wird überall abgemeldet und kann sich nicht anmelden, bis Sie das Konto wieder freigeben. Was geschrieben wurde, bleibt.
suspend-reason-hint = Wird mit der Entscheidung aufbewahrt, für die Verwaltung.
suspend-action = { $name } sperren
suspended-toast = { $name } kann sich nicht mehr anmelden.
suspended-since = Gesperrt seit { $day }
suspend-restore = Konto freigeben
restored-toast = { $name } kann sich wieder anmelden.

appeal-title = Um eine neue Prüfung bitten
appeal-lead = Jemand anderes aus der Moderation liest Ihre Worte und antwortet Ihnen.
appeal-words = Warum anders entschieden werden sollte
appeal-action = Um eine neue Prüfung bitten
appeal-sent = Jemand anderes sieht es sich an und antwortet Ihnen.
appeal-by = { $name } bittet um eine neue Prüfung
appeal-verdict = Was Sie entscheiden
appeal-uphold = Die Bitte ist berechtigt
appeal-uphold-hint = Was entschieden wurde, wird zurückgenommen.
appeal-stands = Es bleibt dabei
appeal-stands-hint = Was entschieden wurde, gilt weiter.
appeal-answer = Ihre Antwort
appeal-answer-hint = { $name } liest sie.
appeal-answer-action = { $name } antworten
appeal-answered-toast = { $name } hat Ihre Antwort.

promise-days = { $count ->
    [one] innerhalb eines Tages
   *[other] innerhalb von { $count } Tagen
  }
promise-hours = { $count ->
    [one] innerhalb einer Stunde
   *[other] innerhalb von { $count } Stunden
  }
promise-here = Wer hier fragt, liest: Die Moderation sieht { $span } nach.
promise-none = Wer hier fragt, erfährt nicht, wann die Moderation nachsieht. Zusagen können Sie es dort, wo Sie die Gemeinschaft bearbeiten.
promise-title = Zugesagte Wartezeit in Stunden
promise-hint = Alle, die fragen, lesen: „Die Moderation sieht innerhalb eines Tages nach.“ 0 sagt nichts zu.
nameless-allow = Fragen ohne Namen sind erlaubt
nameless-hint = Andere sehen nie, wer gefragt hat. Die Moderation kann mit einer Begründung nachsehen, und das wird festgehalten.
breach-line = Eine Frage wartet seit { $span }, länger als zugesagt

moderation-here = Wie moderiert wird
moderation-open = Was hier wartet
log-title = Was die Moderation getan hat
log-empty = Die Moderation hat hier noch nichts getan.
log-empty-detail = Jede Entscheidung wird hier festgehalten: wer, was, worüber und warum.
log-kind = { $kind ->
    [VERIFIED] steht für eine Antwort ein
    [CORRECTED] hat einen Irrtum gefunden
    [EDITED] hat einen Beitrag bearbeitet
    [MOVED] hat ein Gespräch verschoben
    [ASKED_AUTHOR] hat nachgefragt
    [HID] hat einen Beitrag ausgeblendet
    [APPROVED] hat einen Beitrag erscheinen lassen
    [LEFT] hat etwas gelassen, wie es ist
    [MUTED] lässt für eine Zeit nicht schreiben:
    [UNMUTED] lässt wieder schreiben:
    [SUSPENDED] hat das Konto gesperrt:
    [RESTORED] hat das Konto freigegeben:
    [APPEAL_UPHELD] hat eine Entscheidung auf Bitte zurückgenommen
    [APPEAL_DECLINED] hat eine Bitte um neue Prüfung abgelehnt
    [REVEALED_ASKER] hat nachgesehen, wer gefragt hat
    [LOCKED] hat ein Gespräch geschlossen
    [UNLOCKED] hat ein Gespräch wieder geöffnet
    [RETITLED] hat einem Gespräch einen anderen Titel oder andere Schlagwörter gegeben
    [CONVERTED] hat daraus eine andere Art von Beitrag gemacht
    [SPLIT] hat mit einigen Beiträgen ein eigenes Gespräch begonnen
    [MERGED] hat ein Gespräch mit einem anderen vereint
    [CLOSED_AS_DUPLICATE] hat eine Frage geschlossen, die es schon gab
    [REOPENED] hat eine Frage wieder geöffnet
    [UNVERIFIED] steht für eine Antwort nicht mehr ein
    [FOUND_STILL_TRUE] hat noch einmal nachgesehen: Es gilt noch
    [MARKED_OBSOLETE] hat gesagt, ob etwas noch gilt
    [AUDITED_READERS] hat nachgesehen, wer das Richtiggestellte gelesen hat
   *[DELETED_POST] hat einen Beitrag gelöscht
  }
log-undone = Zurückgenommen

premoderation = Was die Moderation vorab liest
premoderation-off = Nichts
premoderation-off-hint = Alles erscheint sofort.
premoderation-new = Erste Beiträge neuer Mitglieder
premoderation-new-hint = Bis die Moderation einen hat erscheinen lassen.
premoderation-answers = Alle Antworten auf Fragen
premoderation-answers-hint = Die Fragen selbst erscheinen sofort.
premoderation-stakes = Was ein heikles Schlagwort hat
premoderation-stakes-hint = Antworten, bei denen ein falsches Wort schaden kann.
premoderation-tags = Heikle Schlagwörter

move = In einen anderen Kanal verschieben
move-title = „{ $title }“ verschieben
move-lead = Links dorthin führen weiter ans Ziel. Wer dem Gespräch folgt, findet es dort.
move-action = Verschieben
moved-toast = Es steht jetzt in { $channel }.
merge = In ein anderes Gespräch einfügen
merge-title = „{ $title }“ in ein anderes Gespräch einfügen
merge-lead = Die Beiträge stehen dann dort, in zeitlicher Folge. Links hierher führen dorthin. Das lässt sich nicht zurücknehmen.
merge-find = Nach dem Titel suchen
merge-none = Kein Gespräch dieser Gemeinschaft hat das im Titel.
merge-into = In welches Gespräch
merge-action = Einfügen
merged-toast = Es gehört jetzt zu „{ $title }“.
split = Ein eigenes Gespräch daraus machen
split-title = Ein eigenes Gespräch daraus machen
split-lead = Die gewählten Beiträge ziehen mit Namen und Datum um. Die Pfeiltasten gehen an ihnen entlang, die Leertaste wählt einen aus.
split-posts = { $count ->
    [0] Beiträge wählen
    [one] { $count } Beitrag gewählt
   *[other] { $count } Beiträge gewählt
  }
split-kind = Was es wird
split-action = { $count ->
    [one] { $count } Beitrag verschieben
   *[other] { $count } Beiträge verschieben
  }
split-toast = „{ $title }“ ist ein eigenes Gespräch.
convert = { $kind ->
    [QUESTION] Eine Frage daraus machen
   *[DISCUSSION] Eine Diskussion daraus machen
  }
convert-title = { $kind ->
    [QUESTION] Eine Frage daraus machen?
   *[DISCUSSION] Eine Diskussion daraus machen?
  }
convert-lead = { $kind ->
    [QUESTION] Aus Beiträgen werden Antworten. Wer gefragt hat, kann sagen, welche geholfen hat; und sie wartet wie jede Frage auf eine Antwort.
   *[DISCUSSION] Aus Antworten werden Beiträge. Was als hilfreich oder geprüft vermerkt ist, bleibt es.
  }
convert-action = { $kind ->
    [QUESTION] Zur Frage machen
   *[DISCUSSION] Zur Diskussion machen
  }
converted-toast = { $kind ->
    [QUESTION] Es ist jetzt eine Frage.
   *[DISCUSSION] Es ist jetzt eine Diskussion.
  }
post-to-answer = Zur Antwort machen
post-to-answer-lead = Sie steht dann für sich, neben den anderen Antworten.
post-to-comment = Zum Kommentar machen
post-to-comment-lead = Er steht dann unter der Antwort, um die es geht, mit dem, was dazu gesagt wurde.
post-to-comment-under = Unter welcher Antwort
post-to-comment-none = Es gibt keine andere Antwort, unter der er stehen könnte.
says-you = { $message ->
    [ANSWER_VERIFIED] Die Moderation steht für Ihre Antwort ein.
    [POST_APPROVED] Ihr Beitrag ist jetzt für alle zu lesen.
    [POST_EDITED] Die Moderation hat Ihren Beitrag geändert.
    [POST_MOVED] Das Gespräch steht jetzt in einem anderen Kanal.
    [POST_HIDDEN] Die Moderation hat Ihren Beitrag ausgeblendet. Sie können um eine neue Prüfung bitten.
    [AUTHOR_ASKED] Die Moderation fragt Sie etwas zu Ihrem Beitrag.
    [FLAG_ACTED_ON] Danke: Die Moderation hat etwas getan, nachdem Sie es gemeldet haben.
    [FLAG_DECLINED] Die Moderation hat sich angesehen, was Sie gemeldet haben, und es bleibt, wie es ist.
    [MUTED] Sie lesen und schreiben für eine Zeit nicht.
    [UNMUTED] Sie können wieder schreiben.
    [APPEAL_UPHELD] Sie hatten recht: Was entschieden wurde, ist zurückgenommen.
   *[APPEAL_DECLINED] Jemand hat es sich noch einmal angesehen, und es bleibt dabei.
  }
says-all = { $message ->
    [ANSWER_VERIFIED] Das Zeichen, dass Sie dafür einstehen, mit Ihrem Namen und dem Datum.
    [POST_EDITED] Dass er geändert wurde, von wem und warum.
   *[POST_HIDDEN] An seiner Stelle: von der Moderation ausgeblendet, und warum.
  }
flag-became = { $decision ->
    [VERIFY] Die Moderation steht dafür ein.
    [CORRECT] Es wird richtiggestellt.
    [EDIT] Die Moderation hat es geändert.
    [MOVE] Das Gespräch wurde verschoben.
    [ASK_AUTHOR] Die Moderation hat nachgefragt.
    [HIDE] Die Moderation hat es ausgeblendet.
    [APPROVE] Es wurde geprüft und bleibt.
   *[NOTHING] Es wurde geprüft und bleibt, wie es ist.
  }
notice-message = { $message ->
    [ANSWER_VERIFIED] Die Moderation steht für Ihre Antwort in { $title } ein
    [POST_APPROVED] Ihr Beitrag in { $title } ist jetzt für alle zu lesen
    [POST_EDITED] Die Moderation hat Ihren Beitrag in { $title } geändert
    [POST_MOVED] { $title } steht jetzt in einem anderen Kanal
    [POST_HIDDEN] Die Moderation hat Ihren Beitrag in { $title } ausgeblendet
    [AUTHOR_ASKED] Die Moderation fragt nach Ihrem Beitrag in { $title }
    [FLAG_ACTED_ON] Die Moderation hat getan, worum es in Ihrer Meldung zu { $title } ging
    [FLAG_DECLINED] Was Sie in { $title } gemeldet haben, bleibt, wie es ist
    [MUTED] Sie lesen in { $title } und schreiben dort für eine Zeit nicht
    [UNMUTED] Sie können in { $title } wieder schreiben
    [APPEAL_UPHELD] Sie hatten recht zu { $title }: Die Entscheidung ist zurückgenommen
   *[APPEAL_DECLINED] Noch einmal geprüft: In { $title } bleibt es dabei
  }
appeal-against = Entschieden wurde: { $kind ->
    [HID] ausgeblendet.
    [EDITED] geändert.
   *[MOVED] verschoben.
  }
appeal-against-mute = Schreibt nicht bis { $until }.
notice-waiting = { $count ->
    [one] In { $title } wartet etwas auf die Moderation
   *[other] In { $title } warten { $count } Dinge auf die Moderation
  }
notice-late = { $title } wartet länger als zugesagt
notice-until = bis { $until }
decide-correct-text = Sie markieren die Worte, die nicht stimmen, und schreiben, was stattdessen gilt. Gelöscht wird nichts.
decide-correct-mark = Die Worte markieren
matches-title = Sagt es das?
matches-text = Ein Vorschlag. Es wird nichts deswegen ausgeblendet.
match-like = Ähnelt M-{ $number }, { $score }
match-confirm = Es sagt das
match-dismiss = Es sagt etwas anderes
match-decided = { $is ->
    [confirmed] Es sagt das: Die Richtigstellung steht auch hier.
   *[dismissed] Es sagt etwas anderes.
}

suspensions-title = Gesperrte Konten
suspensions-lead = Wer gesperrt wurde, von wem und warum, und wer wieder freigegeben ist.
suspensions-none = Niemand wurde je gesperrt.
suspensions-none-detail = Ein Konto sperren Sie auf der Seite der Person.
suspensions-restore = { $name } freigeben

audit-log-title = Prüfprotokoll
audit-title = Prüfung
audit-lead = Was überall moderiert und verwaltet wurde. Gespräche sind nur dort genannt, wo Sie dazugehören.
audit-log = Was getan wurde
audit-readers = Wer Richtiggestelltes gelesen hat
audit-readers-lead = Namen erfahren Sie für eine Richtigstellung zugleich und mit einer Begründung. Dass Sie gefragt haben und warum, steht im Protokoll der Gemeinschaft.
audit-who = Wer
audit-everybody = Alle
audit-what = Was
audit-everything = Alles
audit-about = { $about ->
    [reveals] Nachgesehen, wer gefragt oder gelesen hat
    [words] Worte verborgen, gelöscht oder geändert
    [people] Stummgeschaltet oder gesperrt
    [appeals] Einspruch beantwortet
    [truth] Gesagt, was gilt und was nicht
    [order] Gespräche geordnet
   *[queue] Erscheinen lassen oder belassen
}
audit-from = Von
audit-until = Bis einschließlich
audit-everywhere = Die ganze Organisation
audit-none = Noch wurde nichts getan.
audit-none-detail = Was jemand moderiert oder verwaltet, steht von da an hier.
audit-none-such = Nichts dergleichen wurde getan.
audit-all = Alles zeigen
audit-correction = Richtigstellung { $number }
audit-claim = Naheliegend ist: { $claim }
audit-corrected-on = richtiggestellt am { $day }
audit-exposed = { $count ->
    [0] niemand hatte es gelesen
    [one] eine Person hatte es gelesen
   *[other] { $count } Personen hatten es gelesen
}
audit-who-read = Wer es gelesen hat
audit-readers-none = Noch wurde nichts richtiggestellt.
audit-readers-none-detail = Sobald eine Richtigstellung veröffentlicht ist, steht sie hier.
audit-ask-title = Wer Richtigstellung { $number } gelesen hat
audit-ask-text = Sie erfahren, wer benachrichtigt wurde und was geantwortet wurde. Wer dort moderiert, kann lesen, dass Sie gefragt haben und warum.
audit-reason-hint = Zum Beispiel: Ein Unfall wird untersucht, und wir müssen wissen, wer danach gearbeitet hat.
audit-ask-action = Zeigen, wer es gelesen hat
audit-answered = { $answer ->
    [GOT_IT] hat die Richtigstellung gelesen
    [SAW_IT_ALREADY] sah es schon so
   *[NOT_CONVINCED] ist noch nicht überzeugt
}
audit-not-answered = { $count ->
    [0] hat nicht geantwortet
    [one] hat nicht geantwortet, einmal erinnert
   *[other] hat nicht geantwortet, { $count }-mal erinnert
}
audit-nobody-told = Niemand wurde benachrichtigt: Niemand hatte es gelesen, oder es ist länger her, als aufbewahrt wird.
