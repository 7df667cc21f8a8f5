using System.Text;
using ImsAudit.Reporting.Encodings;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Templates;

/// <summary>Passes output on, and lets the place follow the template's own text, but not the values.</summary>
/// <param name="counted">Gets how many bytes come, before they are written.</param>
internal sealed class PlacedOutput(TextWriter writer, ValuePlace? place, Action<int> counted) : IScriptOutput
{
    public ValuePlace? Place { get; } = place;

    /// <summary>True while a value is written.</summary>
    public bool WritingValue { get; set; }

    /// <summary>How many bytes of UTF-8 were written.</summary>
    public long Bytes { get; private set; }

    public void Write(string text, int offset, int count)
    {
        if (!WritingValue) Place?.Feed(text.AsSpan(offset, count));
        var bytes = Encoding.UTF8.GetByteCount(text.AsSpan(offset, count));
        counted(bytes);
        Bytes += bytes;
        writer.Write(text.AsSpan(offset, count));
    }

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }
}
