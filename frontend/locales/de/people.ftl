role-title-learner = Lernende Person
role-title-moderator = Moderation
role-title-facilitator = Leitung
role-title-expert = Fachperson
role-title-observer = Beobachtende Person
role-title-administrator = Verwaltung
role-may-learner = Fragt, antwortet und teilt.
role-may-moderator = Hält außerdem die Gespräche in Ordnung.
role-may-facilitator = Leitet: lädt ein, öffnet Kanäle, vergibt Rollen.
role-may-expert = Antwortet aus Erfahrung.
role-may-observer = Liest, und schreibt nicht.

local-time = { $time }, { $zone }
ask-me-about = Fragen Sie mich nach
working-on = Arbeitet an
in-common = Gemeinsame Gemeinschaften
nothing-in-common = Keine, die Sie teilen.
profile-edit = Profil bearbeiten
profile-empty = { $name } hat hier noch nichts gesagt.
profile-empty-own = Sagen Sie, wonach andere Sie fragen können und woran Sie arbeiten.
person-not-here = Noch nicht hier
person-placeholder = Ein Archiv oder eine Liste, die hierher gebracht wurde, nennt diese Person. Selbst war sie noch nicht hier.

people-lead = { $count ->
    [one] Eine Person in { $community }
   *[other] { $count } Personen in { $community }
}
people-find = Jemanden finden
people-find-placeholder = Name oder Kürzel
people-role = Rolle
people-everyone = Alle
people-none = Niemand hier heißt so.
people-none-role = Niemand hat hier diese Rolle.
people-more-about = Was Sie mit { $name } tun können

invite-people = Einladen
invite-dialog = Jemanden zu { $community } einladen
invite-dialog-lead = Die Person bekommt eine E-Mail mit einem Link. Sie bekommen einen zweiten, falls die E-Mail nicht ankommt.
invite-email = E-Mail der Person
invite-as = Als
invite-send = Einladung senden
invite-sent = { $email } ist eingeladen
invite-sent-lead = Die E-Mail ist unterwegs, mit einem eigenen Link. Dies ist ein zweiter, zum Weitergeben: Er wird nur jetzt gezeigt und gilt bis { $date }.
invite-link = Ein Link zum Weitergeben
invite-link-not-copied = Dieser Browser lässt uns nicht kopieren. Der Link ist markiert: Kopieren Sie ihn aus dem Feld.
invite-another = Noch jemanden einladen
copy = Kopieren
copied = Kopiert.
finished = Fertig

placeholder-invite = { $name } einladen
placeholder-dialog = Jemanden einladen, { $name } zu sein
placeholder-dialog-lead = Die Person bekommt eine E-Mail mit einem Link. Damit wird alles, was unter dem Namen { $name } aus einem Archiv kam, ihres.
placeholder-invited = { $name } ist eingeladen. Die E-Mail an { $email } ist unterwegs.

add-member = Aufnehmen
add-dialog = Jemanden in { $community } aufnehmen
add-dialog-lead = Für Personen, die Sie aus einer anderen Gemeinschaft kennen. Alle anderen laden Sie per E-Mail ein.
add-find = Wen
add-nobody = Niemand, den Sie kennen, heißt so.
add-as = { $name } aufnehmen
add-done = { $name } gehört jetzt zu { $community }.
role-give = { $name } eine andere Rolle geben
role-changed = { $name }: jetzt { $role }.
member-remove = Aus { $community } entfernen
member-remove-title = { $name } aus { $community } entfernen?
member-remove-text = { $name } kann hier nicht mehr lesen oder schreiben. Das Geschriebene bleibt, unter dem Namen. Sie können erneut einladen.
member-remove-action = { $name } entfernen
member-removed = { $name } gehört nicht mehr zu { $community }.
leave = { $community } verlassen
leave-title = { $community } verlassen?
leave-text = Sie können hier nicht mehr lesen oder schreiben. Was Sie geschrieben haben, bleibt unter Ihrem Namen. Eine Leitung kann Sie wieder einladen.
left = Sie haben { $community } verlassen.
join-as-facilitator = Als Leitung beitreten

home-people = { $count ->
    [one] eine Person
   *[other] { $count } Personen
}
home-led = geleitet von { $names }
home-today = Heute, { $date }
home-way = { $standing }, vom { $from } bis zum { $to }
home-ask = Eine Frage stellen
home-norms-lead = Lesen Sie dies einmal, und sagen Sie, dass Sie sich daran halten.
home-questions = Fragen
home-all-questions = Alle Fragen
home-conversations = In den Kanälen
home-all-channels = Alle Kanäle
home-channels = Kanäle
home-nothing = Noch hat niemand etwas gesagt. Sagen Sie als Erste oder Erster Hallo.
home-to-channels = Zu den Kanälen
home-leads = Wer leitet
home-people-title = Personen
home-all-people = Alle hier
home-about = Darum geht es
home-norms = Wie wir miteinander umgehen
home-zone = Die Zeitzone ihrer Tage: { $zone }
community-is-archived = Diese Gemeinschaft ist archiviert. Man kann sie lesen, aber nicht darin schreiben.
home-not-member = Sie sehen dies, weil Sie verwalten. Die Gespräche sind für Mitglieder.
home-answers = { $count ->
    [0] noch keine Antwort
    [one] eine Antwort
   *[other] { $count } Antworten
}
home-replies = { $count ->
    [0] noch keine Antwort
    [one] eine Antwort
   *[other] { $count } Antworten
}
home-in = { $name } in { $channel }
home-manage = Verwalten
edit-community = Gemeinschaft bearbeiten
people-manage = Mitglieder verwalten

new-community = Gemeinschaft gründen
new-community-lead = Sie werden die erste Leitung. Laden Sie die anderen danach ein.
community-kind = Was sie ist
kind-cohort = Eine Kohorte
community-goes-on = Nach jeder Sitzung von selbst weiterlernen
community-goes-on-hint = Ein Ort zum Fragen, jemand zum Weitergehen, ein Gespräch im Kollegium und ein Blick zurück nach zwei Wochen. All das steht vorher im Plan und lässt sich dort ändern.
kind-cohort-hint = Hat Treffen, einen Anfang und ein Ende.
kind-practice = Eine Praxisgemeinschaft
kind-practice-hint = Besteht, solange sie Menschen wichtig ist.
community-name = Name
community-purpose = Wozu sie da ist
community-purpose-hint = Ein oder zwei Sätze. Wer eingeladen wird, liest sie zuerst.
community-slug = Adresse
community-slug-hint = Bleibt sie leer, entsteht sie aus dem Namen.
community-zone = Zeitzone ihrer Tage
community-starts = Erster Tag
community-ends = Letzter Tag
community-norms = Wie Sie miteinander umgehen
community-norms-hint = Markdown. Wer beitritt, wird gebeten, es einmal zu lesen.
community-norms-preview = So lesen es alle
community-found = { $name } gründen
community-found-unnamed = Gemeinschaft gründen
community-founded = { $name } ist gegründet.
community-save = Speichern
community-saved = { $name } ist gespeichert.
community-archive = Gemeinschaft archivieren
community-restore = Gemeinschaft wieder öffnen
community-archived-toast = { $name } ist archiviert. Die Mitglieder können weiter lesen.
community-restored-toast = { $name } ist wieder offen.
dates-wrong = Der letzte Tag kann nicht vor dem ersten liegen.

other-clock = Zwei Uhren
other-clock-words = Die Zeitzone dieses Geräts: { $here }. Die Ihrer Briefe: { $there }.
other-clock-change = Auch für Briefe: { $here }
other-clock-keep = So lassen
other-clock-changed = Die Zeitzone Ihrer Briefe ist nun: { $here }.
