using System.Text.Json;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Model;

/// <summary>
/// A finding as a row of the page's data: <c>[fingerprint, state, name, id, scope, categories, created, firstSeen,
/// [field, actual, expected, …], message, waiver, names of fields, [values], truths, [image, id, …], images left out]</c>, null
/// where there is none. <c>state</c> is 0 for fail, 1 for error, 2 for waived, 4 more when in the baseline, 8 more when new. A text that
/// was written before stands as a number: how many different texts came before it.
/// </summary>
internal sealed class FindingRowJson(Utf8JsonWriter writer, WordList words, bool baseline)
{
    /// <summary>Between the names of fields, which hold no control characters once they are made visible.</summary>
    private const char Separator = '\u001f';
    private const int InTheBaseline = 4;
    private const int New = 8;
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    public void Write(Finding finding, bool withFields)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(VisibleText.Of(finding.Fingerprint, kept: "\n\t"));
        writer.WriteNumberValue(StateOf(finding));
        WriteSubject(finding);
        Text(FindingTexts.Seen(finding, words));
        WriteReasons(finding.Reasons);
        Text(Words.OwnMessage(finding));
        Text(FindingTexts.Waiver(finding, words));
        WriteFields(finding, withFields);
        Text(withFields ? finding.Truths : null);
        WriteImages(finding);
        writer.WriteEndArray();
    }

    private int StateOf(Finding finding) => (finding.Baselined ? InTheBaseline : 0) + (FindingTexts.IsNew(finding, baseline) ? New : 0) + finding.Outcome switch
    {
        Outcome.Error => 1,
        Outcome.Waived => 2,
        _ => 0,
    };

    private void WriteSubject(Finding finding)
    {
        Text(FindingTexts.Name(finding, words));
        Text(finding.Image?.Id);
        Text(FindingTexts.Where(finding, words));
        Text(string.Join(' ', FindingTexts.Categories(finding)));
        Text(FindingTexts.Created(finding));
    }

    private void WriteReasons(IReadOnlyList<Reason> reasons)
    {
        writer.WriteStartArray();
        foreach (var reason in reasons)
        {
            Text(reason.Field);
            Text(reason.Actual.IsNull ? null : reason.Actual.Display);
            Text(reason.Expected);
        }
        writer.WriteEndArray();
    }

    private void WriteFields(Finding finding, bool withFields)
    {
        if (!withFields || finding.Fields.Count == 0)
        {
            writer.WriteNullValue();
            writer.WriteNullValue();
            return;
        }
        Intern(string.Join(Separator, finding.Fields.Keys.Select(name => VisibleText.Of(name))));
        writer.WriteStartArray();
        foreach (var value in finding.Fields.Values) Text(value.Display);
        writer.WriteEndArray();
    }

    private void WriteImages(Finding finding)
    {
        if (finding.Images is not { Count: > 0 } images) return;
        writer.WriteStartArray();
        foreach (var image in images.Take(FindingTexts.MostImages))
        {
            Text(FindingTexts.Name(image, words));
            Text(image.Id);
        }
        writer.WriteEndArray();
        writer.WriteNumberValue(images.Count);
    }

    private void Text(string? text)
    {
        if (text is null) writer.WriteNullValue();
        else Intern(VisibleText.Of(text, kept: "\n\t"));
    }

    private void Intern(string text)
    {
        if (_texts.TryGetValue(text, out var number))
        {
            writer.WriteNumberValue(number);
            return;
        }
        _texts.Add(text, _texts.Count);
        writer.WriteStringValue(text);
    }
}
