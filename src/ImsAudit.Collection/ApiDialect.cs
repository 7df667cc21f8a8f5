namespace ImsAudit.Collection;

/// <summary>Which listings are asked (<c>--api</c>).</summary>
public enum ApiDialect
{
    /// <summary>As <see cref="Ims"/> until images come without <c>__imagetype</c>, then as <see cref="Glance"/>.</summary>
    Auto = 0,

    /// <summary>The listings of the API page, and the market.</summary>
    Ims = 1,

    /// <summary>A plain OpenStack: no <c>__imagetype</c>, no <c>protected</c>, no market.</summary>
    Glance = 2,

    /// <summary>
    /// The same listings of <c>GET /v2/cloudimages</c>, for which IMS calls <c>/v2/images</c> deprecated (ims-api, section Other
    /// endpoints): it names no next page, and knows enterprise projects.
    /// </summary>
    CloudImages = 3,
}
