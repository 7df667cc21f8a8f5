using ImsAudit.Images;
using ImsAudit.Simulator.Listings;
using ImsAudit.Simulator.Samples;

namespace ImsAudit.Simulator.Estates;

/// <summary>
/// The images that a simulator serves and the projects that its user may work in. It may be changed while it is served:
/// a change takes effect with the next request. Thread-safe.
/// </summary>
public sealed class SimulatedEstate
{
    /// <summary>How many images the sample estate has: its first project sees at least 420 of them in the six listings.</summary>
    public const int SampleSize = 540;

    private const int MostOrders = 16;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SimulatedImage> _images = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedImages> _orders = new(StringComparer.Ordinal);

    /// <param name="projects">The projects of the user, the default one first; at least one.</param>
    /// <param name="images">Each id once; of two with the same id the later is kept.</param>
    public SimulatedEstate(IReadOnlyList<SimulatedProject> projects, IEnumerable<SimulatedImage> images)
    {
        if (projects.Count == 0) throw new ArgumentException("An estate has at least one project to be seen from.", nameof(projects));
        Projects = projects;
        foreach (var image in images) _images[image.Id] = image;
    }

    public IReadOnlyList<SimulatedProject> Projects { get; }

    public int Count
    {
        get { lock (_lock) return _images.Count; }
    }

    /// <summary>A copy, in no order that matters.</summary>
    public IReadOnlyList<SimulatedImage> Images
    {
        get { lock (_lock) return [.. _images.Values]; }
    }

    /// <summary>Makes a sample estate: the same for the same arguments, of any size, with images of every kind and trouble from 400 on.</summary>
    /// <param name="reference">The moment that the images' ages are counted back from.</param>
    public static SimulatedEstate Generate(DateTimeOffset reference, int images = SampleSize, ulong seed = 1) =>
        SampleEstate.Make(reference, images, seed);

    /// <summary>An estate of images that were collected: each is seen in the categories and by the projects that it came from.</summary>
    public static Task<SimulatedEstate> FromImagesAsync(IAsyncEnumerable<Image> images, CancellationToken cancellationToken = default) =>
        CollectedEstate.ReadAsync(images, cancellationToken);

    public SimulatedImage? Find(string id)
    {
        lock (_lock) return _images.GetValueOrDefault(id);
    }

    /// <summary>Adds an image or takes the place of the one with its id.</summary>
    public void Put(SimulatedImage image)
    {
        lock (_lock)
        {
            _images[image.Id] = image;
            _orders.Clear();
        }
    }

    /// <summary>False when there is no such image.</summary>
    public bool Remove(string id)
    {
        lock (_lock)
        {
            _orders.Clear();
            return _images.Remove(id);
        }
    }

    /// <summary>Shares an image with a project, changes the project's answer or, with null, takes the share back. False when there is no such image.</summary>
    public bool Share(string id, string project, MemberStatus? status)
    {
        lock (_lock)
        {
            if (!_images.TryGetValue(id, out var image)) return false;
            var members = status is { } answer ? image.Members.SetItem(project, answer) : image.Members.Remove(project);
            Put(image with { Members = members });
            return true;
        }
    }

    internal SortedImages Sorted(SortOrder order)
    {
        lock (_lock)
        {
            if (_orders.TryGetValue(order.Name, out var sorted)) return sorted;
            if (_orders.Count == MostOrders) _orders.Clear();
            return _orders[order.Name] = SortedImages.Sort([.. _images.Values], order);
        }
    }
}
