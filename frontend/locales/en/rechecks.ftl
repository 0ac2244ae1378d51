# what was corrected, asked about again in check-ins

recheck-of = Which misconception it asks about again
recheck-of-hint = Whoever has answered reads what holds instead, and its page counts the answers.
recheck-of-none = None: two statements of your own
recheck-wrong = Which statement is the misconception
recheck-wrong-is = { $at ->
    [0] The first
   *[1] The second
}
recheck-holds = What holds
recheck-said = What holds: { $holds }
spread-rechecked = Asked again
spread-rechecked-detail = { $count ->
    [0] Nobody would act on it still
    [one] One would act on it still
   *[other] { $count } would act on it still
}
