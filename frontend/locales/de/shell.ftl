app-name = Interlude
skip-to-content = Zum Inhalt
close = Schließen
cancel = Abbrechen
save = Speichern
dismiss = Ausblenden
undo = Rückgängig
loading = Wird geladen
notices = Hinweise
breadcrumb = Wo Sie sind
back = Zurück
offline = Keine Verbindung. Sie können weiterschreiben, wir senden es später.
new-version = Es gibt eine neuere Version von Interlude.
reload = Neu laden
new-count = { $count } neu
people-and-more = { $names } und { $count } weitere

mark-answered = Beantwortet
mark-locked = Geschlossen
mark-no-answer = Noch keine Antwort
mark-waiting-hours = { $count ->
    [one] Wartet seit { $count } Stunde
   *[other] Wartet seit { $count } Stunden
}
mark-waiting-days = Wartet seit { $count } Tagen

nav-main = Hauptbereich
nav-community = Gemeinschaft
nav-tabs = Orte
nav-today = Heute
nav-inbox = Eingang
nav-home = Übersicht
nav-ask = Fragen
nav-channels = Kanäle
nav-questions = Fragen
nav-pulses = Umfragen
pulse-new = Eine Umfrage planen
nav-consult = Rat einholen
nav-feedback = Rückmeldungen
nav-people = Personen
nav-search = Suche
nav-drafts = Entwürfe
nav-settings = Einstellungen
search-or-jump = Suchen
switch-community = Gemeinschaft wechseln
your-communities = Ihre Gemeinschaften
no-community-yet = Noch keine Gemeinschaft
you-and-settings = Profil, Einstellungen, Abmelden
your-profile = Ihr Profil
sign-out = Abmelden
more = Mehr

palette-title = Suchen oder springen
palette-field = Ein Ort, eine Person, ein Gespräch
palette-places = Orte
palette-actions = Aktionen
palette-people = Personen
palette-content = Was gesagt wurde
palette-search-for = Nach „{ $query }“ suchen
action-theme-light = Helle Darstellung
action-theme-dark = Dunkle Darstellung
action-theme-system = Darstellung wie im System
action-shortcuts = Tastenkürzel

shortcuts-title = Tastenkürzel
shortcuts-everywhere = Überall
shortcuts-here = Auf dieser Seite
shortcuts-off = Einzelne Buchstabentasten sind in Ihren Einstellungen ausgeschaltet.
key-palette = Suchen oder springen
key-search = Suche
key-shortcuts = Diese Übersicht
key-today = Zu Heute
key-inbox = Zum Eingang
key-home = Zur Gemeinschaft
key-channels = Zu den Kanälen
key-people = Zu den Personen
key-community = Gemeinschaft wechseln
key-drafts = Zu den Entwürfen

field-required = Bitte füllen Sie das aus.
field-choose = Bitte wählen Sie etwas aus.
field-email = Bitte geben Sie eine E-Mail-Adresse ein.
field-address = Bitte geben Sie eine Adresse ein, die mit https:// beginnt.
field-least = { $least } ist das Mindeste.
field-most = { $most } ist das Höchste.
field-too-early = Bitte wählen Sie einen späteren Tag.
field-unfit = Bitte sehen Sie das noch einmal an.
