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
}
