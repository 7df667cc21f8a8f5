using System.Text.Json.Nodes;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>One image that was put in.</summary>
/// <param name="Id">The server's id of it.</param>
/// <param name="Category">The category in which the project <c>alpha</c> must see it; null when it must not see it.</param>
/// <param name="Sent">Every property it was made with.</param>
public sealed record EstateImage(string Id, string? Category, JsonObject Sent);

/// <summary>What was put into one Glance, told as the project <c>alpha</c> must see it.</summary>
public sealed class Estate
{
    private readonly List<EstateImage> _images = [];

    public IReadOnlyList<EstateImage> Images => _images;

    /// <summary>Category by id of everything that a whole collection must find.</summary>
    public IReadOnlyDictionary<string, string> Visible =>
        _images.Where(image => image.Category is not null).ToDictionary(image => image.Id, image => image.Category!);

    public IReadOnlyList<EstateImage> In(string category) => [.. _images.Where(image => image.Category == category)];

    internal void Add(EstateImage image) => _images.Add(image);
}
