namespace ImsAudit.Differences;

/// <summary>Cloud, region, project, name, id.</summary>
internal sealed class ImageOrder : IComparer<ComparedImage>
{
    public static ImageOrder Instance { get; } = new();

    public int Compare(ComparedImage? x, ComparedImage? y)
    {
        foreach (var (left, right) in Keys(x!).Zip(Keys(y!)))
            if (string.CompareOrdinal(left, right) is not 0 and var order)
                return order;
        return 0;
    }

    private static string?[] Keys(ComparedImage image) => [image.Scope.Cloud, image.Scope.Region, image.Scope.Project, image.Name, image.Id];
}
