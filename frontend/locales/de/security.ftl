# der zweite Faktor, und noch einmal zeigen, wer man ist

code = Code
code-hint = Sechs Ziffern aus Ihrer Authenticator-App oder einer der Codes, die Sie aufgeschrieben haben. Ein Passkey braucht keinen Code.
code-hint-app = Sechs Ziffern, die die App jetzt zeigt.
factor-title = Zweiter Faktor
factor-lead = Ein Code aus einer App auf Ihrem Telefon oder ein Passkey, nach dem wir nach dem Passwort fragen. Wer Ihr Passwort erfährt, kommt damit allein nicht hinein.
factor-begin = Zweiten Faktor einrichten
factor-scan = Scannen Sie das mit einer Authenticator-App und geben Sie den Code ein, den sie zeigt.
factor-qr = QR-Code für Ihre Authenticator-App
factor-key = Oder geben Sie diesen Schlüssel ein
factor-key-hint = Die App nennt ihn zeitbasiert.
factor-confirm = Einschalten
factor-by-passkey = Ihre Passkeys sind seit dem { $date } der zweite Faktor.
factor-since = An seit dem { $date }.
factor-codes-left =
    { $count ->
        [0] Kein Wiederherstellungscode ist übrig. Machen Sie neue.
        [one] Ein Wiederherstellungscode ist übrig.
       *[other] { $count } Wiederherstellungscodes sind übrig.
    }
factor-renew = Neue Wiederherstellungscodes
factor-remove = Abschalten
factor-removed = Ihr zweiter Faktor ist aus.
factor-codes = Schreiben Sie diese Codes auf
factor-codes-once = Jeder öffnet einmal, wenn Ihr Telefon nicht zur Hand ist. Wir zeigen sie nur jetzt, und frühere gelten nicht mehr.
factor-codes-kept = Ich habe sie
factor-not-copied = Ihr Browser lässt uns nicht kopieren. Markieren Sie die Codes und kopieren Sie sie von Hand.
passkeys-title = Passkeys
passkeys-lead = Melden Sie sich mit dem Finger, dem Gesicht oder dem Code Ihres Geräts an. Niemand kann ihn von Ihnen erfahren oder bei uns stehlen.
passkey-name = Name
passkey-name-hint = So, wie Sie das Gerät oder das Programm nennen, das ihn aufbewahrt.
passkey-add = Passkey hinzufügen
passkey-added = „{ $name }“ ist jetzt ein Passkey von Ihnen.
passkey-made = Gemacht am { $date }
passkey-last = Zuletzt benutzt
passkey-never = Noch nie benutzt
passkey-rename = Umbenennen
passkey-save = Speichern
passkey-remove = Entfernen
passkey-removed = „{ $name }“ öffnet nichts mehr.
passkey-remove-title = „{ $name }“ entfernen?
passkey-remove-text = Sie können sich damit nicht mehr anmelden. Löschen Sie ihn auch auf dem Gerät.
passkey-unknown = Dieser Browser kennt noch keine Passkeys.
passkey-show = Einen Passkey benutzen
rule-lead = Von wem er verlangt wird und wer keinen hat, richtet gleich nach der Anmeldung einen ein und kommt vorher nicht weiter.
rule-of-whom = Von wem
rule-nobody = Von niemandem: wer möchte
rule-administrators = Von Administrierenden
rule-everybody = Von allen
rule-grace = Tage, um einen einzurichten
rule-grace-hint = So lange kommen sie ohne herein, ab jetzt, oder ab dem Tag, an dem sie später dazukommen.
rule-saved = Gespeichert.
rule-without =
    { $count ->
        [0] Alle von ihnen haben einen.
        [one] Noch hat eine Person von ihnen keinen.
       *[other] Noch haben { $count } von ihnen keinen.
    }
required-title = Noch ein Schritt
required-lead = Ihre Organisation verlangt einen zweiten Faktor: einen Passkey oder Codes einer App. Richten Sie eines davon ein, dann geht es weiter.
required-app = Eine App auf Ihrem Telefon
required-app-lead = Sie zeigt einen Code, nach dem wir nach dem Passwort fragen.
required-done = Das war alles. Beim nächsten Mal fragen wir danach.
required-go-on = Weiter
required-leave = Abmelden
confirm-title = Sind das noch Sie?
confirm-lead = Was Sie tun wollen, ist wichtig, und Sie haben sich vor einer Weile angemeldet.
confirm-go-on = Weiter
confirm-again = Noch einmal anmelden

enter-send = Nur anmelden
enter-title = Anmelden
enter-lead = Der Link aus Ihrem Brief meldet Sie auf diesem Gerät an, einmal.
enter-here = Hier anmelden
enter-again = Einen neuen Link anfordern
