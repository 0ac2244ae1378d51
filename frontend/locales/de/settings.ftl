settings-profile = Profil
settings-profile-lead = Was die Personen in Ihren Gemeinschaften von Ihnen sehen.
settings-appearance = Darstellung
settings-appearance-lead = Gilt sofort, auf jedem Gerät, auf dem Sie sich anmelden.
settings-keyboard = Tastatur
settings-keyboard-lead = Alles geht hier mit Tasten, und alles mit Knöpfen.
settings-security = Sicherheit
settings-tokens = Tokens
password-title = Passwort
settings-security-lead = Hier bleiben Sie angemeldet; überall sonst werden Sie abgemeldet.

handle = Ihr Kürzel
handle-hint = Andere erwähnen Sie als @{ $handle }. Buchstaben a bis z, Ziffern und Bindestriche.
save-profile = Profil speichern
profile-saved = Ihr Profil ist gespeichert.

text-size = Schriftgröße
text-small = Klein
text-normal = Normal
text-large = Groß
text-larger = Größer
appearance-sample = Was im Treffen gesagt wird, wird dazwischen erprobt.
reading-font = Leseschrift
font-interlude = Interlude
font-interlude-hint = Mit Serifen für das, was Menschen fragen
font-system = Vom System
font-system-hint = Die Schrift, die Ihr Gerät am besten kennt
less-motion = Weniger Bewegung
less-motion-hint = Nichts gleitet oder zeichnet sich.
language = Sprache

single-keys = Tasten mit einem Buchstaben
single-keys-hint = Schalten Sie sie aus, wenn Sie mit Ihrem Gerät sprechen oder versehentlich Tasten drücken. Kombinationen wie Strg K gehen weiter.
keyboard-more = Manche Seiten haben noch ein paar Tasten mehr. Drücken Sie dort ?, um sie zu sehen.

current-password = Ihr jetziges Passwort
change-password = Passwort ändern
password-changed = Ihr Passwort ist geändert. Überall sonst sind Sie abgemeldet.
signins-title = Wo Sie angemeldet sind
signins-lead = Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.
last-seen = Zuletzt gesehen
signed-in-on = Angemeldet am { $date }
this-device = Dieses Gerät
signin-end = Abmelden
signin-ended = { $device } ist abgemeldet.
sign-out-everywhere = Überall abmelden
sign-out-everywhere-title = Auf jedem Gerät abmelden?
sign-out-everywhere-text = Auch auf diesem. Entwürfe, die auf einem Gerät sind, bleiben dort.
