namespace ImsAudit.Images;

/// <summary>
/// The listing that an image came in. The order is the order in which an image's first category is chosen
/// (<c>@category</c>), so do not sort it otherwise.
/// </summary>
public enum ImageCategory
{
    Private = 0,
    SharedPending = 1,
    SharedAccepted = 2,
    SharedRejected = 3,
    Public = 4,
    Market = 5,
}
