namespace ImsAudit.Collection.Api;

/// <summary>
/// A page of <c>GET /v2/cloudimages</c>. Its answer holds images and no links (ims-api, section IMS differences): the next page
/// begins behind the last image, and the list ends with a page that is empty, however short the pages before it are.
/// </summary>
internal static class CloudPage
{
    /// <exception cref="MalformedPageException">The body is no page.</exception>
    public static ImagePage Read(ReadOnlyMemory<byte> body)
    {
        var images = PageReader.Read(body, linked: null).Images;
        var last = images.Count > 0 ? images[^1].Id : null;
        if (last?.Length > NextLink.LongestMarker) throw new MalformedPageException("ends with an image whose id is too long to ask for the page behind it");
        return new ImagePage(images, last) { EndsWhenEmpty = true };
    }
}
