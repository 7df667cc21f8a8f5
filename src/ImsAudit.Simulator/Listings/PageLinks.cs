using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Listings;

/// <summary>
/// The <c>first</c> and <c>next</c> of a page: paths without a host, with the parameters of the request. IMS keeps them all
/// and puts <c>__isregistered=true</c> before them; Glance forgets all but the last of a parameter that came more than once.
/// </summary>
internal sealed class PageLinks(QueryParameters query, SimulatorMode mode)
{
    private const string Path = "/v2/images";

    public string First => Link(Kept());

    public string Next(string marker) => mode == SimulatorMode.Ims
        ? Link([new("__isregistered", "true"), new("marker", marker), .. Kept().Skip(1)])
        : Link([.. Kept(), new("marker", marker)]);

    private List<KeyValuePair<string, string>> Kept()
    {
        var asked = query.All.Where(pair => pair.Key != "marker");
        return mode == SimulatorMode.Ims
            ? [new("__isregistered", "true"), .. asked.Where(pair => pair.Key != "__isregistered")]
            : [.. asked.GroupBy(pair => pair.Key).Select(group => group.Last())];
    }

    private string Link(List<KeyValuePair<string, string>> parameters)
    {
        if (parameters.Count == 0) return Path;
        return $"{Path}?{string.Join('&', parameters.Select(pair => $"{Encode(pair.Key)}={Encode(pair.Value)}"))}";
    }

    private string Encode(string text)
    {
        var encoded = Uri.EscapeDataString(text);
        return mode == SimulatorMode.Glance ? encoded.Replace("%20", "+", StringComparison.Ordinal) : encoded;
    }
}
