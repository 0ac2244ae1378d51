# Konten und Rollen der Organisation, für die Verwaltung
accounts-lead = Alle, die ein Konto haben, wie sie sich anmelden und was sie wo sind.
accounts-find = Ein Name oder eine E-Mail-Adresse
accounts-role = Rolle in der Organisation
accounts-any-role = Jede oder keine
accounts-states = Wie Konten stehen
accounts-all = Alle
accounts-none = Es gibt noch keine Konten.
accounts-none-such = Kein Konto ist so.
accounts-show-all = Alle Konten zeigen
account-state = { $state ->
    [ACTIVE] Aktiv
    [INVITED] Eingeladen
    [SUSPENDED] Gesperrt
   *[PLACEHOLDER] Platzhalter
}
organisation-role = { $role ->
    [ADMINISTRATOR] Verwaltung
   *[AUDITOR] Revision
}
account-last-here = zuletzt hier
account-never-here = War noch nie hier
account-place = { $community } ({ $role })
account-places-more = { $count } weitere
account-by-password = Passwort
account-by-password-and-code = Passwort mit zweitem Faktor
account-by-nothing = Noch kein Weg, sich anzumelden
account-no-address = Dieses Konto hat keine E-Mail-Adresse.
account-profile = Profil
account-log = Was das Prüfprotokoll sagt
account-coming-in = Hereinkommen
account-ways = Meldet sich an mit
account-since = Konto seit
account-last = Zuletzt hier
account-signed-in = Angemeldet
account-sign-ins = { $count ->
    [0] Nirgends
    [one] An einem Ort
   *[other] An { $count } Orten
}
account-tokens = Tokens
account-token-count = { $count ->
    [0] Keine
    [one] Eines
   *[other] { $count }
}
account-own = Das ist Ihr eigenes Konto.
account-own-settings = In Ihren Einstellungen können Sie es ändern
account-by-directory = Das Verzeichnis lässt sie nicht herein und kann sie wieder hereinlassen.
account-end-sign-ins = Alle Anmeldungen beenden
account-sign-ins-ended = { $name } ist überall abgemeldet.
account-reset = Brief für ein neues Passwort senden
account-reset-sent = { $name } bekommt einen Brief für ein neues Passwort.
account-invite = Einladung senden
account-invite-again = Einladung zu { $community } noch einmal senden
account-invited = Eine Einladung ist unterwegs an { $email }.
account-places = Gemeinschaften
account-places-none = Sie gehören zu keiner Gemeinschaft.
account-place-since = Seit { $day },
granted-by = { $how ->
    [INVITATION] eingeladen von { $name }
    [IMPORT] eingetragen von { $name }
    [SSO] durch eine Gruppe bei der Anmeldung, geändert von { $name }
    [SCIM] durch eine Gruppe des Verzeichnisses, geändert von { $name }
    [COHORT] nach einer Kohorte, von { $name }
   *[PERSON] gegeben von { $name }
}
granted-how = { $how ->
    [INVITATION] durch eine Einladung
    [IMPORT] durch ein Archiv oder eine Liste
    [DEMO] als Teil der Demo
    [COHORT] nach einer Kohorte, die endete
    [SSO] durch eine Gruppe des Anbieters, mit dem sie sich anmelden
    [SCIM] durch eine Gruppe des Verzeichnisses
   *[PERSON] von jemandem gegeben
}
organisation-roles = In der Organisation
administrator-since = Verwaltung seit { $day },
administrator-by-platform = durch die, die die Plattform betreiben.
administrator-not = { $name } betreut die Organisation nicht.
administrator-own = Jemand anderes aus der Verwaltung kann Ihnen das nehmen.
administrator-appoint = Die Verwaltung geben
administrator-appoint-title = { $name } die Verwaltung geben?
administrator-appoint-text = { $name } sieht alle Konten und Gemeinschaften und ändert, wie sich Menschen anmelden. Die Anmeldung beginnt neu.
administrator-appointed = { $name } verwaltet jetzt die Organisation.
administrator-dismiss = Die Verwaltung nehmen
administrator-dismiss-title = { $name } die Verwaltung nehmen?
administrator-dismiss-text = { $name } ist überall abgemeldet und bleibt in Gemeinschaften, was sie sind.
administrator-dismissed = { $name } betreut die Organisation nicht mehr.
auditor-named = Revision, benannt von denen, die die Plattform betreiben.

# wer was darf
roles-lead = Wer hier was darf. Die Plattform füllt diese Tabelle selbst aus, nach den Regeln, denen sie folgt.
permission-act-column = Was man darf
permission-yes = ja
permission-no = nein
permission-scope = { $scope ->
    [ORGANISATION] In der Organisation
    [PROGRAM] In Programmen
   *[COMMUNITY] In einer Gemeinschaft
}
permission-scope-lead = { $scope ->
    [ORGANISATION] Die Verwaltung betreut Konten, Gemeinschaften und die Wege herein. Dazu macht jemanden eine andere Person der Verwaltung oder eine Gruppe eines Anbieters. Die Revision benennen die, die die Plattform betreiben.
    [PROGRAM] Wer irgendwo eine Kohorte leitet, liest jedes Programm. Wer an einer Kohorte teilnimmt, liest das Programm, nach dem sie läuft.
   *[COMMUNITY] Jede Person hat ihre Rolle in einer Gemeinschaft und kann anderswo eine andere haben. In einer archivierten Gemeinschaft wird nichts geändert, und wer stummgeschaltet ist, schreibt für diese Zeit nicht.
}
permission-holder = { $holder ->
    [ELSEWHERE] Jemand von anderswo
    [OBSERVER] Beobachtende Person
    [LEARNER] Lernende Person
    [EXPERT] Fachperson
    [MODERATOR] Moderation
    [FACILITATOR] Leitung
    [ADMINISTRATOR] Verwaltung, ohne Mitglied zu sein
   *[AUDITOR] Revision
}
permission-act = { $act ->
    [OVERSEE_PEOPLE] Alle Konten sehen
    [APPOINT] Jemandem die Verwaltung geben und nehmen
    [SUSPEND] Ein Konto sperren
    [RESET_FACTOR] Einen verlorenen zweiten Faktor abnehmen
    [FOUND] Eine Gemeinschaft gründen
    [KEEP_PROVIDERS] Sagen, wie man sich von anderswo anmeldet
    [OVERSEE_TOKENS] Alle Tokens sehen und widerrufen
    [READ_OUTBOX] Sehen, welche Briefe hinausgingen
    [READ_AUDIT_LOG] Das Prüfprotokoll lesen
    [AUDIT_READERS] Nachsehen, wer las, was berichtigt wurde
    [READ_PROGRAM] Ein Programm lesen
    [WRITE_PROGRAM] Ein Programm schreiben
    [SEE] Wissen, dass es sie gibt
    [READ] Lesen, was gesagt wird, und sehen, wer dazugehört
    [WRITE] Schreiben
    [MODERATE] Gespräche in Ordnung halten
    [SILENCE] Lernende für eine Zeit vom Schreiben abhalten
    [KEEP_CHANNELS] Kanäle öffnen und ändern
    [MANAGE] Ihre Seite bearbeiten, einladen, Rollen geben
    [ASK] Etwas von ihren Mitgliedern erfragen
    [LEAD] Sie archivieren und Mitglieder entfernen
   *[BRING_IN] Eine Liste eintragen
}

# viele auf einmal einladen
invites-title = Menschen einladen
invites-lead = Fügen Sie Adressen ein oder wählen Sie eine Datei. Sie sehen, was jede Zeile bewirkt, bevor ein Brief hinausgeht.
invites-paste = Adressen
invites-paste-hint = Eine Adresse in jeder Zeile; oder eine Tabelle, die so beginnt: name,email,community,role
invites-place = Gemeinschaft für Zeilen, die keine nennen
invites-place-hint = Eine Zeile kann eine andere nennen, so wie sie heißt.
invites-no-place = Keine
invites-look = Ansehen, was geschähe
invites-file = Datei wählen
invites-open = Offene Einladungen
invites-find = Eine Adresse finden
invites-none = Alle Eingeladenen sind gekommen, oder ihre Einladung lief ab.
invites-none-such = Keine offene Einladung ist so.
invites-by-platform = die Plattform
invites-until = gilt bis { $day }
invites-again = Noch einmal senden
invites-withdraw = Zurückziehen
invites-withdraw-title = Die Einladung an { $email } zurückziehen?
invites-withdraw-text = Die gesendeten Links öffnen dann nichts mehr. Das lässt sich nicht rückgängig machen; Sie können neu einladen.
invites-withdrawn = Die Einladung an { $email } ist zurückgezogen.
invites-list-title = Eine Liste von Einladungen
invites-list-lead = Noch ist nichts geschehen. Das würde jede Zeile bewirken.
invites-list-sent = Die Briefe gehen einer nach dem anderen hinaus. Sie müssen nicht warten.
invites-send = { $count ->
    [one] Eine Person einladen
   *[other] { $count } Personen einladen
}
invites-progress = { $sent } von { $count } eingeladen
invites-correct = { $count ->
    [one] Die ausgelassene Zeile berichtigen
   *[other] Die { $count } ausgelassenen Zeilen berichtigen
}
invites-lines = Zeilen
invites-all-lines = Alle Zeilen
invites-no-lines = Eine solche Zeile gibt es nicht.
invites-no-address = Keine Adresse
invites-line-sent = Eingeladen
invite-fate = { $fate ->
    [INVITES] Bekommt einen Brief
    [STAYS] Ist schon hier
   *[REFUSED] Ausgelassen
}
invite-fate-count = { $fate ->
    [INVITES] Bekommen einen Brief { $count }
    [STAYS] Sind schon hier { $count }
   *[REFUSED] Ausgelassen { $count }
}
