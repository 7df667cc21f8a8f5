using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Differences;

/// <summary>
/// Finds what differs between two inventories in three readings: the old one, the new one, and the old one again for what
/// is gone or other. Memory grows with 32 bytes an old image, and with what differs.
/// </summary>
internal sealed class ImageIndex(ComparedFields fields, ImageSecrets secrets)
{
    private readonly Dictionary<UInt128, UInt128> _old = [];
    private readonly Dictionary<UInt128, Image> _other = [];
    private readonly Dictionary<string, long> _unknown = new(StringComparer.Ordinal);

    public long OldCount { get; private set; }

    public long NewCount { get; private set; }

    /// <summary>Images that only the new side has.</summary>
    public List<ComparedImage> Appeared { get; } = [];

    /// <summary>Images that only the old side has.</summary>
    public List<ComparedImage> Gone { get; } = [];

    public List<ChangedImage> Changed { get; } = [];

    public IReadOnlyList<UncomparedField> Unknown => [.. _unknown.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new UncomparedField(pair.Key, pair.Value))];

    public async Task CompareAsync(IInventory old, IInventory @new, CancellationToken cancellationToken)
    {
        var (before, after) = (new ImageLook(fields, old.Projects), new ImageLook(fields, @new.Projects));
        await foreach (var image in old.ReadAsync(cancellationToken))
        {
            OldCount++;
            _old[ImageKey.Of(image.Scope, image.Id)] = ImageLook.HashOf(before.Of(image));
        }
        await foreach (var image in @new.ReadAsync(cancellationToken)) Meet(image, after);
        if (_old.Count == 0) return;
        await foreach (var image in old.ReadAsync(cancellationToken)) Settle(image, before, after);
    }

    // Old images that are met and the same are forgotten: what stays is gone or other.
    private void Meet(Image image, ImageLook look)
    {
        NewCount++;
        var key = ImageKey.Of(image.Scope, image.Id);
        if (!_old.TryGetValue(key, out var hash))
        {
            Appeared.Add(look.Describe(image, secrets));
            return;
        }
        var found = look.Of(image);
        if (ImageLook.HashOf(found) != hash)
        {
            _other[key] = image;
            return;
        }
        _old.Remove(key);
        foreach (var (name, value) in found) NoteUnknown(name, value);
    }

    private void Settle(Image image, ImageLook before, ImageLook after)
    {
        var key = ImageKey.Of(image.Scope, image.Id);
        if (!_old.ContainsKey(key)) return;
        if (!_other.TryGetValue(key, out var now))
        {
            Gone.Add(before.Describe(image, secrets));
            return;
        }
        var described = after.Describe(now, secrets);
        var changes = Differ(described, before.Of(image), after.Of(now));
        if (changes.Count > 0) Changed.Add(new ChangedImage(described, changes));
    }

    private List<FieldChange> Differ(ComparedImage image, SortedDictionary<string, FieldValue> old, SortedDictionary<string, FieldValue> @new)
    {
        var changes = new List<FieldChange>();
        foreach (var name in old.Keys.Union(@new.Keys).Order(StringComparer.Ordinal))
        {
            var (from, to) = (old.GetValueOrDefault(name), @new.GetValueOrDefault(name));
            if (NoteUnknown(name, from) || NoteUnknown(name, to)) continue;
            if (ComparedFields.Canonical(name, from) != ComparedFields.Canonical(name, to)) changes.Add(fields.ChangeOf(name, (from, to), secrets.Hide(image, name)));
        }
        return changes;
    }

    private bool NoteUnknown(string field, FieldValue value)
    {
        if (value.Kind != ValueKind.Unreadable) return false;
        _unknown[field] = _unknown.GetValueOrDefault(field) + 1;
        return true;
    }
}
