using ImsAudit.Conditions.Operators;

namespace ImsAudit.Conditions;

/// <summary>Every operator of the language. The schema, the documentation and the tests are checked against this table.</summary>
public static class OperatorTable
{
    private static readonly Dictionary<string, OperatorDefinition> ByName;

    static OperatorTable() => ByName = All
        .SelectMany(definition => definition.Names.Select(name => (name, definition)))
        .ToDictionary(pair => pair.name, pair => pair.definition, StringComparer.Ordinal);

    public static IReadOnlyList<OperatorDefinition> All { get; } =
    [
        Exists.Definition,
        Empty.Definition,
        EqualTo.Definition,
        InList.Definition,
        Operators.Contains.Definition,
        ContainsMany.All,
        ContainsMany.Any,
        StartsWith.Definition,
        EndsWith.Definition,
        Like.Definition,
        Matches.Definition,
        GreaterThan.Definition,
        AtLeast.Definition,
        LessThan.Definition,
        AtMost.Definition,
        Between.Definition,
        Before.Definition,
        After.Definition,
        Age.OlderThan,
        Age.NewerThan,
        VersionAtLeast.Definition,
        VersionBelow.Definition,
        Count.Definition,
        Items.AnyItem,
        Items.EveryItem,
        PastEndOfLife.Definition,
        ListedIn.Definition,
        RefersTo.Definition,
    ];

    /// <summary>Every name, the negated ones too.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static OperatorDefinition? Find(string name) => ByName.GetValueOrDefault(name);
}
