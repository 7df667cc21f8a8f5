using System.Text;
using System.Text.Json;
using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Snapshots;

namespace ImsAudit.Evaluation;

/// <summary>Judges the images of a block of lines, each read once, by policies about single images. Not thread-safe: one a worker.</summary>
internal sealed class LineJudge : IDisposable
{
    private readonly ImageLines _lines;
    private readonly DateTimeOffset _asOf;
    private readonly FieldReader _reader;
    private readonly (int Id, int Owner, int Type, int Visibility, int Images) _slots;
    private readonly (PolicyWords Words, ImageAssertion Assertion, PolicyTally Tally)[] _policies;

    public LineJudge(PolicySet policies, ImageLines lines, (DateTimeOffset AsOf, string Language) manner)
    {
        var fields = policies.Fields;
        (_lines, _asOf) = (lines, manner.AsOf);
        _slots = (fields.SlotOf("id"), fields.SlotOf("owner"), fields.SlotOf("__imagetype"), fields.SlotOf("visibility"), fields.SlotOf("images"));
        Findings = new FindingLines(fields, manner.Language);
        _reader = new FieldReader(fields, lines.Projects);
        _policies = [.. policies.Policies.Select(policy => (new PolicyWords(policy, fields), (ImageAssertion)policy.Assertion, new PolicyTally(policy)))];
    }

    /// <summary>The findings of the last block.</summary>
    public FindingLines Findings { get; }

    /// <summary>The hashes of the ids of the last block.</summary>
    public List<ulong> Ids { get; } = [];

    /// <summary>Each policy's counts, in their order.</summary>
    public IEnumerable<PolicyTally> Tallies => _policies.Select(policy => policy.Tally);

    public long UnknownTypes { get; private set; }

    /// <summary>The first unknown <c>__imagetype</c> of the last block; null for none.</summary>
    public string? UnknownType { get; private set; }

    public void Dispose() => Findings.Dispose();

    /// <exception cref="NotLinesException">A line is no image.</exception>
    public void See(LineBlock block)
    {
        Findings.Buffer.Clear();
        Ids.Clear();
        UnknownType = null;
        foreach (var line in block.Lines()) See(line);
    }

    private void See(ReadOnlyMemory<byte> line)
    {
        var image = Read(line, out var values);
        Ids.Add(SeenIds.HashOf(image.Id));
        var context = new EvaluationContext(values, _asOf) { Scope = image.Scope };
        foreach (ref readonly var policy in _policies.AsSpan())
        {
            var (words, assertion, tally) = policy;
            var verdict = words.Policy.Judge(assertion, image.Categories, context);
            tally.Add(verdict.Outcome);
            if (verdict.Outcome is not (Outcome.Fail or Outcome.Error)) continue;
            var decided = verdict.WhenUndecided ? (verdict.Outcome, words.Policy.When!, false) : (verdict.Outcome, assertion.Condition, assertion.IsForbidden);
            Findings.Add(words, image, decided, context);
        }
    }

    private Image Read(ReadOnlyMemory<byte> line, out FieldValue[] values)
    {
        try
        {
            values = _reader.ReadProperties(line);
        }
        catch (JsonException)
        {
            throw new NotLinesException();
        }
        var head = HeadOf(values, line);
        // A list of images makes it a response.
        if (string.IsNullOrEmpty(head.Id) || values[_slots.Images].Kind == ValueKind.List) throw new NotLinesException();
        // What cannot be an image as it stands is told by who reads it the other way, with its place.
        if (_reader.RepeatsId || OwnFile.Describe(head, line.Span) is not null) throw new NotLinesException();
        if (!SavedCategory.Knows(head) && UnknownTypes++ >= 0) UnknownType ??= head.ImageType;
        var (scope, categories) = _lines.PlaceOf(head);
        var image = new Image(scope, categories, head.Id, line);
        _reader.ReadCollected(image);
        return image;
    }

    private ImageHead HeadOf(FieldValue[] values, ReadOnlyMemory<byte> line) =>
        TryText(values[_slots.Id], out var id) && TryText(values[_slots.Owner], out var owner)
        && TryText(values[_slots.Type], out var type) && TryText(values[_slots.Visibility], out var visibility)
            ? new ImageHead(id, owner, type, visibility)
            : ImageHead.Read(line.Span);

    /// <summary>False where only <see cref="ImageHead"/> can tell.</summary>
    private static bool TryText(FieldValue value, out string? text)
    {
        text = null;
        if (value.Kind != ValueKind.String) return true;
        if (!value.TryAscii(out var ascii)) return false;
        text = Known(ascii) ?? Encoding.ASCII.GetString(ascii);
        return true;
    }

    /// <summary>Texts that almost every image has.</summary>
    private static string? Known(ReadOnlySpan<byte> ascii) => ascii switch
    {
        _ when ascii.SequenceEqual("private"u8) => "private",
        _ when ascii.SequenceEqual("public"u8) => "public",
        _ when ascii.SequenceEqual("gold"u8) => "gold",
        _ when ascii.SequenceEqual("shared"u8) => "shared",
        _ => null,
    };
}
