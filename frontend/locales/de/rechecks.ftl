# was richtiggestellt wurde, in Check-ins noch einmal gefragt

recheck-of = Um welchen Irrtum es noch einmal geht
recheck-of-hint = Wer geantwortet hat, liest, was stattdessen gilt, und seine Seite zählt die Antworten.
recheck-of-none = Um keinen: zwei eigene Aussagen
recheck-wrong = Welche Aussage der Irrtum ist
recheck-wrong-is = { $at ->
    [0] Die erste
   *[1] Die zweite
}
recheck-holds = Was gilt
recheck-said = Was gilt: { $holds }
spread-rechecked = Noch einmal gefragt
spread-rechecked-detail = { $count ->
    [0] Niemand würde noch danach handeln
    [one] Eine Person würde noch danach handeln
   *[other] { $count } würden noch danach handeln
}
