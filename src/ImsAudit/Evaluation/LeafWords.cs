using System.Text;
using System.Text.Json;
using ImsAudit.Conditions;
using ImsAudit.Json;

namespace ImsAudit.Evaluation;

/// <summary>What findings say of a leaf that decided, as parts of a JSON line; the actual value stands between them.</summary>
internal sealed class LeafWords
{
    /// <param name="undecided">The value could not be read.</param>
    public LeafWords(DecidingCondition deciding, bool undecided)
    {
        var (leaf, opposite) = deciding;
        Expected = opposite ? leaf.Use.DescribeOpposite() : leaf.Use.Describe();
        if (undecided) Expected += $" (needs {leaf.Use.Operator.Needs})";
        Subject = leaf.Subject;
        BeforeActual = Encoding.UTF8.GetBytes($"{{\"field\":\"{Encode(Subject.Name)}\",\"actual\":");
        BehindActual = Encoding.UTF8.GetBytes($",\"expected\":\"{Encode(Expected)}\"}}");
        BeforeShown = Encoding.UTF8.GetBytes(Encode($"{Subject.Name} is "));
        BehindShown = Encoding.UTF8.GetBytes(Encode($", expected {Expected}"));
    }

    public Subject Subject { get; }

    public string Expected { get; }

    /// <summary>In <c>reasons</c>.</summary>
    public byte[] BeforeActual { get; }

    public byte[] BehindActual { get; }

    /// <summary>In <c>message</c>.</summary>
    public byte[] BeforeShown { get; }

    public byte[] BehindShown { get; }

    private static string Encode(string text) => JsonEncodedText.Encode(text, SafeJson.Encoder).ToString();
}
