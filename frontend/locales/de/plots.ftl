# Diagramme: Jedes ist auch eine Tabelle und eine Datei

plot-shape = Wie „{ $title }“ gezeigt wird
plot-shape-is = { $shape ->
    [table] Tabelle
   *[plot] Diagramm
}
plot-csv = Als Datei
plot-few = Zu wenige Personen: nicht gezeigt
plot-few-short = zu wenige
plot-not-shown = nicht gezeigt
plot-part = { $name } ({ $count })
plot-people = { $count ->
    [one] 1 Person
   *[other] { $count } Personen
}
