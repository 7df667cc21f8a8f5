using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>
/// Findings about images as lines of NDJSON, byte for byte as <see cref="FindingWriter"/> and <see cref="FindingJson"/> write
/// them, straight from the image's bytes. Where that needs more than copying (a message of the policy's own, masked values,
/// Chinese), it leaves the line to them. Not thread-safe: one a worker.
/// </summary>
internal sealed class FindingLines(FieldSet fields, string language)
{
    private const string English = "en";

    /// <summary>A line file has two scopes and few categories.</summary>
    private const int MostPlaces = 16;

    private readonly int _name = fields.SlotOf("name");
    private readonly int _created = fields.SlotOf("created_at");
    private readonly FindingWriter _writer = new(fields, language);
    private readonly Dictionary<FieldCondition, LeafWords?[]> _words = new(ReferenceEqualityComparer.Instance);
    private readonly List<DecidingCondition> _deciding = [];
    private readonly List<LeafWords> _leaves = [];
    private readonly List<(ImageScope Scope, CategorySet Categories, byte[] Json)> _places = [];
    private byte[] _hashed = new byte[1024];

    public LineBuffer Buffer { get; } = new();

    /// <param name="decided">The condition that the outcome comes from, and whether it was to be false.</param>
    public void Add(PolicyWords policy, Image image, (Outcome Outcome, Condition Condition, bool Opposite) decided, in EvaluationContext context)
    {
        if (IsPlain(policy.Policy, decided, context)) Put(policy, image, decided.Outcome, context);
        else AddObject(policy.Policy, image, decided, context);
    }

    /// <summary>Finds the leaves that decided, and whether the line is made of copies alone.</summary>
    private bool IsPlain(Policy policy, (Outcome Outcome, Condition Condition, bool Opposite) decided, in EvaluationContext context)
    {
        var undecided = decided.Outcome == Outcome.Error;
        if (policy.Sensitive || language != English || (policy.Message is not null && !undecided)) return false;
        _deciding.Clear();
        _leaves.Clear();
        decided.Condition.Decide(context, decided.Opposite, _deciding);
        foreach (var deciding in _deciding)
        {
            var words = WordsOf(deciding, undecided);
            // Its advice would have to be told.
            if (undecided && words.Subject.Read(context).Kind == ValueKind.Unreadable) return false;
            if (!IsSaid(words)) _leaves.Add(words);
        }
        return _leaves.Count > 0;
    }

    // Two leaves that say the same of the same field are one reason.
    private bool IsSaid(LeafWords words)
    {
        foreach (var other in _leaves)
            if (other.Expected == words.Expected && other.Subject.Name == words.Subject.Name)
                return true;
        return false;
    }

    private void AddObject(Policy policy, Image image, (Outcome Outcome, Condition Condition, bool Opposite) decided, in EvaluationContext context)
    {
        var reasons = FindingWriter.ReasonsOf(policy, decided.Condition, decided.Opposite, context);
        using (var writer = new Utf8JsonWriter(Buffer, SafeJson.OneLine)) FindingJson.Write(writer, _writer.Write(policy, image, reasons, decided.Outcome, context));
        Buffer.Put("\n"u8);
    }

    private void Put(PolicyWords policy, Image image, Outcome outcome, in EvaluationContext context)
    {
        Buffer.Put("{\"fingerprint\":\""u8);
        PutFingerprint(policy.Policy.Id, image);
        Buffer.Put(outcome == Outcome.Error ? policy.Errs : policy.Fails);
        Buffer.PutString(image.Id);
        Buffer.Put(",\"name\":"u8);
        PutName(context.Values[_name]);
        Buffer.Put(PlaceOf(image));
        PutCreated(context.Values[_created]);
        Buffer.Put("},\"group\":null,\"images\":null,\"reasons\":["u8);
        for (var i = 0; i < _leaves.Count; i++) PutReason(_leaves[i], isFirst: i == 0, context);
        Buffer.Put(outcome == Outcome.Error ? "],\"message\":\"cannot be decided: "u8 : "],\"message\":\""u8);
        for (var i = 0; i < _leaves.Count; i++) PutShown(_leaves[i], isFirst: i == 0, context);
        Buffer.Put("\",\"waiver\":null,\"firstSeen\":null,\"fields\":{"u8);
        PutFields(policy, context);
        Buffer.Put("}}\n"u8);
    }

    private void PutName(FieldValue name)
    {
        if (name.Kind == ValueKind.String) Buffer.PutValue(name);
        else if (name.Text is { } text) Buffer.PutString(text);
        else Buffer.Put("null"u8);
    }

    private void PutCreated(FieldValue created)
    {
        if (Values.Timestamp.Reader.Read(created) is not { IsRead: true, Value: var time }) return;
        Buffer.Put(",\"createdAt\":\""u8);
        // The usual form is written as it came.
        if (created.TryAscii(out var text) && text is [_, _, _, _, _, _, _, _, _, _, (byte)'T', _, _, _, _, _, _, _, _, (byte)'Z']) Buffer.Put(text);
        else Buffer.Put(Encoding.ASCII.GetBytes(SafeJson.Time(time)));
        Buffer.Put("\""u8);
    }

    private void PutReason(LeafWords leaf, bool isFirst, in EvaluationContext context)
    {
        if (!isFirst) Buffer.Put(","u8);
        Buffer.Put(leaf.BeforeActual);
        Buffer.PutValue(leaf.Subject.Read(context));
        Buffer.Put(leaf.BehindActual);
    }

    private void PutShown(LeafWords leaf, bool isFirst, in EvaluationContext context)
    {
        if (!isFirst) Buffer.Put("; "u8);
        Buffer.Put(leaf.BeforeShown);
        Buffer.PutShown(leaf.Subject.Read(context));
        Buffer.Put(leaf.BehindShown);
    }

    private void PutFields(PolicyWords policy, in EvaluationContext context)
    {
        var isFirst = true;
        foreach (var (slot, name) in policy.Fields)
        {
            var value = context.Values[slot];
            if (value.Kind is ValueKind.Missing or ValueKind.Unreadable) continue;
            if (!isFirst) Buffer.Put(","u8);
            Buffer.Put(name);
            Buffer.PutValue(value);
            isFirst = false;
        }
    }

    private void PutFingerprint(string policy, Image image)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = 0;
        foreach (var part in (ReadOnlySpan<string?>)[policy, image.Scope.Cloud, image.Scope.Region, image.Scope.Project, image.Id]) Append(part ?? "", ref length);
        SHA256.HashData(_hashed.AsSpan(0, length), hash);
        Buffer.PutHex(hash[..16]);
    }

    private void Append(string part, ref int length)
    {
        var room = length + sizeof(int) + Encoding.UTF8.GetMaxByteCount(part.Length);
        if (room > _hashed.Length) Array.Resize(ref _hashed, room * 2);
        var bytes = Encoding.UTF8.GetBytes(part, _hashed.AsSpan(length + sizeof(int)));
        BinaryPrimitives.WriteInt32LittleEndian(_hashed.AsSpan(length), bytes);
        length += sizeof(int) + bytes;
    }

    private LeafWords WordsOf(DecidingCondition deciding, bool undecided)
    {
        if (!_words.TryGetValue(deciding.Leaf, out var words)) _words[deciding.Leaf] = words = new LeafWords?[4];
        return words[(deciding.Opposite ? 2 : 0) + (undecided ? 1 : 0)] ??= new LeafWords(deciding, undecided);
    }

    private byte[] PlaceOf(Image image)
    {
        foreach (var (scope, categories, known) in _places)
            if (categories == image.Categories && (ReferenceEquals(scope, image.Scope) || scope == image.Scope))
                return known;
        var json = Encoding.UTF8.GetBytes(PlaceJson(image));
        if (_places.Count < MostPlaces) _places.Add((image.Scope, image.Categories, json));
        return json;
    }

    private static string PlaceJson(Image image)
    {
        static string Text(string? text) => text is null ? "null" : JsonText.OfString(text).Raw;
        var categories = string.Join(',', image.Categories.Select(category => Text(category.Name())));
        return $",\"cloud\":{Text(image.Scope.Cloud)},\"region\":{Text(image.Scope.Region)},\"project\":{Text(image.Scope.Project)},\"category\":{Text(image.Categories.First.Name())},\"categories\":[{categories}]";
    }
}
