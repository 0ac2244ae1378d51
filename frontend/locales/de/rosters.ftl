roster-title = Liste einlesen
roster-lead = Eine Liste von Personen aus einer Tabelle. Zuerst ist zu sehen, was jede Zeile täte; vorher geschieht nichts, und es lässt sich zurücknehmen.
roster-file = Eine Datei
roster-drop = CSV-Datei hierher ziehen
roster-choose = Datei wählen
roster-sending = { $name }: { $percent } %
roster-reading = { $name } wird gelesen
roster-paste = Oder die Tabelle einfügen
roster-paste-hint = Die erste Zeile nennt die Spalten: Name und E-Mail, nach Wunsch auch Rolle. Dazwischen Kommas, Semikolons oder Tabulatoren.
roster-example = name,email,role
roster-look = Erst ansehen
rosters-before = Schon eingelesen
rosters-none = Hier wurde noch keine Liste angesehen.
roster-by-nobody = Die Kommandozeile
roster-line = { $count ->
    [one] Eine Person
   *[other] { $count } Personen
}, { $refused ->
    [0] keine Zeile ausgelassen
    [one] eine Zeile ausgelassen
   *[other] { $refused } Zeilen ausgelassen
}
roster-state = { $state ->
    [SEEN] Angesehen
    [APPLIED] Eingelesen
   *[UNDONE] Zurückgenommen
}
roster-page-lead = { $state ->
    [SEEN] Das würde in { $community } geschehen. Noch ist nichts geschehen.
    [APPLIED] Das ist in { $community } geschehen.
   *[UNDONE] Was damit in { $community } geschah, ist zurückgenommen.
}
roster-when = { $state ->
    [SEEN] Angesehen von { $name } am { $date }
    [APPLIED] Eingelesen von { $name } am { $date }
   *[UNDONE] Eingelesen von { $name }, zurückgenommen am { $date }
}
roster-fate = { $fate ->
    [ARRIVES] Neu hier
    [JOINS] Kommt dazu
    [CHANGES_ROLE] Andere Rolle
    [STAYS] Bleibt so
   *[REFUSED] Ausgelassen
}
roster-all = Alle { $count }
roster-count = { $fate } { $count }
roster-some-refused = { $count ->
    [one] Eine Zeile bleibt draußen und sagt warum. Sie lässt sich in der Datei berichtigen und neu ansehen, oder es geht ohne sie.
   *[other] { $count } Zeilen bleiben draußen und sagen warum. Sie lassen sich in der Datei berichtigen und neu ansehen, oder es geht ohne sie.
}
roster-arriving = { $count ->
    [one] Eine Person hat noch kein Konto. Sie bekommt eines, und einen Brief mit dem Weg hinein.
   *[other] { $count } Personen haben noch kein Konto. Sie bekommen eines, und einen Brief mit dem Weg hinein.
}
roster-apply = { $count ->
    [one] Eine Person einlesen
   *[other] { $count } Personen einlesen
}
roster-applying = Alles oder nichts. Das dauert einen Augenblick.
roster-no-effect = Diese Liste würde nichts ändern.
roster-applied = { $count ->
    [one] Eine Person ist eingelesen.
   *[other] { $count } Personen sind eingelesen.
}
roster-another = Eine andere Liste
roster-see-people = Ansehen, wer da ist
roster-undo = Zurücknehmen
roster-undo-title = „{ $name }“ zurücknehmen?
roster-undo-text = Wer damit kam, geht wieder, und Rollen sind, was sie waren. Konten, die noch niemand nutzt, werden vergessen. Was seither von Hand geändert wurde, bleibt.
roster-undone = „{ $name }“ ist zurückgenommen.
roster-none-left = So eine Zeile gibt es nicht mehr.
roster-col-line = Zeile
roster-col-who = Wer
roster-col-fate = Was geschieht
roster-no-name = Kein Name
roster-no-email = Keine Adresse
roster-role-change = { $before }, dann { $after }
roster-pages = Seiten
roster-previous = Vorige Zeilen
roster-next = Nächste Zeilen
roster-span = { $first } bis { $last } von { $total }
