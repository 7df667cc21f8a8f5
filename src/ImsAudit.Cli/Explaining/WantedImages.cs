using ImsAudit.Inventories;
using ImsAudit.Wording;

namespace ImsAudit.Cli.Explaining;

/// <summary>The images that <c>--image</c> names, by id or by whole name.</summary>
internal sealed class WantedImages(IReadOnlyList<string> names)
{
    private const int MostShown = 10;

    /// <exception cref="UserMistakeException">A name is that of no image; it says what is there.</exception>
    public async Task<FoundImages> FindAsync(IInventory inventory, CancellationToken cancellationToken)
    {
        var (found, there) = (new FoundImages(), new List<(string Id, string? Name)>());
        await foreach (var image in inventory.ReadAsync(cancellationToken))
        {
            var name = ImageName.Of(image);
            there.Add((image.Id, name));
            if (names.Contains(image.Id) || (name is not null && names.Contains(name))) found.Add(image);
        }
        var unknown = names.Where(name => !there.Exists(image => image.Id == name || image.Name == name)).ToList();
        return unknown.Count == 0 ? found : throw new UserMistakeException([.. unknown.Select(name => Unknown(name, there))]);
    }

    private static string Unknown(string name, List<(string Id, string? Name)> there)
    {
        var all = there.SelectMany(image => new[] { image.Id, image.Name }).OfType<string>().Distinct(StringComparer.Ordinal);
        var shown = string.Join(", ", there.Take(MostShown).Select(image => image.Name is null ? image.Id : $"{image.Id} ({image.Name})"));
        var more = there.Count > MostShown ? $" and {there.Count - MostShown} more" : "";
        return $"There is no image \"{name}\"{(NearestName.Of(name, all) is { } near ? $"; did you mean \"{near}\"?" : ".")} There are {there.Count} images{(there.Count == 0 ? "" : $": {shown}{more}")}.";
    }
}
