threshold-line = Was im Treffen gesagt wird, wird dazwischen erprobt.
signin-title = Willkommen zurück
signin-lead = Melden Sie sich an und machen Sie weiter, wo Ihre Kohorte war.
email = E-Mail
password = Passwort
sign-in = Anmelden
forgot-password = Passwort vergessen?
demo-title = Sehen Sie sich um als
demo-lead = Dies ist eine Vorführung. Ein Klick meldet Sie an.
forgot-title = Ein neues Passwort
forgot-lead = Nennen Sie uns Ihre E-Mail-Adresse. Wenn wir sie kennen, senden wir einen Link, der eine Stunde gilt.
forgot-send = Link senden
forgot-sent = Wenn { $email } zu jemandem hier gehört, ist ein Link unterwegs.
back-to-signin = Zurück zur Anmeldung
reset-title = Wählen Sie ein neues Passwort
reset-lead = Beim Speichern werden Sie überall sonst abgemeldet.
reset-save = Speichern und anmelden
reset-again = Einen neuen Link anfordern
new-password = Neues Passwort
password-hint = Mindestens { $count } Zeichen. Ein kurzer Satz ist leicht zu merken.
password-show = Passwort anzeigen
invite-title = { $name } lädt Sie ein
invite-lead = Sie sind zu { $community } eingeladen, als { $role }.
invite-claims = Dort kennt man Sie schon: Was unter dem Namen { $name } aus einem Archiv kam, wird Ihres.
invite-name = Ihr Name
invite-name-hint = So, wie andere ihn sehen sollen.
invite-join = { $community } beitreten
invite-until = Die Einladung gilt bis { $date }.
invite-gone-title = Diese Einladung gilt nicht mehr
invite-gone-text = Sie wurde benutzt, oder ihre Zeit ist um. Bitten Sie die Person, die Sie eingeladen hat, um eine neue.
role-learner = lernende Person
role-moderator = Moderation
role-facilitator = Leitung
role-expert = Fachperson
role-observer = beobachtende Person

welcome-step = Schritt { $step } von { $count }
welcome-skip = Überspringen
welcome-skip-all = Alles überspringen
welcome-next = Weiter
welcome-done = Heute öffnen
welcome-name-title = Wie sollen wir Sie nennen?
welcome-name-lead = Andere sehen Ihren Namen neben dem, was Sie schreiben.
welcome-say = Wie man ihn spricht
welcome-say-hint = Zum Beispiel: a-MAH-ra. Lassen Sie es leer, wenn es klar ist.
welcome-work-title = Was möchten Sie bei Ihrer Arbeit ändern?
welcome-work-lead = Es wird eine Zeile in Ihrem Profil, für die Personen in Ihren Gemeinschaften. Sie können es jederzeit ändern.
welcome-working-on = Woran Sie arbeiten
welcome-ask = Fragen Sie mich nach
welcome-ask-hint = Etwas, das andere von Ihnen lernen könnten.
welcome-zone-title = Wo ist Ihr Tag?
welcome-zone-lead = Zeiten stehen in Ihrer Zone. Wir schreiben Ihnen an Ihrem Tag.
welcome-zone = Zeitzone
welcome-look-title = Wie soll es aussehen?
welcome-look-lead = Sie können es jederzeit in den Einstellungen ändern.
theme-label = Darstellung
theme-system = Wie das System
theme-light = Hell
theme-dark = Dunkel

mail-link-title = Briefe
mail-link-lead = In dem Brief, von dem Sie kommen, ging es um: { $about }. Im Eingang wartet weiterhin alles auf Sie.
mail-link-choose = Von jetzt an
mail-link-stop = Keine Briefe wie diesen
mail-link-stop-hint = Alle anderen bleiben, wie sie sind.
mail-link-calm = Ruhig
mail-link-calm-hint = Sofort, was nicht warten kann; das Übrige einmal am Tag oder am Sonntag.
mail-link-due = Nur was ansteht
mail-link-due-hint = Sitzungen, und worum man Sie bittet.
mail-link-save = Speichern
mail-link-stopped = Erledigt. Briefe wie dieser kommen nicht mehr.
mail-link-calm-saved = Erledigt. Briefe kommen auf die ruhige Art.
mail-link-due-saved = Erledigt. Nur was ansteht, kommt als Brief.
mail-link-more = Mehr Möglichkeiten
mail-link-gone-title = Dieser Link gilt nicht mehr
mail-link-gone-text = Vielleicht kam er unvollständig an. Welche Briefe kommen, wählen Sie in Ihren Einstellungen.
mail-link-gone-way = Wählen, welche Briefe kommen
mail-about =
    { $kind ->
        [SESSION] Sitzungen
        [ASKED] worum man Sie bittet
        [MENTION] Erwähnungen
        [REPLY] Antworten an Sie
        [FOLLOWED] was Sie verfolgen
        [QUESTION] Fragen, die warten
       *[SUMMARY] was neu ist
    }
