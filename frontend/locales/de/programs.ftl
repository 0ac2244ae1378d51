to-calendar = In den Kalender
programs = Programme
programs-lead = Was Kohorten durchlaufen: was danach alle können, und woran man es sieht.
programs-empty = Noch kein Programm.
programs-empty-detail = Programme schreibt die Verwaltung. Die der eigenen Kohorten stehen hier.
program-new = Programm schreiben
program-new-lead = Es beginnt mit einer ersten Version. Kohorten können es durchlaufen, sobald sie veröffentlicht ist.
program-create = Als Entwurf behalten
program-edit = Programm bearbeiten
program-edit-lead = Was veröffentlicht ist, ändert sich nie. Andere Ziele beginnen eine neue Version, und laufende Kohorten behalten ihre.
program-saved-toast = „{ $title }“ ist gespeichert.
program-title = Titel
program-summary = Kurzfassung
program-summary-hint = Für wen es ist, und was sich dadurch ändert.
program-unpublished = Noch nicht veröffentlicht
objectives-count = { $count ->
    [one] Ein Ziel
   *[other] { $count } Ziele
}
objectives-none = Noch kein Ziel.
objective-statement = Was alle können, { $position }
objective-measure = Woran man es sieht, { $position }
objective-up = Ziel { $position } nach oben
objective-down = Ziel { $position } nach unten
objective-remove = Ziel { $position } entfernen
objective-add = Ziel hinzufügen
version-number = Version { $number }
version-of = { $title }, Version { $number }
version-since = Seit { $day }
version-draft = Wird geschrieben
version-notes = Was neu ist
version-notes-hint = Für die Version, die gerade geschrieben wird.
version-runs = Durchlaufen von
version-publish = Version { $number } veröffentlichen
version-publish-title = Version { $number } von „{ $title }“ veröffentlichen?
version-publish-text = Von da an können Kohorten sie durchlaufen, und sie ändert sich nie mehr. Kohorten mit einer anderen Version behalten ihre.
version-published-toast = „{ $title }“ hat eine neue Version.
coverage = Abdeckung
coverage-runs = Durchläuft Version { $number } von
coverage-no-program = Diese Gemeinschaft durchläuft noch kein Programm.
coverage-no-program-detail = Sobald sie es tut, steht hier jedes Ziel mit dem, was dafür getan wird.
coverage-all = Für jedes Ziel wird etwas getan.
coverage-bare = { $count ->
    [one] Für ein Ziel wird noch nichts getan.
   *[other] Für { $count } Ziele wird noch nichts getan.
}
coverage-loose = { $count ->
    [one] Eine Sache dient keinem Ziel.
   *[other] { $count } Sachen dienen keinem Ziel.
}
coverage-nothing = Dafür wird noch nichts getan
coverage-without = Ohne Ziel
activity-pre-work = Vorbereitung
activity-prompt = Impuls
activity-segment = Ablauf
activity-session = Sitzung
deliver = Diese Version durchlaufen
deliver-other = Andere Version durchlaufen
deliver-title = Was { $community } durchläuft
deliver-text = Bis zur ersten geplanten Sitzung lässt es sich austauschen.
deliver-version = Programm und Version
deliver-choose = Bitte wählen
deliver-none = Noch ist kein Programm veröffentlicht. Die Verwaltung weiß weiter.
