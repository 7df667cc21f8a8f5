using System.Security.Cryptography;
using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>
/// The partial file of a collection that did not come to its end. It is good up to the last listing whose end is in it and
/// whose hash is that of all before; what stands behind (a torn line, images of listings that had not ended) is dropped,
/// and asked for again. The file is left as it is until <see cref="ContinueAsync"/>.
/// </summary>
public sealed class InterruptedJournal : IDisposable
{
    private readonly FileStream _file;
    private readonly JournalPass _pass;
    private bool _handedOver;

    private InterruptedJournal(FileStream file, JournalPass pass)
    {
        (_file, _pass) = (file, pass);
        Plan = pass.Plan!;
    }

    public CollectionPlan Plan { get; }

    /// <summary>How many listings need not be asked again.</summary>
    public int Finished => _pass.Finished.Count;

    /// <param name="path">The partial file.</param>
    /// <param name="name">Its name as the user knows it.</param>
    /// <exception cref="InputFileException">It is not there, cannot be read, or there is nothing in it to go on from.</exception>
    public static Task<InterruptedJournal> OpenAsync(string path, string name, CancellationToken cancellationToken) =>
        InputOpening.WithSentences(name, async () =>
        {
            var file = CollectionJournal.Open(path, FileMode.Open);
            try
            {
                var pass = await JournalPass.ReadAsync(file, cancellationToken);
                return pass.Plan is null
                    ? throw new InputFileException(name, "It holds no collection from an endpoint that could be gone on with. Collect anew, without --resume.")
                    : new InterruptedJournal(file, pass);
            }
            catch
            {
                await file.DisposeAsync();
                throw;
            }
        });

    /// <summary>Cuts off what is not good, and takes over the images of the listings that ended. Once only.</summary>
    /// <param name="projects">The projects that are scanned now.</param>
    /// <returns>What the collection goes on into; it owns the file from now on.</returns>
    public async Task<ImageSpool> ContinueAsync(ScannedProjects projects, CancellationToken cancellationToken)
    {
        _file.SetLength(_pass.Good);
        _file.Position = 0;
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var spool = new ImageSpool(projects, new CollectionJournal(_file, hash, _pass.Good), _pass.LastNumber);
        _handedOver = true;
        try
        {
            await _pass.RestoreAsync(_file, hash, spool, cancellationToken);
            return spool;
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_handedOver) _file.Dispose();
    }
}
