namespace ImsAudit.Snapshots;

/// <summary>An input that was surveyed and can be read again: a snapshot, or saved responses.</summary>
internal interface IImageSource
{
    string Name { get; }

    InputSurvey Survey { get; }

    /// <summary>The images as they stand there, an image as often as it stands there, in the same order at each call.</summary>
    /// <exception cref="InputChangedException">The input is not what was surveyed.</exception>
    IAsyncEnumerable<FoundImage> ReadAsync(CancellationToken cancellationToken);
}
