using System.Text;
using ImsAudit.Drift;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Differences;

/// <summary>Which fields of images are compared, which policies read each, and how their values are shown.</summary>
public sealed class ComparedFields
{
    public const string Mask = "***";
    private const string Categories = "@categories";

    private readonly SortedDictionary<string, SortedSet<string>> _readers = new(StringComparer.Ordinal);

    /// <param name="policies">Those whose fields are compared.</param>
    /// <param name="all">Every field is compared, whether a policy reads it or not.</param>
    /// <param name="asOf">When sensitive policies judge images that do not tell when they were collected, UTC.</param>
    public ComparedFields(PolicySet policies, bool all, DateTimeOffset asOf)
    {
        (Policies, IsAll, AsOf) = (policies, all, asOf);
        foreach (var policy in policies.Policies) Learn(policy, policies.Fields);
    }

    public PolicySet Policies { get; }

    public bool IsAll { get; }

    public DateTimeOffset AsOf { get; }

    /// <summary>The fields that policies read; where all are compared, those of them that are no properties of the image.</summary>
    internal IEnumerable<string> Names => IsAll ? _readers.Keys.Where(name => name.StartsWith('@')).Append(Categories).Distinct(StringComparer.Ordinal) : _readers.Keys;

    /// <summary>The slots of what a policy reads, of the image that it judges and of those that this one refers to.</summary>
    internal static IEnumerable<int> SlotsOf(Policy policy) => policy.Slots.Concat(policy.Queries.SelectMany(query => query.Slots.Append(query.BySlot)));

    /// <summary>A field's two values as outputs may show them, or both masked.</summary>
    /// <param name="hidden">A sensitive policy hides them.</param>
    internal FieldChange ChangeOf(string field, (FieldValue Old, FieldValue New) values, bool hidden)
    {
        var readers = ReadersOf(field);
        // What a policy reads stands in results too; of what none reads nobody has said that it may be shown.
        var masked = hidden || (readers.Count == 0 && (LooksSecret(field, values.Old) || LooksSecret(field, values.New)));
        return new FieldChange(field, Shown(field, values.Old, masked), Shown(field, values.New, masked), readers);
    }

    /// <summary>The same for values that mean the same: lists that servers give in any order are sorted.</summary>
    internal static JsonText Canonical(string field, FieldValue value)
    {
        if (value.IsMissing || value.Kind == ValueKind.Unreadable) return JsonText.Null;
        if (value.Kind != ValueKind.List || field is not (FieldRoot.Tags or "@tagKeys" or "@members.projects")) return JsonText.Parse(value.Json.Span);
        var items = value.Items().Select(item => JsonText.Parse(item.Json.Span).Raw).Order(StringComparer.Ordinal);
        return JsonText.Parse(Encoding.UTF8.GetBytes($"[{string.Join(',', items)}]"));
    }

    /// <summary>The ids of the policies that read a field, or something inside of it.</summary>
    private IReadOnlyList<string> ReadersOf(string field) => IsAll
        ? [.. _readers.Where(reader => reader.Key == field || FieldRoot.Of(reader.Key) == field).SelectMany(reader => reader.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [.. _readers[field]];

    private static JsonText Shown(string field, FieldValue value, bool masked) =>
        masked && !value.IsMissing ? JsonText.OfString(Mask) : Canonical(field, value);

    private static bool LooksSecret(string field, FieldValue value) =>
        !value.IsMissing && SecretLook.Has(field, value.Text ?? Encoding.UTF8.GetString(value.Json.Span));

    private void Learn(Policy policy, FieldSet fields)
    {
        foreach (var slot in SlotsOf(policy)) AddReader(fields.Names[slot], policy);
        // A policy for some categories alone judges otherwise what moves between them.
        if (policy.Categories != CategorySet.All) AddReader(Categories, policy);
    }

    private void AddReader(string field, Policy policy)
    {
        if (!_readers.TryGetValue(field, out var readers)) _readers[field] = readers = new(StringComparer.Ordinal);
        readers.Add(policy.Id);
    }
}
