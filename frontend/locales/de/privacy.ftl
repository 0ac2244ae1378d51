# what is held about people
settings-data-lead = Was hier über Sie gespeichert ist, und was Sie damit tun können.
export-title = Alles mitnehmen, was über Sie gespeichert ist
export-text =
    Ihre Worte, Dateien, Antworten, Anmeldungen und Einstellungen, in einer Datei. Sie wird im Hintergrund zusammengestellt; wir schreiben Ihnen, wenn sie bereitliegt. Sie bleibt sieben Tage, und niemand außer Ihnen kann sie abholen.
export-none = Sie haben noch nichts angefordert.
export-ask = Meine Daten zusammenstellen
export-making = Wird zusammengestellt: { $percent } %
export-ready = Bereit bis { $date }, etwa { NUMBER($size, maximumFractionDigits: 1) } MB
export-asked = Angefordert am { $moment }.
export-fetched = Abgeholt am { $moment }.
export-fetch = Herunterladen
data-lead = Was Menschen mit dem möchten, was über sie gespeichert ist.
export-for-title = Jemandem die eigenen Daten geben
export-for-lead = Für alle, die anderswo darum gebeten haben. Sie erfahren es durch einen Brief und holen die Daten selbst ab: niemand sonst kann das, auch Sie nicht.
export-for-handle = Kennung der Person
export-for-reason = Warum Sie darum bitten
export-for-reason-hint = Es steht im Protokoll, etwa „per Brief erbeten am 3. Mai“.
export-for-ask = Daten zusammenstellen
export-nobody = Niemand hier heißt @{ $handle }.
export-asked-for = Die Daten werden zusammengestellt. { $name } erfährt, wenn sie bereitliegen.
export-asked-by = Angefordert von { $name }: { $reason }
export-all = Angefordert und aufbewahrt
export-none-at-all = Noch niemand hat eigene Daten angefordert.
