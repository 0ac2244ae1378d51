# tokens with which programs ask
tokens-lead = With a token a program asks in your name, as far as you let it. Keep it like a password.
tokens-none = You have made no token yet.
tokens-all = All tokens
tokens-all-lead = With what programs ask here: in somebody’s name, or as a service. What is revoked ends at once.
tokens-none-at-all = There are no tokens yet.
token-service = A token for a directory
token-service-lead = A directory keeps people and groups by it, at /scim/v2, and can do nothing else.
token-of-service = A service
token-name = What it is for
token-name-hint = So that you know it later, such as “Weekly report”.
token-life = How long it works
token-days = { $days ->
    [365] A year
   *[other] { $days } days
}
token-writes = It may change things
token-writes-hint = Without this it only reads.
token-administers = It may administer
token-administers-hint = Without this it can do what a member can, even though you are an administrator.
token-make = Make a token
token-once = This is shown once. Copy it now to where your program finds it.
token-secret = The token
token-not-copied = This browser does not let us copy. The token is selected: copy it from the field.
token-how = Your program sends it as the header “Authorization: Bearer …” to /graphql.
token-how-service = What its groups become here stands at a provider, under “Single sign-on”.
token-address = The address for the directory
token-address-hint = It asks for both: Entra ID as tenant URL and secret token, Okta as base URL and HTTP header.
token-scope = { $scope ->
    [READ] reads
    [WRITE] changes
    [ADMINISTER] administers
   *[SCIM] keeps people and groups
}
token-used = Used last on { $day }
token-used-from = from { $address }
token-unused = Never used
token-ends = works until
token-ended = worked until
token-over = Ran out
token-made = made
token-revoke = Revoke
token-revoke-title = Revoke { $name }?
token-revoke-text = The program that uses it is refused from now on. This cannot be undone.
token-revoked = { $name } is revoked.
