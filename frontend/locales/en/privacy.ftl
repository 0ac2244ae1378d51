# what is held about people
settings-data-lead = What is held about you here, and what you can do with it.
export-title = Take along all that is held about you
export-text =
    Your words, files, answers, sign-ins and settings, as one file. It is put together in the background; we write to you when it is ready. It stays for seven days, and nobody but you can fetch it.
export-none = You have asked for nothing yet.
export-ask = Put my data together
export-making = Being put together: { $percent } %
export-ready = Ready until { $date }, about { NUMBER($size, maximumFractionDigits: 1) } MB
export-asked = Asked for on { $moment }.
export-fetched = Fetched on { $moment }.
export-fetch = Download
data-lead = What people ask of what is held about them.
export-for-title = Give somebody what is held about them
export-for-lead = For who asked outside. They are told by a letter and fetch it themselves: nobody else can, you included.
export-for-handle = Their handle
export-for-reason = Why you ask for them
export-for-reason-hint = It stands in the audit log, such as “asked by letter on 3 May”.
export-for-ask = Put their data together
export-nobody = There is nobody called @{ $handle }.
export-asked-for = It is being put together. { $name } is told when it is ready.
export-asked-by = Asked for by { $name }: { $reason }
export-all = Asked for and kept
export-none-at-all = Nobody has asked for their data yet.
