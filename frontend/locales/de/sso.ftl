sso-lead = Alle melden sich hier mit dem Konto an, das sie bei der Arbeit haben. Ein Anbieter wird eingerichtet, ausprobiert und dann eingeschaltet.
sso-new = Neuer Anbieter
sso-new-lead = Er wird ausgeschaltet angelegt. Dann probieren Sie ihn mit Ihrem eigenen Konto aus, ohne dass es sonst jemand merkt.
sso-none = Noch meldet sich niemand mit einem Konto anderswo an.
sso-none-lead = Mit Single Sign-on braucht hier niemand ein Passwort, und wer die Firma verlässt, ist auch hier draußen.
sso-at-hand = Was Sie bereithalten sollten
sso-at-hand-issuer = Den Aussteller (Issuer) Ihres Anbieters: eine Adresse wie https://login.example.org
sso-at-hand-client = Client-ID und Geheimnis einer Anwendung, die dort registriert ist. Wohin sie Leute zurückschickt, steht hier im Formular.
sso-at-hand-domains = Die E-Mail-Domains Ihrer Leute
sso-at-hand-groups = Wenn Gruppen Rollen geben sollen: wie sie dort heißen
sso-at-hand-help = Wie man eine Anwendung registriert, in den Worten von
sso-on = An
sso-off = Aus
sso-configured = In der Konfiguration
sso-configured-lead = Dieser Anbieter steht in der Konfiguration des Servers und wird dort geändert.
sso-untested = Noch nicht ausprobiert
sso-tested = Ausprobiert { $when }, es hat geklappt
sso-test-failed = Ausprobiert { $when }, abgelehnt
sso-for = Für { $domains }
sso-for-all = Für alle
sso-nobody = Keine
sso-yes = Ja
sso-no = Nein

sso-presets = Beginnen wie bei
sso-preset-help = Wie man bei { $name } eine Anwendung registriert
sso-part-who = Was alle sehen
sso-name = Name
sso-name-hint = Zu lesen ist „Weiter mit …“ und dieser Name.
sso-slug = In Adressen
sso-slug-hint = Buchstaben a bis z, Ziffern und Bindestriche. Wird er später geändert, ändern sich auch die Adressen unten.
sso-kind = Art
sso-kind-openid = Die meisten Firmen: Entra ID, Okta, Google, Keycloak
sso-kind-oauth = Ohne OpenID Connect, etwa GitHub
sso-part-there = Beim Anbieter einzutragen
sso-part-there-lead = Registrieren Sie dort eine Anwendung der Art „Web“ und geben Sie ihr diese Adressen.
sso-callback = Rückadresse (Callback)
sso-logout = Adresse für Back-Channel-Logout
sso-logout-hint = Falls der Anbieter das kennt: Wer sich dort abmeldet, ist in Sekunden auch hier abgemeldet.
sso-part-here = Vom Anbieter
sso-issuer = Aussteller (Issuer)
sso-issuer-hint = Alles Weitere wird von dort aus gefunden.
sso-issuer-hint-oauth = An dieser Adresse unterscheiden wir seine Konten von denen anderer.
sso-authorization-url = Adresse zum Anmelden
sso-token-url = Adresse für Tokens
sso-userinfo-url = Adresse, die sagt, wer jemand ist
sso-client-id = Client-ID
sso-secret = Client-Geheimnis
sso-secret-hint = Es wird versiegelt aufbewahrt und nie wieder gezeigt.
sso-secret-kept = Ein Geheimnis ist hinterlegt. Lassen Sie das Feld leer, dann bleibt es.
sso-part-people = Wer hereinkommt
sso-domains = E-Mail-Domains
sso-domains-hint = Mehrere mit Kommas. Wer eine solche Adresse hat, bekommt diesen Weg angeboten; ohne Domain bekommen ihn alle.
sso-trusted = Domains, deren Adressen wir trauen
sso-trusted-hint = Ein Konto, das es hier gibt, wird verbunden, wenn der Anbieter seine Adresse überprüft hat und sie zu einer davon gehört. Nennen Sie nur Domains, in denen niemand sonst Adressen vergibt.
sso-creates = Konten anlegen
sso-creates-hint = Wer dort bekannt ist und hier nicht, bekommt bei der ersten Anmeldung ein Konto.
sso-factor = Alle zeigen dort einen zweiten Faktor
sso-factor-hint = Dann wird hier keiner von ihnen verlangt. Es zählt auch, wo der Anbieter es von einer Anmeldung sagt (amr).
sso-rules = Was aus Gruppen wird
sso-rules-lead = Weggenommen werden nur Rollen, die von hier kamen.
sso-groups-from = Wer sagt, wer in einer Gruppe ist
sso-groups-from-provider = Der Anbieter
sso-groups-from-provider-hint = Bei jeder Anmeldung neu gelesen
sso-groups-from-directory = Das Verzeichnis
sso-groups-from-directory-hint = Über SCIM, sobald es sich dort ändert; Anmeldungen sagen dann nichts
sso-rule-group = Gruppe, wie sie beim Anbieter heißt
sso-rule-community = Gehört dann zu
sso-rule-choose = Bitte wählen
sso-rule-everything = Allem, als Verwaltung
sso-rule-role = Als
sso-rule-add = Gruppe hinzufügen
sso-rule-remove = { $group } entfernen
sso-claims = Scopes und Namen der Angaben
sso-claims-lead = So heißen sie gewöhnlich. Ändern Sie sie nur, wenn sie bei Ihrem Anbieter anders heißen.
sso-scopes = Scopes
sso-claim =
    { $claim ->
        [subject] Wer es ist
        [name] Name
        [email] E-Mail
        [emailVerified] Ob die E-Mail überprüft ist
        [groups] Gruppen
        [locale] Sprache
       *[zone] Zeitzone
    }
sso-claim-verified-hint = Bleibt es leer, gilt jede Adresse, die er nennt, als überprüft.
sso-make = Anlegen, ausgeschaltet
sso-made = { $name } ist angelegt. Probieren Sie es jetzt aus.
sso-saved = { $name } ist gespeichert.
sso-switch-on = Einschalten
sso-switch-off = Ausschalten
sso-is-on = { $name } ist an: Jetzt kann man sich damit anmelden.
sso-is-off = { $name } ist aus. Wer angemeldet ist, bleibt es.
sso-remove = Diesen Anbieter entfernen
sso-remove-on = Schalten Sie ihn zuerst aus.
sso-remove-lead = Die Konten hier bleiben. Wer sich nur damit anmeldet, braucht dann einen anderen Weg.
sso-remove-title = { $name } entfernen?
sso-remove-text = Sein Geheimnis und jede Verbindung zu einem Konto dort werden vergessen. Das lässt sich nicht rückgängig machen.
sso-removed = { $name } ist entfernt.

sso-test = Ausprobieren
sso-test-again = Noch einmal
sso-test-title = Ausprobiert: { $name }
sso-test-lead = Am { $date }. Niemand wurde damit angemeldet, nichts wurde geändert.
sso-would = Was geschehen würde
sso-act =
    { $act ->
        [SIGN_IN] Das Konto ist schon verbunden und würde sich anmelden als
        [LINK] Das Konto würde über seine E-Mail verbunden mit
       *[CREATE] Für { $name } würde ein neues Konto angelegt.
    }
sso-detail = Für die, die es betreuen: { $detail }
sso-name-of = Name
sso-groups-of = Gruppen
sso-zone-of = Zeitzone
sso-roles-given = Rollen aus Gruppen
sso-gives-everything = Verwaltung von allem
sso-gives-nothing = Keine: Keine Gruppe hat hier eine Rolle.
sso-claims-received = Was der Anbieter gesagt hat
sso-claims-none = Es kam nichts an.
sso-claim-name = Angabe
sso-claim-value = Wert
