# tokens with which programs ask
tokens-lead = Mit einem Token fragt ein Programm in Ihrem Namen, soweit Sie es ihm erlauben. Hüten Sie es wie ein Passwort.
tokens-none = Noch ist kein Token angelegt.
tokens-all = Alle Tokens
tokens-all-lead = Womit Programme hier fragen: in jemandes Namen oder als Dienst. Was widerrufen wird, endet sofort.
tokens-none-at-all = Es gibt noch keine Tokens.
token-service = Ein Token für ein Verzeichnis
token-service-lead = Ein Verzeichnis pflegt damit Personen und Gruppen, unter /scim/v2, und kann sonst nichts.
token-of-service = Ein Dienst
token-name = Wofür es ist
token-name-hint = Damit Sie es später erkennen, etwa „Wochenbericht“.
token-life = Wie lange es gilt
token-days = { $days ->
    [365] Ein Jahr
   *[other] { $days } Tage
}
token-writes = Es darf etwas ändern
token-writes-hint = Ohne dies liest es nur.
token-administers = Es darf verwalten
token-administers-hint = Ohne dies kann es, was ein Mitglied kann, auch wenn Sie sonst verwalten.
token-make = Token anlegen
token-once = Es wird nur dieses eine Mal gezeigt. Kopieren Sie es jetzt dorthin, wo Ihr Programm es findet.
token-secret = Das Token
token-not-copied = Dieser Browser lässt uns nicht kopieren. Das Token ist markiert: Kopieren Sie es aus dem Feld.
token-how = Ihr Programm sendet es im Kopf „Authorization: Bearer …“ an /graphql.
token-how-service = Was aus seinen Gruppen hier wird, steht bei einem Anbieter, unter „Single sign-on“.
token-address = Die Adresse für das Verzeichnis
token-address-hint = Es fragt nach beidem: Entra ID als Mandanten-URL und geheimes Token, Okta als Basis-URL und HTTP-Header.
token-scope = { $scope ->
    [READ] liest
    [WRITE] ändert
    [ADMINISTER] verwaltet
   *[SCIM] pflegt Personen und Gruppen
}
token-used = Zuletzt benutzt am { $day }
token-used-from = von { $address }
token-unused = Nie benutzt
token-ends = gilt bis
token-ended = galt bis
token-over = Abgelaufen
token-made = angelegt
token-revoke = Widerrufen
token-revoke-title = { $name } widerrufen?
token-revoke-text = Das Programm, das es benutzt, wird ab sofort abgewiesen. Das lässt sich nicht zurücknehmen.
token-revoked = { $name } ist widerrufen.
