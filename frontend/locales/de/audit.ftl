entry-lead = Wer wann und von wo etwas getan hat, für das jemand einstehen muss. Nichts darin lässt sich ändern.
entry-words = Wörter, eine Adresse, eine Kennung
entry-topics = Worum es geht
entry-topics-all = Alles
entry-topic = { $topic ->
    [SIGN_INS] Anmeldungen
    [ROLES] Personen und Rollen
    [REVEALS] Aufgedecktes
    [EXPORTS] Ausgeführtes
    [MODERATION] Moderation
    [SETTINGS] Einstellungen
   *[RECORDS] Aufzeichnungen
  }
entry-without = : auch anderes zeigen
entry-export = Exportieren
entry-exported = { $count ->
    [one] Ein Eintrag wurde exportiert. Dass Sie ihn mitgenommen haben, steht im Protokoll.
   *[other] { $count } Einträge wurden exportiert. Dass Sie sie mitgenommen haben, steht im Protokoll.
  }
entry-none = Noch wurde nichts getan.
entry-none-such = Nichts dergleichen wurde getan.
entry-platform = Die Plattform
entry-somebody = jemand
entry-somewhere = einer Gemeinschaft
entry-nothing = –
entry-yes = ja
entry-no = nein
entry-what = Was
entry-before = Vorher
entry-after = Nachher
entry-number = Eintrag
entry-kind = Art
entry-object = Woran es getan wurde
entry-via = Angemeldet durch
entry-hash = Prüfsumme
entry-all-of = Alles zu { $name }
entry-all-in = Alles in { $place }
entry-role = { $role ->
    [learner] Teilnahme
    [moderator] Moderation
    [facilitator] Leitung
    [expert] Fachkunde
    [observer] Beobachtung
   *[other] { $role }
  }
entry-field = { $what ->
    [role] Rolle
    [reason] Warum
    [why] Warum
    [act] Was entschieden wurde
    [undone] Zurückgenommen
    [until] Bis
    [state] Anwesenheit
    [administrator] Verwaltet die Organisation
    [name] Name
    [purpose] Wozu
    [norms] Regeln
    [zone] Zeitzone
    [starts_on] Erster Tag
    [ends_on] Letzter Tag
    [nameless_questions] Fragen ohne Namen
    [answer_promise_hours] Zugesagte Stunden bis zur Antwort
    [alumni_access] Was Ehemalige dürfen
    [alumni_community] Wohin Ehemalige gehen
    [work_days] Arbeitstage, ab Montag
    [words] Wörter
    [steps] Schritte
    [for_each_session] Für jede Sitzung
    [archived] Weggelegt
    [kind] Art
    [premoderation] Zuerst von der Moderation gelesen
    [high_stakes_tags] Schlagwörter für Folgenreiches
    [entries] Einträge
    [rows] Zeilen
    [copy] Kopie
    [mark] Merkmal der eingegebenen Adresse
    [since] Seit
    [left] Übrige Codes
    [left_before] Übrige Codes davor
    [asked_of] Von wem
    [grace_days] Tage zum Einrichten
    [scopes] Was es darf
    [expires_at] Endet
    [code] Warum
    [detail] Was nicht stimmte
    [way] Wie
    [roles] Rollen
    [secret_changed] Das Geheimnis wurde geändert
    [refused] Warum abgewiesen
    [changed] Was geschrieben wurde
    [did] Was geschah
    [is_active] Darf herein
    [added] Kamen hinein
    [removed] Gingen hinaus
   *[other] { $what }
  }
entry-shut-why = { $why ->
    [used] Er war schon benutzt
    [expired] Seine Zeit war um
    [closed] Wohin er führt, das war vorbei
    [early] Wohin er führt, das hatte noch nicht begonnen
    [retired] Er war zurückgenommen, oder ein anderer trat an seine Stelle
    [unknown] Diesen Link gibt es nicht: verändert oder abgeschnitten
   *[other] { $why }
  }
entry-moderated = { $by } { $did }
entry-undid = { $by } nahm zurück: { $did }
entry-did = { $kind ->
    [identity-signed_in] { $by } hat sich angemeldet
    [identity-sign_in_refused] Eine Anmeldung wurde abgewiesen
    [identity-signed_out] { $by } hat Anmeldungen von { $person } beendet
    [identity-password_changed] { $by } hat ein neues Passwort gewählt
    [identity-reset_minted] Für { $person } entstand ein Link zu einem neuen Passwort
    [communities-invitation_withdrawn] { $by } hat eine Einladung zurückgezogen
    [imports-invites_sent] { $by } hat eine Liste von Menschen einladen lassen
    [identity-reset_sent] { $by } hat { $person } einen Brief für ein neues Passwort senden lassen
    [notifications-calendar_feed_created] { $by } hat eine Adresse für Kalenderprogramme angelegt
    [notifications-calendar_feed_revoked] { $by } hat eine Adresse für Kalenderprogramme geschlossen
    [identity-person_created] { $by } hat ein Konto für { $person } angelegt
    [identity-person_forgotten] { $by } hat ein Konto zurückgenommen, das niemandem gehörte
    [identity-person_suspended] { $by } hat { $person } gesperrt
    [identity-person_restored] { $by } hat { $person } wieder eingelassen
    [communities-person_invited] { $by } hat jemanden in { $place } eingeladen
    [communities-invitation_accepted] { $person } kam durch eine Einladung in { $place }
    [communities-member_joined] { $person } kam in { $place } dazu, Rolle: { $role ->
        [moderator] Moderation
        [facilitator] Leitung
        [expert] Fachkunde
        [observer] Beobachtung
       *[other] Teilnahme
      }
    [communities-member_changed] { $by } hat { $person } in { $place } eine andere Rolle gegeben: { $role ->
        [moderator] Moderation
        [facilitator] Leitung
        [expert] Fachkunde
        [observer] Beobachtung
       *[other] Teilnahme
      }
    [communities-member_removed] { $by } hat die Mitgliedschaft von { $person } in { $place } beendet
    [questions-asker_revealed] { $by } hat nachgesehen, wer in { $place } ohne Namen gefragt hat
    [misconceptions-exposures_audited] { $by } hat nachgesehen, wer in { $place } Richtiggestelltes gelesen hat
    [audit-log_exported] { $by } hat das Prüfprotokoll exportiert
    [audit-copied] { $by } hat alles kopiert
    [pulses-results_exported] { $by } hat die Ergebnisse eines Pulses in { $place } exportiert
    [channels-post_deleted] { $by } hat in { $place } einen Beitrag gelöscht
    [communities-member_muted] { $by } hat { $person } in { $place } für eine Zeit stumm geschaltet
    [communities-member_unmuted] { $by } lässt { $person } in { $place } wieder schreiben
    [communities-community_created] { $by } hat { $place } gegründet
    [communities-community_changed] { $by } hat Einstellungen in { $place } geändert
    [communities-community_archived] { $by } hat { $place } archiviert
    [communities-community_restored] { $by } hat { $place } zurückgeholt
    [communities-calendar_changed] { $by } hat den Kalender in { $place } geändert
    [communities-cohort_ended] { $place } ist zu Ende
    [channels-channel_changed] { $by } hat in { $place } einen Kanal geändert
    [journeys-template_changed] { $by } hat die Vorlage einer Reise geändert
    [search-synonyms_changed] { $by } hat geändert, welche Wörter dasselbe bedeuten
    [identity-factor_rule_changed] { $by } hat geändert, von wem ein zweiter Faktor verlangt wird
    [sessions-program_version_published] { $by } hat eine Fassung eines Programms veröffentlicht
    [sessions-program_delivered] { $by } hat für { $place } die Fassung des Programms gewählt
    [sessions-attendance_recorded] { $by } hat in { $place } die Anwesenheit von { $person } festgehalten
    [imports-import_finished] { $by } hat ein Archiv in { $place } gebracht
    [imports-roster_applied] { $by } hat eine Liste in { $place } gebracht
    [imports-roster_undone] { $by } hat in { $place } eine Liste zurückgenommen
    [notifications-letter_sent_again] { $by } hat einen Brief an { $person } noch einmal verschickt
    [identity-second_factor_set] { $by } hat einen zweiten Faktor eingerichtet
    [identity-second_factor_removed] { $by } hat den eigenen zweiten Faktor entfernt
    [identity-second_factor_reset] { $by } hat den zweiten Faktor von { $person } entfernt
    [identity-passkey_added] { $by } hat einen Passkey hinzugefügt
    [identity-passkey_renamed] { $by } hat einen Passkey umbenannt
    [identity-passkey_removed] { $by } hat einen Passkey entfernt
    [identity-passkey_shown] { $by } hat einen Passkey vorgezeigt
    [identity-recovery_code_used] { $person } hat einen Wiederherstellungscode benutzt
    [identity-recovery_codes_renewed] { $by } hat neue Wiederherstellungscodes angelegt
    [identity-sign_in_confirmed] { $by } hat sich noch einmal ausgewiesen
    [identity-sign_in_link_minted] Für { $person } wurde ein Link zum Anmelden erzeugt
    [identity-api_token_created] { $by } hat ein Token angelegt
    [identity-api_token_revoked] { $by } hat ein Token widerrufen
    [identity-administrator_appointed] { $person } betreut von da an die Organisation
    [identity-administrator_dismissed] { $person } betreut die Organisation nicht mehr
    [checkins-link_refused] Ein Link zu einem Check-in hat nichts geöffnet
    [consultations-link_refused] Ein Link zu einer Bitte um Rat hat nichts geöffnet
    [pulses-link_refused] Ein Link zu einer Umfrage hat nichts geöffnet
    [sso-sign_in_vouched] { $person } kam mit einem Konto anderswo herein
    [sso-sign_in_refused] Eine Anmeldung mit einem Konto anderswo wurde abgewiesen
    [sso-account_linked] { $person } hat ein Konto anderswo verbunden
    [sso-account_unlinked] { $person } hat ein Konto anderswo getrennt
    [sso-signed_out_elsewhere] Ein Anbieter hat Anmeldungen von { $person } beendet
    [sso-logout_refused] Das Ende einer Anmeldung wurde nicht glaubwürdig gemeldet
    [sso-groups_applied] Gruppen eines Anbieters haben geändert, was { $person } darf
    [scim-person_kept] Das Verzeichnis hat { $person } geschrieben
    [scim-person_dropped] Das Verzeichnis führt { $person } nicht mehr
    [scim-group_kept] Das Verzeichnis hat eine Gruppe geschrieben
    [sso-provider_changed] { $by } hat einen Anbieter der Anmeldung geändert
    [sso-test_done] { $by } hat einen Anbieter der Anmeldung ausprobiert
   *[other] { $by }: { $name }
  }
chain-check = Kette prüfen
chain-hint = Jeder Eintrag trägt die Prüfsumme des vorigen: Eine Änderung fällt auf.
chain-whole = { $count ->
    [one] Die Kette ist ganz: ein Eintrag, geprüft
   *[other] Die Kette ist ganz: { $count } Einträge, geprüft
  }
chain-newest-whole = Die neuesten { $count } von { $all } Einträgen sind ganz, geprüft
chain-seal = Siegel, anderswo zu notieren: { $seal }
chain-broken = Das Protokoll ist nicht mehr, wie es geschrieben wurde: { $flaw }. Auf dem Server sagt „interlude audit verify“ mehr.
