using ImsAudit.Conditions.Operators;
using ImsAudit.Json;
using ImsAudit.Policies;

namespace ImsAudit.Forecasts;

/// <summary>Whether a policy reads the time, so that the same image may come out otherwise later.</summary>
internal static class TimeReading
{
    private static readonly HashSet<string> s_operators =
        new(new[] { Age.OlderThan, Age.NewerThan, PastEndOfLife.Definition }.SelectMany(definition => definition.Names), StringComparer.Ordinal);

    public static bool Of(Policy policy) => IsIn(policy.Source);

    private static bool IsIn(JsonNodeAt node) => node.Members.Any(member => s_operators.Contains(member.Name) || IsIn(member.Value)) || node.Items.Any(IsIn);
}
