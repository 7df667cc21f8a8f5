using System.Security.Cryptography;
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
internal sealed class FindingLines(FieldSet fields, string language) : IDisposable
{
    private const string English = "en";

    private readonly FindingWriter _writer = new(fields, language);
    private readonly Dictionary<FieldCondition, LeafWords?[]> _words = new(ReferenceEqualityComparer.Instance);
    private readonly List<DecidingCondition> _deciding = [];
    private readonly List<LeafWords> _leaves = [];
    private readonly ImageWords _image = new(fields);
    private readonly LineBuffer _hashed = new(1 << 8);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public LineBuffer Buffer { get; } = new();

    /// <param name="decided">The condition that the outcome comes from, and whether it was to be false.</param>
    public void Add(PolicyWords policy, Image image, (Outcome Outcome, Condition Condition, bool Opposite) decided, in EvaluationContext context)
    {
        if (!IsPlain(policy.Policy, decided, context))
        {
            AddObject(policy.Policy, image, decided, context);
            return;
        }
        _image.Describe(image, context.Values);
        Put(policy, decided.Outcome, context);
    }

    public void Dispose() => _hash.Dispose();

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

    private void Put(PolicyWords policy, Outcome outcome, in EvaluationContext context)
    {
        Buffer.Put("{\"fingerprint\":\""u8);
        PutFingerprint(policy);
        Buffer.Put(outcome == Outcome.Error ? policy.Errs : policy.Fails);
        Buffer.Put(_image.Json);
        for (var i = 0; i < _leaves.Count; i++) PutReason(_leaves[i], isFirst: i == 0, context);
        Buffer.Put(outcome == Outcome.Error ? "],\"message\":\"cannot be decided: "u8 : "],\"message\":\""u8);
        for (var i = 0; i < _leaves.Count; i++) PutShown(_leaves[i], isFirst: i == 0, context);
        Buffer.Put("\",\"waiver\":null,\"firstSeen\":null,\"fields\":{"u8);
        PutFields(policy, context);
        Buffer.Put("}}\n"u8);
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

    private void PutFingerprint(PolicyWords policy)
    {
        _hashed.Clear();
        _hashed.Put(policy.Hashed);
        _hashed.Put(_image.Hashed);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.AppendData(_hashed.Written);
        _hash.GetHashAndReset(hash);
        Buffer.PutHex(hash[..Fingerprint.Length]);
    }

    private LeafWords WordsOf(DecidingCondition deciding, bool undecided)
    {
        if (!_words.TryGetValue(deciding.Leaf, out var words)) _words[deciding.Leaf] = words = new LeafWords?[4];
        return words[(deciding.Opposite ? 2 : 0) + (undecided ? 1 : 0)] ??= new LeafWords(deciding, undecided);
    }
}
