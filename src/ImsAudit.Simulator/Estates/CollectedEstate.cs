using ImsAudit.Images;

namespace ImsAudit.Simulator.Estates;

/// <summary>Turns collected images back into the estate that they were collected from, as far as the collector saw it.</summary>
internal static class CollectedEstate
{
    public static async Task<SimulatedEstate> ReadAsync(IAsyncEnumerable<Image> images, CancellationToken cancellationToken)
    {
        var projects = new List<SimulatedProject>();
        var known = new Dictionary<string, SimulatedImage>(StringComparer.Ordinal);
        await foreach (var image in images.WithCancellation(cancellationToken))
        {
            if (image.Scope.Project is { Length: > 0 } id && projects.TrueForAll(project => project.Id != id))
                projects.Add(new SimulatedProject(id, image.Scope.Region ?? id));
            var simulated = known.GetValueOrDefault(image.Id) ?? SimulatedImage.Read(image.Json);
            known[image.Id] = Place(simulated, image);
        }
        if (projects.Count == 0) projects.Add(SimulatedProject.Unknown);
        return new SimulatedEstate(projects, known.Values);
    }

    /// <summary>An image that came from several scopes gains what each of them says.</summary>
    private static SimulatedImage Place(SimulatedImage simulated, Image image)
    {
        var project = image.Scope.Project ?? SimulatedProject.Unknown.Id;
        foreach (var category in image.Categories)
        {
            if (category == ImageCategory.Private) simulated = simulated with { Owner = simulated.Owner ?? project };
            else if (category.BelongsToEndpoint()) simulated = simulated with { Visibility = "public" };
            else simulated = Share(simulated, project, category);
        }
        return simulated;
    }

    private static SimulatedImage Share(SimulatedImage simulated, string project, ImageCategory category) => simulated with
    {
        Visibility = "shared",
        Members = simulated.Members.SetItem(project, MemberStatuses.Parse(category.MemberStatus())!.Value),
    };
}
