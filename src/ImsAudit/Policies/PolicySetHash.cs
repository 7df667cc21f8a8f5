using System.Security.Cryptography;
using ImsAudit.Json;

namespace ImsAudit.Policies;

/// <summary>One hash over everything that decides what a policy set says: policies, parameter values, lists and tables.</summary>
public static class PolicySetHash
{
    /// <summary>SHA-256, lower-case hex. The same for the same content, whatever the files are named and in whatever order they come.</summary>
    public static string Of(PolicySet set)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var policy in set.Policies)
        {
            Append(hash, policy.Source.Json);
            Append(hash, JsonNodes.OfString($"{policy.Severity.Name()}: {policy.Categories}").Json);
            foreach (var (name, value) in policy.ParameterValues.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                Append(hash, JsonNodes.OfString(name).Json);
                if (value is not null) Append(hash, value.Json);
            }
        }
        foreach (var id in set.Policies.SelectMany(policy => policy.UsedReferences).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (set.References.Lists.TryGetValue(id, out var list)) Append(hash, list.Source);
            if (set.References.Tables.TryGetValue(id, out var table)) Append(hash, table.Source);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlyMemory<byte> json)
    {
        hash.AppendData(json.Span);
        hash.AppendData("\n"u8);
    }
}
