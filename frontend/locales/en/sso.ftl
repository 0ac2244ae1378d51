sso-lead = People sign in here with the account that they have at work. A provider is set up, tried, and then switched on.
sso-new = New provider
sso-new-lead = It is made switched off. Then you try it with your own account, and nobody else notices.
sso-none = Nobody signs in by an account elsewhere yet.
sso-none-lead = With single sign-on people need no password here, and whoever leaves the company is out here, too.
sso-at-hand = What to have at hand
sso-at-hand-issuer = The issuer of your provider: an address such as https://login.example.org
sso-at-hand-client = A client id and a secret of an application that is registered there. The address it sends people back to stands in the form here.
sso-at-hand-domains = The e-mail domains of your people
sso-at-hand-groups = If groups are to give roles: how they are called there
sso-at-hand-help = How an application is registered, in the words of
sso-on = On
sso-off = Off
sso-configured = In the configuration
sso-configured-lead = This provider stands in the configuration of the server, and is changed there.
sso-untested = Not tried yet
sso-tested = Tried { $when }, it worked
sso-test-failed = Tried { $when }, it was refused
sso-for = For { $domains }
sso-for-all = For everybody
sso-nobody = None
sso-yes = Yes
sso-no = No

sso-presets = Begin as with
sso-preset-help = How an application is registered with { $name }
sso-part-who = What people see
sso-name = Name
sso-name-hint = People read “Continue with …” and this name.
sso-slug = In addresses
sso-slug-hint = Letters a to z, digits and hyphens. Changed later, the addresses below change, too.
sso-kind = Kind
sso-kind-openid = Most companies: Entra ID, Okta, Google, Keycloak
sso-kind-oauth = Without OpenID Connect, such as GitHub
sso-part-there = To enter at the provider
sso-part-there-lead = Register an application there, of the kind “web”, and give it these addresses.
sso-callback = Callback address
sso-logout = Address for back-channel logout
sso-logout-hint = If the provider knows it: who signs out there is signed out here within seconds.
sso-part-here = From the provider
sso-issuer = Issuer
sso-issuer-hint = Everything else is found from there.
sso-issuer-hint-oauth = By this address its accounts are told from those of others.
sso-authorization-url = Address to sign in at
sso-token-url = Address for tokens
sso-userinfo-url = Address that tells who somebody is
sso-client-id = Client id
sso-secret = Client secret
sso-secret-hint = It is kept sealed and never shown again.
sso-secret-kept = A secret is kept. Leave this empty, and it stays.
sso-part-people = Who comes in
sso-domains = E-mail domains
sso-domains-hint = Several with commas between. Whoever has such an address is offered this way; without a domain, everybody is.
sso-trusted = Domains whose addresses are trusted
sso-trusted-hint = An account that exists here is linked if the provider has verified its address and it is in one of these. Name only domains of which nobody else hands out addresses.
sso-creates = Make accounts
sso-creates-hint = Whoever is known there and not here is given an account at their first sign-in.
sso-factor = Everybody shows a second factor there
sso-factor-hint = Then none is required of them here. It counts as well where the provider says so of a sign-in (amr).
sso-rules = What groups become
sso-rules-lead = Only roles that came from here are taken away again.
sso-groups-from = Who says who is in a group
sso-groups-from-provider = The provider
sso-groups-from-provider-hint = Read anew at each sign-in
sso-groups-from-directory = The directory
sso-groups-from-directory-hint = By SCIM, as soon as it changes there; sign-ins say nothing then
sso-rule-group = Group, as the provider calls it
sso-rule-community = Becomes part of
sso-rule-choose = Choose
sso-rule-everything = Everything, as an administrator
sso-rule-role = As
sso-rule-add = Add a group
sso-rule-remove = Remove { $group }
sso-claims = Scopes and names of claims
sso-claims-lead = As they are usually called. Change them only where your provider calls them otherwise.
sso-scopes = Scopes
sso-claim =
    { $claim ->
        [subject] Who it is
        [name] Name
        [email] E-mail
        [emailVerified] Whether the e-mail is verified
        [groups] Groups
        [locale] Language
       *[zone] Time zone
    }
sso-claim-verified-hint = Left empty, every address it tells counts as verified.
sso-make = Make it, switched off
sso-made = { $name } is made. Try it now.
sso-saved = { $name } is saved.
sso-switch-on = Switch on
sso-switch-off = Switch off
sso-is-on = { $name } is on: people can sign in with it.
sso-is-off = { $name } is off. Who is signed in stays so.
sso-remove = Remove this provider
sso-remove-on = First switch it off.
sso-remove-lead = The accounts here stay. Who signs in by it alone needs another way in then.
sso-remove-title = Remove { $name }?
sso-remove-text = Its secret and every link to an account there are forgotten. This cannot be undone.
sso-removed = { $name } is removed.

sso-test = Try it
sso-test-again = Try again
sso-test-title = Tried: { $name }
sso-test-lead = On { $date }. Nobody was signed in by it, and nothing was changed.
sso-would = What would happen
sso-act =
    { $act ->
        [SIGN_IN] The account is linked already, and would sign in as
        [LINK] The account would be linked by its e-mail with
       *[CREATE] A new account would be made for { $name }.
    }
sso-detail = For whoever looks after it: { $detail }
sso-name-of = Name
sso-groups-of = Groups
sso-zone-of = Time zone
sso-roles-given = Roles from groups
sso-gives-everything = Administrator of everything
sso-gives-nothing = None: no group has a role here.
sso-claims-received = What the provider said
sso-claims-none = Nothing arrived.
sso-claim-name = Claim
sso-claim-value = Value
