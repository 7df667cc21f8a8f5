using System.Text;
using ImsAudit.Images;

namespace ImsAudit.Tests;

/// <summary>Makes things for tests, of which only what matters is given.</summary>
internal static class Some
{
    public static readonly ImageScope Scope = new("cloud", "region", "project");

    public static Image Image(string json = """{"id":"i"}""", ImageCategory category = ImageCategory.Private, ImageScope? scope = null) =>
        new(scope ?? Scope, CategorySet.Of(category), ImageHead.Read(Encoding.UTF8.GetBytes(json)).Id ?? "i", Encoding.UTF8.GetBytes(json));
}
