today-title = { $count ->
    [1] Eins wartet auf Sie, { $name }
    [2] Zwei Dinge warten auf Sie, { $name }
    [3] Drei Dinge warten auf Sie, { $name }
    [4] Vier Dinge warten auf Sie, { $name }
    [5] Fünf Dinge warten auf Sie, { $name }
   *[other] { $count } Dinge warten auf Sie, { $name }
}
today-title-before = { $count ->
    [1] Eins bis { $day }, { $name }
    [2] Zwei Dinge bis { $day }, { $name }
    [3] Drei Dinge bis { $day }, { $name }
    [4] Vier Dinge bis { $day }, { $name }
    [5] Fünf Dinge bis { $day }, { $name }
   *[other] { $count } Dinge bis { $day }, { $name }
}
today-ready-title = Bereit für { $day }, { $name }
today-empty-title = Schön, dass Sie da sind, { $name }
today-empty = Nichts wartet auf Sie.
today-things = Was auf Sie wartet
today-more-inbox = { $count ->
    [one] Noch eins in Ihrem Eingang
   *[other] Noch { $count } in Ihrem Eingang
}
today-since-yesterday = Seit gestern
today-news = Neu, seit Sie hier waren
today-drafts = Von Ihnen begonnen
today-end = Das ist alles.
today-end-nothing = Sonst wartet nichts auf Sie.
today-communities = Ihre Gemeinschaften

reason-mention = Sie werden erwähnt
reason-reply = Eine Antwort an Sie
reason-followed = Sie folgen dem
by-in = { $name }, in { $channel } · { $community }
thing-by = { $name } in { $channel }
question-waits = { $name } hat { $when } gefragt, noch ohne Antwort
norms-title = Wie wir hier miteinander umgehen
norms-keep = Daran halte ich mich
norms-kept = Danke. { $community } freut sich auf Sie.
news-asked = { $name } fragt „{ $title }“
news-began = { $name } hat „{ $title }“ begonnen
news-answered = { $name } hat in „{ $title }“ geantwortet
news-wrote = { $name } hat in „{ $title }“ geschrieben
somebody = Jemand

open = Öffnen
read = Lesen
answer = Antworten
open-conversation = Gespräch öffnen
mark-done = Erledigt
mark-done-title = „{ $title }“ ist erledigt
done-said = „{ $title }“ ist erledigt.
show-more = Mehr zeigen
says = { $name }: { $text }

key-open-thing = Nummer { $number } öffnen
key-done = Erledigt
key-undone = Erledigtes zurückholen
key-next = Weiter
key-previous = Zurück

inbox-lead = Was hier ankommt: Erwähnungen, Antworten, gefolgte Gespräche, Sitzungen und Bitten.
inbox-filter = Zeigen
inbox-show = { $filter ->
    [ALL] Alle
    [MENTIONS] Erwähnungen
    [FOLLOWING] Gefolgt
   *[NOTICES] Sitzungen und Bitten
}
inbox-empty = Es ist ruhig.
inbox-empty-detail = Hier erscheinen Antworten, Erwähnungen und Neues zu den Sitzungen.
inbox-empty-filter = Davon wartet nichts auf Sie.

drafts-lead = Was Sie begonnen haben, auf jedem Ihrer Geräte.
drafts-empty = Nichts ist halb geschrieben.
drafts-empty-detail = Was Sie beginnen, bleibt hier, bis Sie es abschicken.
draft-reply = Antwort in „{ $title }“
draft-edit = Eine Änderung an Ihrem Text in „{ $title }“
draft-new = Ein neues Gespräch in { $channel }
draft-discarded = Der Entwurf ist weg.
discard = Verwerfen
week-of = Woche { $week } von { $weeks }
begins-on = Beginnt am { $date }
ended-on = Endete am { $date }
