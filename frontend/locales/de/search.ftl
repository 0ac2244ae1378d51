search-field = Suchen, was gesagt wurde
search-scope = Wo
search-everywhere = Alle meine Gemeinschaften
search-count = { $count ->
    [0] Nichts gefunden
    [one] Ein Ergebnis
   *[other] { $count } Ergebnisse
}
search-count-more = Mehr als { $count } Ergebnisse
search-warming = { $percent ->
    [0] Der Index wird noch gefüllt. Einen Moment lang kann etwas fehlen.
   *[other] Der Index wird noch gefüllt: { $percent } % sind darin. Was noch nicht darin ist, kann einen Moment lang fehlen.
}
search-note-nothing-asked = Geben Sie ein Wort ein, das gesucht werden soll
search-note-unclosed-quote = Ein Anführungszeichen ist nicht geschlossen, darum wurde jedes Wort einzeln gesucht
search-note-only-exclusions = Alles war ausgeschlossen, darum wurden diese Wörter stattdessen gesucht
search-note-unknown-operand = Was nach dem Doppelpunkt steht, ist hier nicht bekannt und wurde als Wort gesucht
search-note-some-of-the-words = Nichts enthält alle diese Wörter; dies hier einige davon
search-meant = Meinten Sie
search-also = Auch gesucht: { $words }
search-narrow = Eingrenzen
search-narrow-none = Es gibt nichts, wodurch sie sich unterscheiden
search-of = { $of ->
    [KIND] Was es ist
    [COMMUNITY] Gemeinschaft
    [CHANNEL] Kanal
    [SESSION] Sitzung
    [PERSON] Geschrieben von
    [YEAR] Jahr
    [MONTH] Monat
   *[MARK] Bekannt davon
}
search-kind = { $kind ->
    [question] Fragen
    [discussion] Gespräche
    [prompt] Impulse
    [resource] Material
    [story] Anwendungsgeschichten
    [session] Sitzungen
    [person] Personen
   *[reply] Antworten
}
search-mark = { $mark ->
    [accepted] Hat geholfen
    [verified] Jemand steht dafür ein
    [corrected] Korrigiert
    [obsolete] Gilt nicht mehr
    [unanswered] Noch nicht beantwortet
   *[file] Mit Datei
}
search-operators = Was sie neben Wörtern verlangt
search-add = Eingrenzen nach
search-take-out = : herausnehmen
search-mine = Von Ihnen geschrieben
search-not = Nicht: { $words }
search-operator = { $key ->
    [from] Geschrieben von { $value }
    [in] In { $value }
    [session] Sitzung { $value }
    [tag] Schlagwort { $value }
    [after] Seit { $value }
   *[before] Vor { $value }
}
search-named = { $key ->
    [from] Geschrieben von …
    [in] In einer Gemeinschaft oder einem Kanal …
    [session] In einer Sitzung …
    [tag] Mit einem Schlagwort …
    [after] Seit einem Tag oder Jahr …
   *[before] Vor einem Tag oder Jahr …
}
search-by-name = Nach Name oder Tag
search-keep = Suche speichern
search-kept = Gespeichert
search-saved = „{ $name }“ ist gespeichert. Sie hören von Neuem, höchstens einmal am Tag.
search-removed = „{ $name }“ ist nicht mehr gespeichert.
search-saved-title = Ihre gespeicherten Suchen
search-rename = Umbenennen
search-name = Wie Sie sie nennen
search-remove = Entfernen
search-tells = Von Neuem zu „{ $name }“ hören
search-acts = Was sich mit „{ $name }“ tun lässt
search-recent = Sie haben gesucht nach
search-forget = Diese vergessen
search-hint = Wörter, „Wortfolgen“, ein Minus vor dem, was nicht vorkommen soll, ein Stern für den Rest eines Wortes. Und from: in: session: kind: tag: is: has:file before: after:
search-nothing = Nichts zu „{ $query }“.
search-nothing-detail = Versuchen Sie es mit weniger Wörtern, oder fragen Sie die anderen.
search-ask = Als Frage stellen
search-wider = In allen meinen Gemeinschaften suchen
search-by = { $name } in { $channel } · { $community }
search-in-file = In der Datei „{ $file }“
search-accepted = Die Antwort, die geholfen hat
key-into-results = In die Ergebnisse
key-to-field = Zurück zum Feld

sso-title = Single sign-on
data-title = Daten der Menschen
rule-title = Verlangter zweiter Faktor
synonyms-title = Wörter, die dasselbe bedeuten
synonyms-lead = Wer nach einem davon sucht, findet auch die anderen, weiter unten. Das gilt für alle in der Organisation.
synonyms-words = Wörter und kurze Wendungen
synonyms-words-hint = Mit Kommas dazwischen: OKR, Ziele und Ergebnisse
synonyms-add = Hinzufügen
synonyms-change = Ändern
synonyms-removed = { $words }: Sie bedeuten nicht mehr dasselbe.
synonyms-none = Noch keine Wörter.
synonyms-none-detail = Beginnen Sie mit einer Abkürzung, die Neue nicht kennen.

search-nothing-noted = Die Moderation erfährt, was mehrere hier nicht gefunden haben, und niemandes Namen.
asked-title = Gesucht, nichts gefunden
asked-lead = Was hier in den letzten 90 Tagen drei oder mehr Personen gesucht und nicht gefunden haben. Niemand wird genannt.
asked-people = { $count } Personen
asked-answer = Darüber schreiben
asked-synonym = Sagen, was dasselbe bedeutet
asked-forget = Von der Liste nehmen
asked-none = Niemand sucht vergebens.
asked-none-detail = Was mehrere suchen und nicht finden, steht dann hier.
