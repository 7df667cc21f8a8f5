using System.Data;
using System.Data.Common;
using ImsAudit.History.Databases;
using ImsAudit.Images;
using ImsAudit.Snapshots;

namespace ImsAudit.History.Recording;

/// <summary>Writes what a scan changes in the images: new ones, other contents, those that are gone. What is as it was is not written.</summary>
internal sealed class ImageRecorder : IAsyncDisposable
{
    private static readonly (string, DbType)[] s_imageColumns =
        [("id", DbType.Int64), ("image_key", DbType.Binary), ("external_id", DbType.String), ("cloud", DbType.String), ("region", DbType.String), ("project", DbType.String)];

    private static readonly (string, DbType)[] s_versionColumns =
    [
        ("id", DbType.Int64), ("image_id", DbType.Int64), ("place_id", DbType.Int64), ("categories", DbType.Int64), ("from_at", DbType.Int64),
        ("last_seen", DbType.Int64), ("content_hash", DbType.Binary), ("fields", DbType.String),
    ];

    private readonly ScanBooks _books;
    private readonly ImageDigest _digest;
    private readonly SecretFields _secrets;
    private readonly Dictionary<UInt128, ImageState> _states = [];
    private readonly Dictionary<long, ImageState> _seen = [];
    private readonly IdGroups _ended = new();
    private readonly IdGroups _touched = new();
    private readonly BulkInsert _images;
    private readonly BulkInsert _versions;
    private DbCommand? _byKey;
    private DbCommand? _storedFields;
    private DbCommand? _rewrite;
    private long _lastImage;
    private long _lastVersion;
    private bool _isFirst;

    public ImageRecorder(ScanBooks books, ImageDigest digest, SecretFields secrets)
    {
        (_books, _digest, _secrets) = (books, digest, secrets);
        _images = new BulkInsert(books.Session, "image", s_imageColumns);
        _versions = new BulkInsert(books.Session, "image_version", s_versionColumns);
    }

    /// <summary>True when there was an image that a later scan had seen before.</summary>
    public bool Late { get; private set; }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var (key, state) in await _books.Session.QueryAsync(ImageState.Query, ImageState.Read, cancellationToken)) _states[key] = state;
        _lastImage = await _books.Session.CountAsync("SELECT MAX(id) FROM image", [], cancellationToken);
        _isFirst = _lastImage == 0;
        _lastVersion = await _books.Session.CountAsync("SELECT MAX(id) FROM image_version", [], cancellationToken);
    }

    /// <summary>The number of an image that the scan saw.</summary>
    public long? NumberOf(UInt128 key) => _states.GetValueOrDefault(key)?.Id;

    /// <summary>Where the scan saw an image; null when it did not.</summary>
    public long? SeenAt(long image) => _seen.GetValueOrDefault(image)?.SeenAt;

    public async ValueTask AddAsync(Image image, CancellationToken cancellationToken)
    {
        var key = ImageKey.Of(image.Scope, image.Id);
        var place = await _books.Places.OfImageAsync(image.Scope, image.Categories, _books.Coverage, cancellationToken);
        if (!_states.TryGetValue(key, out var state)) _states[key] = state = await FindGoneAsync(key, cancellationToken) ?? await CreateAsync(key, image, cancellationToken);
        if (state.SeenAt is not null) return;
        state.SeenAt = place;
        _seen[state.Id] = state;
        if (IsLate(state, place)) Late = true;
        else await CompareAsync(image, key, place, cancellationToken);
    }

    /// <summary>After the last image: those that were not seen where everything was seen are gone.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var state in _states.Values.Where(state => state is { SeenAt: null, Version: not null } && _books.IsWhole(state.Place) && !IsLate(state, state.Place)))
            _ended.Add(LastSeenOf(state), state.Version!.Value);
        await _images.FlushAsync(cancellationToken);
        await _ended.WriteAsync(_books.Session, "UPDATE image_version SET last_seen = @value, to_at = @at", [SqlValue.Of("@at", _books.At)], cancellationToken);
        await _touched.WriteAsync(_books.Session, "UPDATE image_version SET last_seen = @value", [], cancellationToken);
        await _versions.FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _images.DisposeAsync();
        await _versions.DisposeAsync();
        if (_byKey is not null) await _byKey.DisposeAsync();
        if (_storedFields is not null) await _storedFields.DisposeAsync();
        if (_rewrite is not null) await _rewrite.DisposeAsync();
    }

    /// <summary>An image that was there before, and was gone.</summary>
    private async Task<ImageState?> FindGoneAsync(UInt128 key, CancellationToken cancellationToken)
    {
        if (_isFirst) return null;
        _byKey ??= await _books.Session.PrepareAsync(ImageState.ByKey, [SqlValue.Of("@key", Array.Empty<byte>())], cancellationToken);
        _byKey.Parameters[0].Value = Rows.Bytes(key);
        return await _byKey.ExecuteScalarAsync(cancellationToken) is long number ? new ImageState { Id = number } : null;
    }

    private async Task<ImageState> CreateAsync(UInt128 key, Image image, CancellationToken cancellationToken)
    {
        var state = new ImageState { Id = ++_lastImage };
        var scope = image.Scope;
        await _images.AddAsync(
            [state.Id, Rows.Bytes(key), StoredText.Of(image.Id), StoredText.Of(scope.Cloud), StoredText.Of(scope.Region), StoredText.Of(scope.Project)],
            cancellationToken);
        return state;
    }

    private async ValueTask CompareAsync(Image image, UInt128 key, long place, CancellationToken cancellationToken)
    {
        var (state, secret) = (_states[key], _secrets.Of(key));
        var seen = new SeenImage(image, place, secret, _digest.HashOf(image, secret));
        if (state.Version is null)
        {
            await InsertAsync(state.Id, seen, cancellationToken);
            return;
        }
        if (state.Hash != seen.Hash && await StoredAsync(state, cancellationToken) is var stored)
        {
            seen = StillSecret(seen, stored);
            if (!_books.SameCategories(state.Place, place) || _digest.Differs(image, seen.Secret, stored))
            {
                _ended.Add(LastSeenOf(state), state.Version.Value);
                await InsertAsync(state.Id, seen, cancellationToken);
                return;
            }
        }
        await KeepAsync(state, seen with { Place = _books.Settled(state.Place, place) }, cancellationToken);
    }

    /// <summary>The image is as it was; its row may still need other bytes to compare by, more fields, or a wider place.</summary>
    private async Task KeepAsync(ImageState state, SeenImage seen, CancellationToken cancellationToken)
    {
        if (state.Hash != seen.Hash || seen.Place != state.Place) await RewriteAsync(state.Version!.Value, seen, cancellationToken);
        if (!_books.IsWhole(seen.Place)) _touched.Add(_books.At, state.Version!.Value);
    }

    /// <summary>What was masked stays so in a scan whose policies do not look for secrets there.</summary>
    private SeenImage StillSecret(SeenImage seen, string stored)
    {
        var still = ImageDigest.MaskedIn(stored).Except(_secrets.Judged).ToHashSet(StringComparer.Ordinal);
        if (still.Count == 0) return seen;
        still.UnionWith(seen.Secret ?? new HashSet<string>());
        return seen with { Secret = still, Hash = _digest.HashOf(seen.Image, still) };
    }

    private async Task<string> StoredAsync(ImageState state, CancellationToken cancellationToken)
    {
        _storedFields ??= await _books.Session.PrepareAsync("SELECT fields FROM image_version WHERE id = @id", [SqlValue.Of("@id", 0L)], cancellationToken);
        _storedFields.Parameters[0].Value = state.Version!.Value;
        return (string)(await _storedFields.ExecuteScalarAsync(cancellationToken))!;
    }

    private ValueTask InsertAsync(long number, SeenImage seen, CancellationToken cancellationToken)
    {
        var categories = seen.Image.Categories.Sum(category => 1L << (int)category);
        return _versions.AddAsync([++_lastVersion, number, seen.Place, categories, _books.At, _books.At, Rows.Bytes(seen.Hash), _digest.JsonOf(seen.Image, seen.Secret)], cancellationToken);
    }

    private async Task RewriteAsync(long version, SeenImage seen, CancellationToken cancellationToken)
    {
        _rewrite ??= await _books.Session.PrepareAsync(
            "UPDATE image_version SET place_id = @place, content_hash = @hash, fields = @fields WHERE id = @id",
            [SqlValue.Of("@place", 0L), SqlValue.Of("@hash", Array.Empty<byte>()), SqlValue.Of("@fields", ""), SqlValue.Of("@id", 0L)],
            cancellationToken);
        object[] values = [seen.Place, Rows.Bytes(seen.Hash), _digest.JsonOf(seen.Image, seen.Secret), version];
        foreach (var (at, value) in values.Index()) _rewrite.Parameters[at].Value = value;
        await _rewrite.ExecuteNonQueryAsync(cancellationToken);
    }

    private long LastSeenOf(ImageState state) => Math.Max(state.LastSeen, _books.Policies.CoveredAt(state.Place) ?? state.LastSeen);

    private bool IsLate(ImageState state, long place) => _books.At < Math.Max(LastSeenOf(state), _books.Policies.CoveredAt(place) ?? long.MinValue);

    private sealed record SeenImage(Image Image, long Place, IReadOnlySet<string>? Secret, UInt128 Hash);
}
