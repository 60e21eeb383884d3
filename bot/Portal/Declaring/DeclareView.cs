using ChatSupport.Bot.Dialogs;
using ChatSupport.Desk.Contracts;
using ChatSupport.Desk.Declarations;
using ChatSupport.Desk.Language;
using ChatSupport.Desk.People;
using NodaTime;
using Choice = ChatSupport.Bot.Dialogs.Choice;

namespace ChatSupport.Bot.Portal.Declaring;

/// <summary>The declaration form as it stands after some answers: which fields there are, which are needed, what the matrix suggests.</summary>
public sealed class DeclareView
{
    /// <summary>The form is long, so it is read in parts; each begins with this field and goes on to the next part.</summary>
    private static readonly string[] Beginnings = ["title", "serviceInterrupted", "resourceIds", "scopeAttestation"];

    private readonly DeclarationReading reading;
    private readonly DeclarationContext context;

    public DeclareView(Contact contact, Client client, Plan plan, IReadOnlyDictionary<string, FieldAnswer> answers, Instant now)
    {
        (Contact, Client, Plan) = (contact, client, plan);
        context = new DeclarationContext(plan, client.Tenants, now);
        var soFar = IncidentForm.Form.Read(answers, context).SoFar;
        // What a later answer has made pointless stays on the page for a change of mind, and is not declared.
        Answers = answers.Where(answer => IncidentForm.Form.Find(answer.Key)?.Applies(soFar) != false)
            .ToDictionary(answer => answer.Key, answer => answer.Value, StringComparer.Ordinal);
        Written = answers;
        reading = IncidentForm.Form.Read(Answers, context);
    }

    public Contact Contact { get; }

    public Client Client { get; }

    public Plan Plan { get; }

    /// <summary>What is to be declared.</summary>
    public IReadOnlyDictionary<string, FieldAnswer> Answers { get; }

    /// <summary>What stands in the fields.</summary>
    public IReadOnlyDictionary<string, FieldAnswer> Written { get; }

    public IReadOnlyDictionary<string, Sentence> Warnings => reading.Warnings;

    public SuggestedPriority? Suggestion =>
        PriorityMatrix.Suggest(reading.SoFar.ServiceInterrupted, reading.SoFar.Environment, reading.SoFar.Workaround);

    public IEnumerable<(string Name, IReadOnlyList<Field> Fields)> Sections
    {
        get
        {
            var asked = IncidentForm.Form.AskedOn(Channel.Portal).ToList();
            var starts = Beginnings.Select(key => asked.FindIndex(one => one.Key == key)).Append(asked.Count).ToList();
            return Beginnings.Select((name, i) => (name, (IReadOnlyList<Field>)asked[starts[i]..starts[i + 1]]));
        }
    }

    public bool Applies(Field field) => field.Applies(reading.SoFar);

    public FormField Show(Field field, Tongue tongue) => new(
        field.Key, field.Kind, field.Label.In(tongue), field.Help.In(tongue), field.IsMandatory(reading.SoFar, context), field.MaxLength,
        [.. field.ChoicesFor(Plan).Select(choice => new Choice(choice.Key, choice.Label.In(tongue)))]);

    /// <summary>What we know without asking.</summary>
    public static IReadOnlyDictionary<string, FieldAnswer> Known(Contact contact, Client client)
    {
        var known = new Dictionary<string, FieldAnswer>(StringComparer.Ordinal);
        if (client.Tenants is [var only])
            known["tenantId"] = FieldAnswer.Of(only);
        if (contact.Phones is [var first, ..])
            known["callbackPhone"] = FieldAnswer.Of(first);
        return known;
    }
}
