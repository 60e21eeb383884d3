using ChatSupport.Desk.Contracts;
using static ChatSupport.Desk.Declarations.FieldKind;
using static ChatSupport.Desk.Declarations.Need;

namespace ChatSupport.Desk.Declarations;

/// <summary>
/// « Modèle de déclaration d’Incident » (table 1): the one list from which every door draws its form, its questions and its checks.
/// A new field is one entry here, with its label and help on the page <c>Fields</c>. Attachments are files and the channel is
/// observed, so neither is a field.
/// </summary>
public static class IncidentForm
{
    private static readonly Needs Always = new(Mandatory, Mandatory, Mandatory, NotAsked);
    private static readonly Needs InWriting = new(Mandatory, Mandatory, Optional, NotAsked);
    private static readonly Needs IfWanted = new(Optional, Optional, Optional, NotAsked);

    public static Form Form { get; } = new(
    [
        new TextField("companyName", ShortText, 1, 200) { Needs = new(Known, Mandatory, Mandatory, Mandatory) },
        new TextField("namedContact", ShortText, 1, 200) { Needs = new(Known, Mandatory, Mandatory, Mandatory) },
        new TextField("fromEmail", ShortText, 3, 254) { Needs = new(Known, Mandatory, Optional, NotAsked) },
        new TextField("ticketRef", ShortText, 1, 64) { Needs = new(NotAsked, Optional, Optional, Optional) },
        new ChoiceField("type", FieldKind.Choice, "incident", "request") { Needs = new(Known, Mandatory, Known, Known) },

        new TextField("title", ShortText, 5, 200) { Needs = Always },
        new TextField("description", LongText, 20, 20_000) { Needs = new(Mandatory, Mandatory, Mandatory, Mandatory) },
        new ChoiceField("service", FieldKind.Choice,
            "compute", "network", "block-storage", "object-storage", "images", "orchestration", "identity", "api", "console", "portal", "other")
            { Needs = Always },
        new ChoiceField("region", FieldKind.Choice, "fr1", "fr2", "all") { Needs = Always },
        new TenantField("tenantId") { Needs = InWriting },
        new InstantField("startedAt") { Needs = Always },
        new ChoiceField("serviceInterrupted", FieldKind.Choice, "interrupted", "degraded", "no") { Needs = Always },
        new ChoiceField("environment", FieldKind.Choice, "production", "preproduction", "development") { Needs = Always },
        new TextField("businessImpact", LongText, 10, 5_000) { Needs = Always },
        new ChoiceField("usersAffected", FieldKind.Choice, "all", "some", "one", "none") { Needs = Always },
        new ChoiceField("workaround", FieldKind.Choice, "yes", "no", "unknown") { Needs = InWriting },
        new TextField("workaroundDetails", LongText, 1, 5_000) { Needs = IfWanted, AppliesWhen = soFar => soFar.Workaround == "yes" },
        new PriorityField("requestedPriority") { Needs = new(Mandatory, Mandatory, Mandatory, Known) },
        new TextField("reason", LongText, 1, 5_000) { Needs = new(Conditional, Conditional, Conditional, NotAsked), MandatoryWhen = IsCritical },
        new IdentifiersField("resourceIds", most: 50) { Needs = new(Conditional, Conditional, Optional, NotAsked), MandatoryWhen = NamesResources },
        new TextField("actionsTried", LongText, 10, 5_000) { Needs = InWriting },
        new PhoneField("callbackPhone") { Needs = new(Conditional, Conditional, Mandatory, Optional), MandatoryWhen = IsCritical },
        new TextField("clientRef", ShortText, 1, 64) { Needs = new(Optional, Mandatory, Optional, NotAsked), Without = "[]" },
        new TextField("evidence", LongText, 1, 20_000) { Needs = IfWanted },
        new ChoiceField("reproducible", FieldKind.Choice, "always", "sometimes", "no", "untested") { Needs = IfWanted },
        new TextField("recentChange", LongText, 1, 5_000) { Needs = IfWanted },
        new ConsentField("inviteConsent") { Needs = IfWanted },
        new ConsentField("scopeAttestation") { Needs = Always, MustBeGiven = true },
    ]);

    private static bool IsCritical(Declaration soFar, Priority? allowed) => allowed == Priority.P1;

    /// <summary>An incident that matters, on a Service whose faults are found resource by resource.</summary>
    private static bool NamesResources(Declaration soFar, Priority? allowed) =>
        allowed is Priority.P1 or Priority.P2 && soFar.Service is ("compute" or "block-storage" or "network");
}
