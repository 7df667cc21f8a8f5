namespace ImsAudit.Reporting.Encodings;

/// <summary>Where in a CSV row a value would stand: at the beginning of a cell, within one, or within quotes.</summary>
internal sealed class CsvPlace : ValuePlace
{
    public override bool IsText => !IsQuoted;

    /// <summary>The template opened quotes; what a value brings cannot end them.</summary>
    public bool IsQuoted { get; private set; }

    /// <summary>Nothing of the cell was written.</summary>
    public bool IsStart { get; private set; } = true;

    public override void Feed(ReadOnlySpan<char> own)
    {
        foreach (var c in own)
        {
            if (c == '"') IsQuoted = !IsQuoted;
            IsStart = !IsQuoted && c is ',' or ';' or '\t' or '\n' or '\r';
        }
    }

    /// <summary>A value was written here.</summary>
    public void NoteValue() => IsStart = false;

    public override void NoteEncoded(string text) => Feed(text);
}
