using System.Globalization;
using System.Text;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>A page that is wildly longer than the limit that was asked for.</summary>
internal static class Million
{
    public const int Images = 1_000_000;

    public static byte[] Page()
    {
        var page = new StringBuilder("{\"images\":[", Images * 16);
        for (var i = 0; i < Images; i++) page.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}{{\"id\":\"{i}\"}}");
        return Encoding.ASCII.GetBytes(page.Append("]}").ToString());
    }
}
