namespace ImsAudit.Reporting.Encodings;

/// <summary>Follows a template's own text as it is written and knows where a value would stand.</summary>
internal abstract class ValuePlace
{
    /// <summary>True where text that is encoded already may stand.</summary>
    public abstract bool IsText { get; }

    /// <summary>True where a value is data that nothing runs.</summary>
    public virtual bool IsData => false;

    /// <summary>The template's own text was written; values are not told here.</summary>
    public abstract void Feed(ReadOnlySpan<char> own);

    /// <summary>Text that is encoded already was written here.</summary>
    public virtual void NoteEncoded(string text)
    {
    }
}
