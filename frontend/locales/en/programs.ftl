to-calendar = Add to your calendar
programs = Programs
programs-lead = What cohorts run: what people can do afterwards, and how one sees it.
programs-empty = No program yet.
programs-empty-detail = Administrators write programs. Those of your cohorts stand here.
program-new = Write a program
program-new-lead = It begins with a first version. Cohorts can run it once that is published.
program-create = Keep as a draft
program-edit = Edit the program
program-edit-lead = What was published never changes. Other objectives begin a new version, and running cohorts keep theirs.
program-saved-toast = “{ $title }” is saved.
program-title = Title
program-summary = Summary
program-summary-hint = Whom it is for, and what changes by it.
program-unpublished = Not published yet
objectives-count = { $count ->
    [one] One objective
   *[other] { $count } objectives
}
objectives-none = No objective yet.
objective-statement = What people can do, { $position }
objective-measure = How one sees it, { $position }
objective-up = Move objective { $position } up
objective-down = Move objective { $position } down
objective-remove = Remove objective { $position }
objective-add = Add an objective
version-number = Version { $number }
version-of = { $title }, version { $number }
version-since = Since { $day }
version-draft = Being written
version-notes = What is new
version-notes-hint = For the version that is being written.
version-runs = Run by
version-publish = Publish version { $number }
version-publish-title = Publish version { $number } of “{ $title }”?
version-publish-text = From then on cohorts can run it, and it never changes. Cohorts that run another version keep it.
version-published-toast = “{ $title }” has a new version.
coverage = Coverage
coverage-runs = Runs version { $number } of
coverage-no-program = This community runs no program yet.
coverage-no-program-detail = Once it does, each objective stands here with what is done for it.
coverage-all = Something is done for each objective.
coverage-bare = { $count ->
    [one] For one objective nothing is done yet.
   *[other] For { $count } objectives nothing is done yet.
}
coverage-loose = { $count ->
    [one] One activity serves no objective.
   *[other] { $count } activities serve no objective.
}
coverage-nothing = Nothing is done for this yet
coverage-without = Without an objective
activity-pre-work = Pre-work
activity-prompt = Prompt
activity-segment = Agenda
activity-session = Session
deliver = Run this version
deliver-other = Run another version
deliver-title = What { $community } runs
deliver-text = It can be exchanged until the first session is planned.
deliver-version = Program and version
deliver-choose = Choose one
deliver-none = No program is published yet. Ask an administrator.
