using ImsAudit.Reporting.Model;
using ImsAudit.Reporting.Templates;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Documentation;

/// <summary>Walks models of results and notes of each member its type, and whether it was null.</summary>
internal sealed class ModelWalk
{
    private readonly Dictionary<string, ModelObject> _objects = ModelTable.Objects.ToDictionary(one => one.Key, StringComparer.Ordinal);
    private readonly Dictionary<(string Object, string Member), SeenMember> _seen = [];

    /// <exception cref="InvalidOperationException">The model has a member that the table does not have.</exception>
    public void Take(ScriptObject model) => Take(model, ModelTable.Root);

    /// <exception cref="InvalidOperationException">No model had such a member.</exception>
    public SeenMember Of(ModelObject owner, ModelMember member) =>
        _seen.GetValueOrDefault((owner.Key, member.Name)) ?? throw new InvalidOperationException($"ModelTable tells of {owner.Key}.{member.Name}, and no model has it.");

    private void Take(ScriptObject found, string key)
    {
        foreach (var (name, value) in found)
        {
            var member = _objects[key].Members.FirstOrDefault(member => member.Name == name)
                ?? throw new InvalidOperationException($"The model has {key}.{name}, and ModelTable does not tell of it.");
            Take(value is Deferred deferred ? deferred.Value : value, (key, member));
        }
    }

    private void Take(object? value, (string Object, ModelMember Member) at)
    {
        var seen = _seen.GetValueOrDefault((at.Object, at.Member.Name)) ?? new SeenMember(Type: null, MayBeNull: false);
        _seen[(at.Object, at.Member.Name)] = value is null ? seen with { MayBeNull = true } : seen with { Type = TypeOf(value, at.Member) };
        var rows = value switch
        {
            ScriptObject one => [one],
            IEnumerable<object> list => list.OfType<ScriptObject>(),
            _ => [],
        };
        foreach (var row in rows)
            Take(row, at.Member.Of ?? throw new InvalidOperationException($"ModelTable does not tell what {at.Object}.{at.Member.Name} consists of."));
    }

    private static string TypeOf(object value, ModelMember member) => value switch
    {
        string => "text",
        bool => "true or false",
        SayFunction => "function",
        JsonBlock => "data",
        ScriptObject => "object",
        System.Collections.IEnumerable => member.Of is null ? "list of texts" : "list",
        _ => "number",
    };
}

/// <param name="Type">Null when it was never there.</param>
internal sealed record SeenMember(string? Type, bool MayBeNull);
