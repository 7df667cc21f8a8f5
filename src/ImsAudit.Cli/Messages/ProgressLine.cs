using ImsAudit.Collection;
using ImsAudit.Images;

namespace ImsAudit.Cli.Messages;

/// <summary>How far a collection has come: one line on a terminal, written over itself, gone when disposed.</summary>
internal sealed class ProgressLine(TextWriter terminal) : IProgress<CollectionProgress>, IDisposable
{
    private const string EraseLine = "\r\u001b[K";

    private readonly Lock _lock = new();
    private readonly Dictionary<(ImageScope, ImageCategory), CollectionProgress> _listings = [];

    public void Report(CollectionProgress value)
    {
        lock (_lock)
        {
            _listings[(value.Scope, value.Category)] = value;
            terminal.Write(EraseLine + Text());
            terminal.Flush();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            terminal.Write(EraseLine);
            terminal.Flush();
        }
    }

    // Numbers alone: no text from the cloud is written to the terminal.
    private string Text()
    {
        var all = _listings.Values;
        return $"{all.Count(listing => listing.Done)} of {all.Count} listings done, {all.Sum(listing => listing.Pages)} pages, {all.Sum(listing => listing.Images)} images";
    }
}
