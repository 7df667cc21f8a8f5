using System.Text;
using ImsAudit.Drift;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Differences;

/// <summary>Which fields of images are compared, which policies read each, and which values are not to be shown.</summary>
public sealed class ComparedFields
{
    private const string Categories = "@categories";
    private const string Tags = "tags";
    private const string Mask = "***";

    private readonly SortedDictionary<string, SortedSet<string>> _readers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sensitive = new(StringComparer.Ordinal);

    /// <param name="policies">Those whose fields are compared.</param>
    /// <param name="all">Every field is compared, whether a policy reads it or not.</param>
    public ComparedFields(PolicySet policies, bool all)
    {
        IsAll = all;
        foreach (var policy in policies.Policies) Learn(policy, policies.Fields);
    }

    public bool IsAll { get; }

    /// <summary>The fields that policies read, and the categories, which say where an image stands.</summary>
    internal IEnumerable<string> Names => IsAll ? _readers.Keys.Where(name => name.StartsWith('@')).Append(Categories).Distinct(StringComparer.Ordinal) : _readers.Keys;

    /// <summary>The ids of the policies that read a field, or something inside of it.</summary>
    public IReadOnlyList<string> ReadersOf(string field) => IsAll
        ? [.. _readers.Where(reader => reader.Key == field || RootOf(reader.Key) == field).SelectMany(reader => reader.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [.. _readers[field]];

    /// <summary>A field's two values as outputs may show them, or both masked.</summary>
    internal FieldChange ChangeOf(string field, FieldValue old, FieldValue @new)
    {
        var readers = ReadersOf(field);
        // What a policy reads stands in results too; of what none reads nobody has said that it may be shown.
        var masked = _sensitive.Contains(RootOf(field)) || (readers.Count == 0 && (LooksSecret(field, old) || LooksSecret(field, @new)));
        return new FieldChange(field, Shown(field, old, masked), Shown(field, @new, masked), readers);
    }

    /// <summary>A name as outputs may show it; null when there is none.</summary>
    internal string? NameOf(FieldValue name) => name.Text is { } text ? _sensitive.Contains("name") ? Mask : text : null;

    /// <summary>The same for values that mean the same: lists that servers give in any order are sorted.</summary>
    internal static JsonText Canonical(string field, FieldValue value)
    {
        if (value.IsMissing || value.Kind == ValueKind.Unreadable) return JsonText.Null;
        if (value.Kind != ValueKind.List || field is not (Tags or "@tagKeys" or "@members.projects")) return JsonText.Parse(value.Json.Span);
        var items = value.Items().Select(item => JsonText.Parse(item.Json.Span).Raw).Order(StringComparer.Ordinal);
        return JsonText.Parse(Encoding.UTF8.GetBytes($"[{string.Join(',', items)}]"));
    }

    private static JsonText Shown(string field, FieldValue value, bool masked) =>
        masked && !value.IsMissing ? JsonText.OfString(Mask) : Canonical(field, value);

    private static bool LooksSecret(string field, FieldValue value) =>
        !value.IsMissing && SecretLook.Has(field, value.Text ?? Encoding.UTF8.GetString(value.Json.Span));

    private void Learn(Policy policy, FieldSet fields)
    {
        var slots = policy.Slots.Concat(policy.Queries.SelectMany(query => query.Slots.Append(query.BySlot)));
        var names = slots.Select(slot => fields.Names[slot]).ToList();
        foreach (var name in names) AddReader(name, policy);
        if (policy.Sensitive) _sensitive.UnionWith(names.Select(RootOf));
        // A policy for some categories alone judges otherwise what moves between them.
        if (policy.Categories != CategorySet.All) AddReader(Categories, policy);
    }

    private void AddReader(string field, Policy policy)
    {
        if (!_readers.TryGetValue(field, out var readers)) _readers[field] = readers = new(StringComparer.Ordinal);
        readers.Add(policy.Id);
    }

    /// <summary>The property that a field is read from: <c>a</c> of <c>a.b</c>, <c>tags</c> of <c>@tag.env</c>.</summary>
    private static string RootOf(string field)
    {
        if (field == "@tagKeys" || field.StartsWith(FieldCatalogue.TagPrefix, StringComparison.Ordinal)) return Tags;
        if (field.StartsWith('@')) return field.StartsWith("@members.", StringComparison.Ordinal) ? "@members" : field;
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? field[..dot] : field;
    }
}
