# Vorlagen: die Schritte, solange sie geschrieben werden, und was jeder wissen will

step-add = Schritt hinzufügen
step-new = Ein neuer Schritt
step-untitled = Schritt { $number }
step-remove = Schritt { $number } entfernen
step-title = Wie Sie ihn nennen
step-action = Was er tut
step-when = Wann
step-amount = Wie viele
step-anchor = Wovon aus
step-side-before = davor
step-side-after = danach
step-after-which = Welcher Schritt
step-time = Um (leer: zur selben Zeit)
step-condition = Für wen
step-about = Welcher Impuls
anchor-start = vom Beginn der Sitzung
anchor-end = vom Ende der Sitzung
anchor-enrolment = vom Beitritt
anchor-step = von einem anderen Schritt
condition-all = Alle, die es betrifft
condition-attended = Wer in der Sitzung war
condition-missed = Wer die Sitzung versäumt hat
condition-not-answered = Wer einen Impuls nicht beantwortet hat
setting-channel = Kanal
setting-channel-hint = Sein Platz in Adressen. Eine Vorlage für mehrere Gemeinschaften nennt einen, den jede hat.
setting-channel-any = Der erste für Gespräche
setting-title = Titel
setting-body = Was dort steht
setting-note = Worauf zu achten ist
setting-text = Was dort steht
setting-fills = Markdown geht. {"{"}session{"}"}, {"{"}community{"}"} und {"{"}date{"}"} werden ausgefüllt.
setting-fills-line = {"{"}session{"}"}, {"{"}community{"}"} und {"{"}date{"}"} werden ausgefüllt.
setting-url = Adresse
setting-url-hint = Eine Seite anderswo. Es braucht sie oder eine Notiz.
setting-roles = Welche Rollen
setting-due-days = Fällig so viele Tage nach der Sitzung
setting-due-days-hint = Davor mit einem Minus, wie -1.
setting-due-unit = In welchen Tagen
setting-due-at = Fällig um
setting-questions = Fragen
setting-questions-hint = { $action ->
    [space_prompts] Höchstens fünf: nach 1, 3, 7, 14 und 30 Tagen.
   *[open_check_in] Höchstens acht; zwei oder drei sind reichlich.
}
setting-days-to-do = Tage, die dafür bleiben
setting-survey = Wozu die Umfrage dient
setting-survey-is = { $kind ->
    [reaction] Am Ende der Sitzung
    [baseline] Bevor etwas gelernt wurde
   *[transfer] Zwei bis vier Wochen danach
}
setting-weeks = Wochen, die sie zusammen sind
setting-weeks-hint = 1 bis 26; leer: 4.
setting-group = Wie viele zusammengehören
setting-group-hint = 2 bis 5; leer: 2.
setting-overlap = Minuten am Tag, in denen sie zur selben Zeit arbeiten
setting-overlap-hint = Mindestens so viele; leer: 60.
setting-cooldown = Runden, bis zwei sich wieder treffen können
setting-cooldown-hint = Leer: 3.
setting-different-teams = Niemand kommt mit jemandem aus dem eigenen Team zusammen
setting-publishes = Sie erfahren es sofort
setting-publishes-hint = Sonst sieht die Leitung den Vorschlag zuerst an.
setting-looked-at = Arbeitstage, um den Vorschlag anzusehen
setting-looked-at-hint = 1 bis 10, dann wird er von selbst bekannt gegeben. Leer: Er wartet auf die Leitung.
setting-sees = Wer die Antworten liest
setting-sees-is = { $who ->
    [pair] Wer antwortet, und das Gegenüber
    [cohort] Alle hier
    [anonymous] Alle hier, ohne Namen, ab fünf Antworten
   *[facilitators] Wer antwortet, und die Leitung
}
setting-commitment = Am Ende steht, was sie als Nächstes tun wollen
setting-criteria = Worauf zu achten ist
setting-criteria-hint = Zwei bis sechs.
setting-each = Wie viele Rückmeldungen jede Person gibt und bekommt
setting-each-hint = 1 bis 4; leer: 2.
setting-days = Arbeitstage dafür
setting-days-hint = 1 bis 30; leer: 5.
lines-number = { $action ->
    [open_feedback] Kriterium { $number }
   *[other] Frage { $number }
}
lines-words = { $action ->
    [open_feedback] Worauf zu achten ist
   *[other] Was gefragt wird
}
lines-rest = { $action ->
    [open_feedback] Die Stufen
    [space_prompts] Was man noch wissen soll
   *[open_check_in] Worte zur Auswahl
}
lines-rest-hint = { $action ->
    [open_feedback] Eine je Zeile, drei bis fünf, die geringste zuerst.
    [space_prompts] Leer: Sie fragt, wo es angewendet wurde.
   *[open_check_in] Eines je Zeile, drei bis fünf, das Geringste zuerst. Leer: Alle antworten in eigenen Worten.
}
lines-add = { $action ->
    [open_feedback] Ein Kriterium hinzufügen
   *[other] Eine Frage hinzufügen
}
lines-remove = Nummer { $number } entfernen
