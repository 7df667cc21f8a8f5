using System.Security.Cryptography.X509Certificates;
using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Connecting;

/// <summary>The certificate authorities of every file that the settings or a target name.</summary>
internal static class TrustedRoots
{
    /// <param name="mistakes">Gets a sentence for each file that holds none.</param>
    public static Dictionary<string, X509Certificate2Collection> Load(
        IReadOnlyList<CollectionTarget> targets, CollectionSettings settings, List<string> mistakes)
    {
        var roots = new Dictionary<string, X509Certificate2Collection>(StringComparer.Ordinal);
        foreach (var file in targets.Select(target => target.CaCertificateFile).Prepend(settings.CaCertificateFile).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (CustomRoots.Load(file, out var mistake) is { } loaded) roots[file] = loaded;
            else mistakes.Add(mistake!);
        }
        return roots;
    }
}
