using System.Text.RegularExpressions;
using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Json;

namespace ImsAudit.Policies;

/// <summary>A policy's own message; <c>{field}</c> stands for the image's value.</summary>
public sealed partial class MessageTemplate
{
    private readonly LocalText _text;
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);

    private MessageTemplate(LocalText text) => _text = text;

    public static MessageTemplate? Parse(JsonNodeAt node, CompilationScope scope)
    {
        if (LocalText.Parse(node, scope.Mistakes) is not { } text) return null;
        var template = new MessageTemplate(text);
        foreach (var name in text.All.SelectMany(one => Placeholder().Matches(one)).Select(match => match.Groups["field"].Value).Distinct(StringComparer.Ordinal))
        {
            if (FieldNames.MistakeIn(name) is { } mistake) scope.Note(node, mistake);
            else if (scope.SlotOf(JsonNodes.OfString(name)) is { } slot) template._slots.Add(name, slot);
        }
        return template;
    }

    /// <param name="show">How a value is shown: masked or as it is.</param>
    public string Fill(string language, IReadOnlyList<FieldValue> values, Func<FieldValue, string> show) =>
        Placeholder().Replace(_text.In(language), match => show(values[_slots[match.Groups["field"].Value]]));

    [GeneratedRegex(@"\{(?<field>[@A-Za-z_][^{}\s]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
