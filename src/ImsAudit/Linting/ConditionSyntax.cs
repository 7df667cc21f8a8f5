using ImsAudit.Json;

namespace ImsAudit.Linting;

/// <summary>Conditions as they are written, with their places; the compiled ones have forgotten both.</summary>
internal static class ConditionSyntax
{
    /// <summary>The member that makes it a branch; null for a leaf and a literal.</summary>
    public static JsonMember? BranchOf(JsonNodeAt condition) => condition.Members.FirstOrDefault(member => member.Name is "allOf" or "anyOf" or "not");

    /// <summary>The conditions right below: those of a branch, or the <c>where</c> of a leaf's <c>refersTo</c>.</summary>
    public static IReadOnlyList<JsonNodeAt> Below(JsonNodeAt condition)
    {
        if (BranchOf(condition) is { } branch) return branch.Name == "not" ? [branch.Value] : branch.Value.Items;
        return condition.Find("refersTo")?.Value.Find("where") is { } where ? [where.Value] : [];
    }

    /// <summary>The condition and all conditions below it.</summary>
    public static IEnumerable<JsonNodeAt> All(JsonNodeAt condition) => Below(condition).SelectMany(All).Prepend(condition);

    /// <summary>
    /// What must hold for the condition to come out as wanted: leaves, each with the truth that it must have. Parts of
    /// which only one of several must hold are left out.
    /// </summary>
    public static IEnumerable<(JsonNodeAt Leaf, bool Wanted)> Demands(JsonNodeAt condition, bool wanted)
    {
        var branch = BranchOf(condition);
        if (branch is null) return condition.Kind == JsonKind.Object ? [(condition, wanted)] : [];
        if (branch.Name == "not") return Demands(branch.Value, !wanted);
        var all = (branch.Name == "allOf") == wanted || branch.Value.Items.Count == 1;
        return all ? branch.Value.Items.SelectMany(item => Demands(item, wanted)) : [];
    }
}
