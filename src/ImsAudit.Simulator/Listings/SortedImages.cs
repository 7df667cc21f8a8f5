using System.Text;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Listings;

/// <summary>Images in one order, and where each of them stands: a page begins behind its marker without a search.</summary>
internal sealed class SortedImages
{
    private readonly Dictionary<string, int> _positions;

    private SortedImages(SimulatedImage[] images)
    {
        Images = images;
        _positions = new(images.Length, StringComparer.Ordinal);
        for (var i = 0; i < images.Length; i++) _positions.Add(images[i].Id, i);
    }

    public IReadOnlyList<SimulatedImage> Images { get; }

    /// <summary>Where a page begins: behind the marker, or at the first image when there is none.</summary>
    public int? PositionBehind(string? marker) =>
        marker is null ? 0 : _positions.TryGetValue(marker, out var at) ? at + 1 : null;

    public static SortedImages Sort(IReadOnlyList<SimulatedImage> images, SortOrder order)
    {
        var columns = order.Terms.Select(term => Column(images, term.Key)).ToArray();
        var signs = order.Terms.Select(term => term.Descending ? -1 : 1).ToArray();
        var indices = Enumerable.Range(0, images.Count).ToArray();
        Array.Sort(indices, (a, b) =>
        {
            for (var i = 0; i < columns.Length; i++)
            {
                var compared = columns[i][a].CompareTo(columns[i][b]);
                if (compared != 0) return compared * signs[i];
            }
            return 0;
        });
        return new SortedImages([.. indices.Select(i => images[i])]);
    }

    private static SortValue[] Column(IReadOnlyList<SimulatedImage> images, string key)
    {
        var name = Encoding.UTF8.GetBytes(key);
        return [.. images.Select(image => Value(image, key, name))];
    }

    /// <summary>A value that is missing sorts as 0 or as the empty text, as in Glance.</summary>
    private static SortValue Value(SimulatedImage image, string key, byte[] name) => key switch
    {
        "id" => new(0, image.Id),
        "created_at" => new(image.CreatedAt.UtcTicks, ""),
        "updated_at" => new(image.UpdatedAt.UtcTicks, ""),
        "size" => new(ImageField.Number(image.Json.Span, name), ""),
        _ => new(0, ImageField.Text(image.Json.Span, name)),
    };

    private readonly record struct SortValue(long Number, string Text) : IComparable<SortValue>
    {
        public int CompareTo(SortValue other)
        {
            var byNumber = Number.CompareTo(other.Number);
            return byNumber != 0 ? byNumber : string.CompareOrdinal(Text, other.Text);
        }
    }
}
