# plots: each of them is a table and a file too

plot-shape = How to show “{ $title }”
plot-shape-is = { $shape ->
    [table] Table
   *[plot] Plot
}
plot-csv = As a file
plot-few = Too few people: not shown
plot-few-short = too few
plot-not-shown = not shown
plot-part = { $name } ({ $count })
plot-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
